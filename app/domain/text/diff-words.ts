/** The words of two paragraphs compared: words with their formatting, source notes and references are what is compared. */
import { diffArrays } from "diff";
import { sameMarks } from "./normalize";
import { inlineText } from "./reading";
import type { InlineNode } from "./text";

/** A run of words and inline nodes that stayed, came or went. */
export interface WordRun {
  kind: "same" | "added" | "removed";
  nodes: InlineNode[];
}

/** So many words may differ in one paragraph before all of it is shown as replaced. */
export const WORD_EDITS_MAX = 800;

/** The runs in reading order. Those that are not added make `before`, those not removed `after`. */
export function diffWords(before: InlineNode[] = [], after: InlineNode[] = []): WordRun[] {
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const keys = (tokens: InlineNode[]) => tokens.map((node) => JSON.stringify(node));
  const found = diffArrays(keys(was), keys(is), { maxEditLength: WORD_EDITS_MAX });
  const runs: WordRun[] = [];
  if (!found) {
    if (was.length > 0) runs.push({ kind: "removed", nodes: was });
    if (is.length > 0) runs.push({ kind: "added", nodes: is });
  }
  let [cut, read] = [0, 0];
  for (const { added, removed, count } of found ?? []) {
    const nodes = removed ? was.slice(cut, cut + count) : is.slice(read, read + count);
    if (!added) cut += count;
    if (!removed) read += count;
    runs.push({ kind: added ? "added" : removed ? "removed" : "same", nodes });
  }
  return joined(withoutIslands(runs));
}

/** Words, spaces, and each other character and node apart. */
function tokensOf(nodes: InlineNode[]): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] =>
    node.type === "text"
      ? (node.text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []).map((text) => ({
          ...node,
          text,
        }))
      : [node],
  );
}

/** A space alone between two changes is part of them: phrases are easier to read than every other word. */
function withoutIslands(runs: WordRun[]): WordRun[] {
  return runs.flatMap((run, index): WordRun[] => {
    const isIsland =
      run.kind === "same" &&
      index > 0 &&
      index < runs.length - 1 &&
      inlineText(run.nodes).trim() === "" &&
      run.nodes.every(({ type }) => type === "text");
    return isIsland
      ? [
          { kind: "removed", nodes: run.nodes },
          { kind: "added", nodes: run.nodes },
        ]
      : [run];
  });
}

/** Neighbouring changes as one removal and one addition, adjoining words with the same marks as one. */
function joined(runs: WordRun[]): WordRun[] {
  const result: WordRun[] = [];
  let [removed, added]: [InlineNode[], InlineNode[]] = [[], []];
  const flush = () => {
    if (removed.length > 0) result.push({ kind: "removed", nodes: merged(removed) });
    if (added.length > 0) result.push({ kind: "added", nodes: merged(added) });
    [removed, added] = [[], []];
  };
  for (const { kind, nodes } of runs) {
    if (kind === "removed") removed.push(...nodes);
    else if (kind === "added") added.push(...nodes);
    else {
      flush();
      result.push({ kind, nodes: merged(nodes) });
    }
  }
  flush();
  return result;
}

function merged(nodes: InlineNode[]): InlineNode[] {
  const result: InlineNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === "text" && last?.type === "text" && sameMarks(last.marks, node.marks))
      result[result.length - 1] = { ...last, text: last.text + node.text };
    else result.push(node);
  }
  return result;
}
