import type { TextSegment } from "../../domain/split/words";

/** Two texts as one: what was taken away struck through, what came underlined in red. */
export function RedWords({ segments }: { segments: readonly TextSegment[] }) {
  return (
    <>
      {segments.map(({ kind, text }, index) => {
        // Segments have no identity of their own: their place is their key.
        const key = `${index}-${kind}`;
        if (kind === "added")
          return (
            <ins key={key} className="word-added">
              {text}
            </ins>
          );
        if (kind === "removed")
          return (
            <del key={key} className="word-removed">
              {text}
            </del>
          );
        return <span key={key}>{text}</span>;
      })}
    </>
  );
}
