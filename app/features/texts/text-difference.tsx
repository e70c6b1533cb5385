/** The difference of two texts on a page: one text in red, or two columns; long stretches that stayed are folded. */
import "../../styles/texts-compare.css";
import { Fragment, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TextEntry } from "../../domain/text/diff";
import { type NumberedEntry, numberChanges } from "../../domain/text/diff-changes";
import { DifferenceBlocks, type Side } from "./difference-blocks";

/** Blocks shown on each side of a folded stretch, and how long a stretch is before it is folded. */
const CONTEXT_BLOCKS = 1;
const FOLDED_MIN = 5;

export type DifferenceView = "inline" | "side";

interface Props {
  entries: TextEntry[];
  view?: DifferenceView;
}

export function TextDifference({ entries, view = "inline" }: Props) {
  const { t } = useTranslation();
  const stretches = useMemo(() => stretchesOf(numberChanges(entries)), [entries]);
  const show = (nodes: NumberedEntry[]): ReactNode =>
    view === "inline" ? <Column nodes={nodes} side="both" /> : <Rows nodes={nodes} />;
  return (
    <div className={`text-body text-difference text-difference--${view}`}>
      {view === "side" && (
        <div className="text-difference__row text-difference__heads">
          <p>{t("texts.versions.before")}</p>
          <p>{t("texts.versions.after")}</p>
        </div>
      )}
      {stretches.map(({ nodes, isFolded }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place alone
        <Fragment key={index}>
          {isFolded ? (
            <details className="text-difference__fold">
              <summary>{t("texts.versions.folded", { count: nodes.length })}</summary>
              {show(nodes)}
            </details>
          ) : (
            show(nodes)
          )}
        </Fragment>
      ))}
    </div>
  );
}

function Column({ nodes, side }: { nodes: NumberedEntry[]; side: Side }) {
  return <DifferenceBlocks entries={nodes} side={side} />;
}

/** Each block beside what it was. */
function Rows({ nodes }: { nodes: NumberedEntry[] }) {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place alone
    <div key={index} className="text-difference__row" data-same={node.entry.kind === "same" || undefined}>
      <div className="text-difference__before">
        <Column nodes={[node]} side="before" />
      </div>
      <div className="text-difference__after">
        <Column nodes={[node]} side="after" />
      </div>
    </div>
  ));
}

interface Stretch {
  nodes: NumberedEntry[];
  isFolded: boolean;
}

function stretchesOf(nodes: NumberedEntry[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < nodes.length; ) {
    const isSame = nodes[at]!.entry.kind === "same";
    let end = at;
    while (end < nodes.length && (nodes[end]!.entry.kind === "same") === isSame) end++;
    const run = nodes.slice(at, end);
    const head = at === 0 ? 0 : CONTEXT_BLOCKS;
    const tail = end === nodes.length ? 0 : CONTEXT_BLOCKS;
    if (isSame && run.length - head - tail >= FOLDED_MIN)
      stretches.push(
        { nodes: run.slice(0, head), isFolded: false },
        { nodes: run.slice(head, run.length - tail), isFolded: true },
        { nodes: run.slice(run.length - tail), isFolded: false },
      );
    else stretches.push({ nodes: run, isFolded: false });
    at = end;
  }
  return stretches.filter(({ nodes: run }) => run.length > 0);
}
