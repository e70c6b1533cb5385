/** Which suggestions are the person's own, and which of them goes on when more is written beside it. */

/** A pause after which what is written is another suggestion, in milliseconds. */
export const SAME_SUGGESTION_MS = 5 * 60_000;

export interface OwnSuggestions {
  isOwn: (id: string) => boolean;
  idBeside: (ids: readonly string[]) => string;
  /** Those that the server knows to be theirs. */
  learn: (ids: Iterable<string>) => void;
}

export function ownSuggestions(now: () => number = Date.now, newId: () => string = randomId): OwnSuggestions {
  const known = new Set<string>();
  const usedAt = new Map<string, number>();
  return {
    isOwn: (id) => known.has(id),
    learn: (ids) => {
      for (const id of ids) known.add(id);
    },
    idBeside: (ids) => {
      const time = now();
      const goesOn = ids.find((id) => time - (usedAt.get(id) ?? -Infinity) < SAME_SUGGESTION_MS);
      const id = goesOn ?? newId();
      known.add(id);
      usedAt.set(id, time);
      return id;
    },
  };
}

/** 96 random bits as base64url. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
