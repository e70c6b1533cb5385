/**
 * What somebody who may only suggest leaves as it is (rules E10, E11). Pure: the server compares these before and
 * after an update of theirs, for the blocks that the update touches.
 */
import { canonicalJson } from "../split/canonical";
import { settleBlocks } from "./suggestions";
import type { BlockNode, InlineNode, Suggested } from "./text";

/** The blocks with a person's own suggestions declined, in one form: one line for each block that is left. */
export function withoutOwn(blocks: BlockNode[], own: ReadonlySet<string>): string[] {
  return settleBlocks(blocks, own, "decline").map(canonicalJson);
}

/** Stands for a node without words of its own. */
const NODE = "\uFFFC";

/**
 * What in a person's own insertions others' insertions claim too: by the other suggestion's id, the words in order.
 * Others write into what somebody suggests; nobody puts words under another's suggestion.
 */
export function claimedInOwn(blocks: BlockNode[], own: ReadonlySet<string>): Map<string, string> {
  const claimed = new Map<string, string>();
  const claim = (ids: (string | undefined)[], words: string) => {
    for (const id of ids) if (id && !own.has(id)) claimed.set(id, (claimed.get(id) ?? "") + words);
  };
  const inInline = (node: InlineNode, within: boolean) => {
    const ids =
      node.type === "text"
        ? (node.marks ?? []).flatMap((mark) => (mark.type === "insertion" ? mark.attrs.id : []))
        : [node.attrs?.insertion];
    if (within || ids.some((id) => id && own.has(id))) claim(ids, node.type === "text" ? node.text : NODE);
  };
  const inBlock = (block: BlockNode, within: boolean): void => {
    const { insertion } = ("attrs" in block ? (block.attrs as Suggested | undefined) : undefined) ?? {};
    if (within) claim([insertion], NODE);
    const inside = within || (insertion !== undefined && own.has(insertion));
    if (block.type === "draftBlock") return;
    if (block.type === "paragraph" || block.type === "heading")
      for (const node of block.content ?? []) inInline(node, inside);
    else for (const child of block.content) inBlock(child, inside);
  };
  for (const block of blocks) inBlock(block, false);
  return claimed;
}

/** Is `part` what is left of `whole` when some of it is taken out? */
export function isLeftOf(part: string, whole: string): boolean {
  let at = 0;
  for (let n = 0; n < whole.length && at < part.length; n++) if (whole[n] === part[at]) at++;
  return at === part.length;
}
