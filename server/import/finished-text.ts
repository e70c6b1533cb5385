import { isEmptyContent } from "../../app/domain/draft-content";
import { normalizeText } from "../../app/domain/text/normalize";
import { characterCount } from "../../app/domain/text/reading";
import {
  type BlockNode,
  TABLE_CELLS_MAX,
  TEXT_CHARACTERS_MAX,
  type TextDocument,
} from "../../app/domain/text/text";
import { Refused } from "./refused";

/** What was read, in the one form of texts and within its limits (rule F2). Throws Refused. */
export function finishedText(blocks: BlockNode[]): TextDocument {
  const text = normalizeText({ type: "doc", content: blocks });
  if (isEmptyContent({ kind: "text", text })) throw new Refused("empty");
  if (characterCount(text) > TEXT_CHARACTERS_MAX) throw new Refused("longText");
  if (cellCount(text.content) > TABLE_CELLS_MAX) throw new Refused("manyCells");
  return text;
}

function cellCount(blocks: BlockNode[]): number {
  return blocks.reduce((count, block) => {
    if (block.type === "paragraph" || block.type === "heading" || block.type === "draftBlock") return count;
    const isCell = block.type === "tableCell" || block.type === "tableHeader";
    return count + (isCell ? 1 : 0) + cellCount(block.content);
  }, 0);
}
