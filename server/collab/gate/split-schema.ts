/**
 * What a split's document may hold: every category that an update touched is checked on the
 * room's accepted copy before the update is kept. What only a merge can exceed (two halves of a label growing
 * past the limit) is let through up to twice the limit; freezing flags it.
 */
import * as Y from "yjs";
import { categoriesMap, TEXT_FIELDS } from "../../../app/collab/documents/split-document";
import { LANGUAGES } from "../../../app/domain/languages";
import {
  CATEGORIES_MAX,
  CATEGORY_STATUSES,
  LABEL_CHARACTERS_MAX,
  LEGAL_BASIS_CHARACTERS_MAX,
  QUESTION_CHARACTERS_MAX,
  RATIONALE_CHARACTERS_MAX,
  SIDES,
} from "../../../app/domain/split/split";

const ID = /^[a-z0-9-]{1,64}$/i;
const ORDER = /^[0-9A-Za-z]{1,200}$/;
const TEXT_MAX = { label: LABEL_CHARACTERS_MAX * 2, rationale: RATIONALE_CHARACTERS_MAX * 2 };

/** Types that a transaction changed, with the keys of each (null: its list content). */
export type Changed = Y.Transaction["changed"];

const isText = (value: unknown, max: number) =>
  typeof value === "string" && value.length <= max && isStorable(value);
/** Postgres keeps no NUL in JSON, and a lone surrogate is not text. */
const isStorable = (value: string) => !value.includes("\u0000") && !/\p{Surrogate}/u.test(value);

function isQuestion(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return (
    Object.keys(value).join() === "text" &&
    isText((value as { text?: unknown }).text, QUESTION_CHARACTERS_MAX * 2)
  );
}

const FIELD_CHECKS: Record<string, (value: unknown) => boolean> = {
  sides: (value) => SIDES.some((side) => side === value),
  status: (value) => CATEGORY_STATUSES.some((status) => status === value),
  order: (value) => typeof value === "string" && ORDER.test(value),
  question: isQuestion,
  legalBasis: (value) => value === null || isText(value, LEGAL_BASIS_CHARACTERS_MAX * 2),
};
const TEXT_KEYS = new Map(
  TEXT_FIELDS.flatMap((field) => LANGUAGES.map((language) => [`${field}.${language}`, TEXT_MAX[field]])),
);
const KEYS_MAX = TEXT_KEYS.size + Object.keys(FIELD_CHECKS).length;

/** The ids of the categories that a transaction touched, or null when it touched something else. */
export function touchedCategories(doc: Y.Doc, changed: Changed): Set<string> | null {
  const root = categoriesMap(doc);
  const ids = new Set<string>();
  for (const [type, keys] of changed) {
    if ((type as unknown) === root) {
      for (const key of keys) {
        if (key === null) return null;
        ids.add(key);
      }
      continue;
    }
    // A category's map lies under the root, a text under a category's map; nothing lies deeper.
    const item = type._item;
    if (!item) return null;
    const category =
      (item.parent as unknown) === root ? item : (item.parent as Y.AbstractType<unknown>)._item;
    if (!category || (category.parent as unknown) !== root || category.parentSub === null) return null;
    ids.add(category.parentSub);
  }
  return ids;
}

/** Does the document still keep its schema in everything that the transaction touched? */
export function keepsSchema(doc: Y.Doc, changed: Changed): boolean {
  const ids = touchedCategories(doc, changed);
  if (!ids || [...doc.share.keys()].some((name) => name !== "categories")) return false;
  const root = categoriesMap(doc);
  if (root.size > CATEGORIES_MAX || root._start !== null) return false;
  return [...ids].every((id) => ID.test(id) && isFirst(root, id) && isCategory(root.get(id)));
}

/** A category, and a text in it, is made once: never deleted, never put in another's place. */
function isFirst(map: Pick<Y.Map<unknown>, "_map">, key: string): boolean {
  const item = map._map.get(key);
  return item !== undefined && !item.deleted && item.left === null;
}

function isCategory(map: unknown): boolean {
  // By constructor: the XML types of Yjs are subclasses of the plain ones.
  if (!(map instanceof Y.Map) || map.constructor !== Y.Map || map._start !== null || map.size !== KEYS_MAX)
    return false;
  for (const [key, max] of TEXT_KEYS) if (!isFirst(map, key) || !isPlainText(map.get(key), max)) return false;
  return Object.entries(FIELD_CHECKS).every(([key, check]) => check(map.get(key)));
}

function isPlainText(text: unknown, max: number): boolean {
  if (!(text instanceof Y.Text) || text.constructor !== Y.Text || text._map.size > 0 || text.length > max)
    return false;
  for (let item = text._start; item; item = item.right)
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return false;
  return !text.toString().includes("\u0000");
}
