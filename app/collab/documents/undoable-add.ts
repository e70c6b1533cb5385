/** Adding a category so that undo can take it back without a Yjs delete (the schema keeps every category). */
import type * as Y from "yjs";
import type { Category } from "../../domain/split/split";
import { LOCAL } from "../origins";
import { addCategory, setCategoryFields } from "./split-document";

/**
 * Adds the category as removed, outside undo, and then brings it to its status as the person's own change:
 * undo makes it removed again, redo brings it back.
 */
export function addUndoably(doc: Y.Doc, category: Category): void {
  addCategory(doc, { ...category, status: "removed" });
  setCategoryFields(doc, category.id, { status: category.status }, LOCAL);
}
