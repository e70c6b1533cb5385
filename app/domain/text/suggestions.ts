/**
 * Suggestions inside a text (rules E1–E4): words and nodes that would be inserted or deleted, each with a suggestion's
 * id. A split of a paragraph, other formatting or another heading level is a deletion with an insertion beside it.
 */
import { normalizeBlocks } from "./normalize";
import { type BlockNode, EMPTY_TEXT, type InlineNode, type Suggested, type TextDocument } from "./text";

/** Which suggestions. */
export type SuggestionIds = ReadonlySet<string> | "all";
export type Settlement = "accept" | "decline";

/** The text after some suggestions are accepted or declined; the others stay as they are. */
export function settleSuggestions(text: TextDocument, ids: SuggestionIds, as: Settlement): TextDocument {
  const content = settleBlocks(text.content, ids, as);
  return content.length > 0 ? { type: "doc", content } : EMPTY_TEXT;
}

/** The same for a part of a text, in its one form: nothing may be left of it. */
export function settleBlocks(blocks: BlockNode[], ids: SuggestionIds, as: Settlement): BlockNode[] {
  const wanted = (id: string | undefined) => id !== undefined && (ids === "all" || ids.has(id));
  const [gone, kept] =
    as === "accept" ? (["deletion", "insertion"] as const) : (["insertion", "deletion"] as const);
  const settleAttrs = (attrs: Suggested | undefined) => {
    if (!attrs || !wanted(attrs[kept])) return attrs;
    const { [kept]: _, ...rest } = attrs;
    return rest;
  };
  const settleInline = (node: InlineNode): InlineNode[] => {
    if (node.type !== "text") {
      if (wanted(node.attrs?.[gone])) return [];
      return [{ ...node, attrs: settleAttrs(node.attrs) } as InlineNode];
    }
    const marks = node.marks ?? [];
    if (marks.some((mark) => mark.type === gone && wanted(mark.attrs.id))) return [];
    return [{ ...node, marks: marks.filter((mark) => mark.type !== kept || !wanted(mark.attrs.id)) }];
  };
  const settleBlock = (block: BlockNode): BlockNode[] => {
    const attrs = "attrs" in block ? (block.attrs as Suggested | undefined) : undefined;
    if (wanted(attrs?.[gone])) return [];
    const settled = { ...block, attrs: settleAttrs(attrs) } as BlockNode;
    if (settled.type === "draftBlock") return [settled];
    if (settled.type === "paragraph" || settled.type === "heading")
      return [{ ...settled, content: (settled.content ?? []).flatMap(settleInline) }];
    return [{ ...settled, content: settled.content.flatMap(settleBlock) }];
  };
  return normalizeBlocks(blocks.flatMap(settleBlock));
}

/** The text without any suggestion: what it says until somebody accepts one (rule E1). */
export function withoutSuggestions(text: TextDocument): TextDocument {
  return settleSuggestions(text, "all", "decline");
}

/** The ids of all suggestions in the text, in its order. */
export function suggestionIds(text: TextDocument): Set<string> {
  const ids = new Set<string>();
  const note = (attrs: Suggested | undefined) => {
    for (const id of [attrs?.insertion, attrs?.deletion]) if (id) ids.add(id);
  };
  const walk = (block: BlockNode): void => {
    note("attrs" in block ? (block.attrs as Suggested | undefined) : undefined);
    if (block.type === "draftBlock") return;
    if (block.type !== "paragraph" && block.type !== "heading") {
      for (const child of block.content) walk(child);
      return;
    }
    for (const node of block.content ?? []) {
      if (node.type !== "text") note(node.attrs);
      for (const mark of node.type === "text" ? (node.marks ?? []) : [])
        if (mark.type === "insertion" || mark.type === "deletion") ids.add(mark.attrs.id);
    }
  };
  for (const block of text.content) walk(block);
  return ids;
}
