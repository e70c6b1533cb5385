/**
 * What a person does on the board, on the shared document. Each is one transaction with the origin LOCAL,
 * so that it is one step of that person's undo. A move writes `sides` and `order` only: somebody
 * else's rename at the same moment stands (rule S1: the id stays).
 */
import { generateJitteredKeyBetween, generateNJitteredKeysBetween } from "fractional-indexing-jittered";
import type * as Y from "yjs";
import {
  categoriesMap,
  categoryText,
  editText,
  readCategory,
  readSplit,
  setCategoryFields,
} from "../../collab/documents/split-document";
import { addUndoably } from "../../collab/documents/undoable-add";
import { LOCAL } from "../../collab/origins";
import type { Language } from "../../domain/languages";
import {
  CATEGORIES_MAX,
  type Category,
  type CategoryStatus,
  categoriesOn,
  LEGAL_BASIS_CHARACTERS_MAX,
  QUESTION_CHARACTERS_MAX,
  type Sides,
} from "../../domain/split/split";

/** A new random id of 36 characters. `randomUUID` is missing on plain http outside loopback. */
export function newCategoryId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The category as it is now, or null when there is none. */
export function findCategory(doc: Y.Doc, id: string): Category | null {
  const map = categoriesMap(doc).get(id);
  return map ? readCategory(id, map) : null;
}

type Placed = Pick<Category, "id" | "order">;

/** Order keys that put `id` at `index` of a lane. More than one when neighbours' keys had to be mended. */
export function ordersFor(lane: readonly Placed[], id: string, index: number): Map<string, string> {
  const others = lane.filter((category) => category.id !== id);
  const at = Math.max(0, Math.min(index, others.length));
  const lower = others[at - 1]?.order ?? null;
  const upper = others[at]?.order ?? null;
  try {
    if (lower === null || upper === null || lower < upper)
      return new Map([[id, generateJitteredKeyBetween(lower, upper)]]);
  } catch {
    // A key that is not of this kind (an old or foreign document): mended below with the rest of the lane.
  }
  // Two neighbours have the same key, so nothing fits between them: the whole lane gets new keys.
  const ids = others.map((category) => category.id);
  ids.splice(at, 0, id);
  const keys = generateNJitteredKeysBetween(null, null, ids.length);
  return new Map(ids.map((each, place) => [each, keys[place]!]));
}

/** Puts a category on a lane at `index` among that lane's other categories. False when nothing changes. */
export function moveCategory(doc: Y.Doc, id: string, sides: Sides, index: number): boolean {
  const category = findCategory(doc, id);
  if (!category) return false;
  const lane = categoriesOn(readSplit(doc), sides);
  if (category.sides === sides && lane.findIndex((c) => c.id === id) === index) return false;
  doc.transact(() => {
    for (const [each, order] of ordersFor(lane, id, index)) setCategoryFields(doc, each, { order }, LOCAL);
    setCategoryFields(doc, id, { sides }, LOCAL);
  }, LOCAL);
  return true;
}

/** Adds a category at the end of a lane; answers its id, or null when the split is full. */
export function addToLane(
  doc: Y.Doc,
  label: { language: Language; text: string },
  sides: Sides,
): string | null {
  if (categoriesMap(doc).size >= CATEGORIES_MAX) return null;
  const id = newCategoryId();
  const lane = categoriesOn(readSplit(doc), sides);
  const orders = ordersFor(lane, id, lane.length);
  for (const [each, order] of orders) if (each !== id) setCategoryFields(doc, each, { order }, LOCAL);
  addUndoably(doc, {
    id,
    label: { fi: label.text, ...(label.language === "fi" ? {} : { [label.language]: label.text }) },
    sides,
    order: orders.get(id)!,
    question: null,
    rationale: { fi: "" },
    legalBasis: null,
    status: "active",
  });
  return id;
}

/** Proposes for removal, withdraws, removes or brings back (rule S4). Nothing is ever deleted. */
export function setStatus(doc: Y.Doc, id: string, status: CategoryStatus): void {
  setCategoryFields(doc, id, { status }, LOCAL);
}

/** Raises a question or changes its words; null settles it (rule S3). */
export function setQuestion(doc: Y.Doc, id: string, text: string | null): void {
  const question = text === null ? null : { text: text.slice(0, QUESTION_CHARACTERS_MAX) };
  setCategoryFields(doc, id, { question }, LOCAL);
}

/** Puts a label's earlier words back, when it was left empty. */
export function putLabelBack(doc: Y.Doc, id: string, language: Language, earlier: string): void {
  const text = categoryText(doc, id, "label", language);
  if (text) editText(text, earlier, LOCAL);
}

/** Moves to another side and keeps the order key, so that moving back finds the old place. */
export function changeSides(doc: Y.Doc, id: string, sides: Sides): void {
  setCategoryFields(doc, id, { sides }, LOCAL);
}

/** Sets the legal basis; empty words take it away. */
export function setLegalBasis(doc: Y.Doc, id: string, words: string): void {
  const legalBasis = words.trim().slice(0, LEGAL_BASIS_CHARACTERS_MAX) || null;
  setCategoryFields(doc, id, { legalBasis }, LOCAL);
}
