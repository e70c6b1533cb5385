/** The drafts that a text shows inside itself: live ones, and frozen versions. A frozen text shows only the latter (rule V9). */
import { draftBlocksOf } from "./reading";
import type { BlockNode, TextDocument } from "./text";

/** The slugs of drafts that the text shows as they are now. */
export function liveBlocksOf(text: TextDocument): Set<string> {
  return new Set(draftBlocksOf(text).flatMap(({ slug, version }) => (version === null ? [slug] : [])));
}

/** The text with its live blocks showing a version instead, where the draft has one here. */
export function pinBlocks(text: TextDocument, versions: ReadonlyMap<string, number>): TextDocument {
  const pinned = (block: BlockNode): BlockNode => {
    if (block.type === "paragraph" || block.type === "heading") return block;
    if (block.type !== "draftBlock") return { ...block, content: block.content.map(pinned) };
    const version = block.attrs.version ?? versions.get(block.attrs.slug) ?? null;
    return { ...block, attrs: { ...block.attrs, version } };
  };
  return { ...text, content: text.content.map(pinned) };
}

/** The live text as it is compared with a frozen one: a block that was pinned when it was frozen is no difference. */
export function pinnedLike(live: TextDocument, frozen: TextDocument): TextDocument {
  const versions = draftBlocksOf(frozen).flatMap(({ slug, version }): [string, number][] =>
    version === null ? [] : [[slug, version]],
  );
  return versions.length > 0 ? pinBlocks(live, new Map(versions)) : live;
}
