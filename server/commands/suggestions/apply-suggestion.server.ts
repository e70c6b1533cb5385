import { generateJitteredKeyBetween } from "fractional-indexing-jittered";
import type * as Y from "yjs";
import {
  addCategory,
  categoryText,
  editText,
  readSplit,
  setCategoryFields,
} from "../../../app/collab/documents/split-document";
import { categoriesOn, type Sides } from "../../../app/domain/split/split";
import type { SuggestionRow } from "./settling.server";

/**
 * Writes what was suggested into the document as a forward change. An addition's category has the suggestion's own id,
 * so that doing it again after a crash adds nothing.
 */
export function applySuggestion(doc: Y.Doc, { id, kind, categoryId, change }: SuggestionRow): void {
  if (kind === "add") {
    const sides = change.sides ?? "both";
    addCategory(doc, {
      ...{ id, label: { fi: change.label ?? "" }, sides, order: lastOrder(doc, sides), question: null },
      ...{ rationale: { fi: "" }, legalBasis: null, status: "active" },
    });
    return;
  }
  if (categoryId === null) return;
  if (kind === "remove") setCategoryFields(doc, categoryId, { status: "removed" });
  if (kind === "move" && change.sides) setCategoryFields(doc, categoryId, { sides: change.sides });
  const label = categoryText(doc, categoryId, "label", "fi");
  if (kind === "rename" && label) editText(label, change.label ?? "");
}

/** A key after the lane's last card. */
function lastOrder(doc: Y.Doc, sides: Sides): string {
  const last = categoriesOn(readSplit(doc), sides).at(-1)?.order ?? null;
  try {
    return generateJitteredKeyBetween(last, null);
  } catch {
    return `${last}z`; // a key of another kind: still after it, and mended by the next move on the lane
  }
}
