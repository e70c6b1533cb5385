/**
 * The translator between the plain split and its Y.Doc. Browser, server, seeds and tests all use it.
 * Shape: root map `categories`: id → map with a Y.Text per language for `label` and `rationale`
 * (`label.fi`, `rationale.sv` …; all made with the category, so that two people who start the Swedish
 * label at once do not make two of them), and last-writer keys for the rest.
 */
import * as Y from "yjs";
import { LANGUAGES, type Language, type Localized } from "../../domain/languages";
import {
  byOrder,
  CATEGORY_STATUSES,
  type Category,
  type CategoryStatus,
  type OpenQuestion,
  SIDES,
  type Sides,
  type Split,
} from "../../domain/split/split";

export { SPLIT_SCHEMA_VERSION } from "./schema-version";
export const TEXT_FIELDS = ["label", "rationale"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
type CategoryMap = Y.Map<unknown>;

/** The root map of a split's document. */
export function categoriesMap(doc: Y.Doc): Y.Map<CategoryMap> {
  return doc.getMap<CategoryMap>("categories");
}

/** The shared text of one field in one language, or undefined when the category is not there. */
export function categoryText(
  doc: Y.Doc,
  id: string,
  field: TextField,
  language: Language,
): Y.Text | undefined {
  const text = categoriesMap(doc).get(id)?.get(`${field}.${language}`);
  return text instanceof Y.Text ? text : undefined;
}

function readLocalized(map: CategoryMap, field: TextField): Localized {
  const read = (language: Language) => {
    const text = map.get(`${field}.${language}`);
    return text instanceof Y.Text ? text.toString() : "";
  };
  const localized: Localized = { fi: read("fi") };
  for (const language of ["sv", "en"] as const) {
    const text = read(language);
    if (text) localized[language] = text;
  }
  return localized;
}

function readQuestion(value: unknown): OpenQuestion | null {
  if (typeof value !== "object" || value === null) return null;
  const text = (value as { text?: unknown }).text;
  return { text: typeof text === "string" ? text : "" };
}

/** Reads one category. Values outside the schema read as the safe default, so a reader never throws. */
export function readCategory(id: string, map: CategoryMap): Category {
  const sides = map.get("sides");
  const status = map.get("status");
  const order = map.get("order");
  const legalBasis = map.get("legalBasis");
  return {
    id,
    label: readLocalized(map, "label"),
    sides: SIDES.includes(sides as Sides) ? (sides as Sides) : "both",
    order: typeof order === "string" ? order : "",
    question: readQuestion(map.get("question")),
    rationale: readLocalized(map, "rationale"),
    legalBasis: typeof legalBasis === "string" && legalBasis ? legalBasis : null,
    status: CATEGORY_STATUSES.includes(status as CategoryStatus) ? (status as CategoryStatus) : "active",
  };
}

/** The plain split of a document: every category, removed ones too, in order. */
export function readSplit(doc: Y.Doc): Split {
  const categories: Category[] = [];
  for (const [id, map] of categoriesMap(doc))
    if (map instanceof Y.Map) categories.push(readCategory(id, map));
  return { categories: categories.sort(byOrder) };
}

/** Adds a category with all its texts. Does nothing when the id is already there. */
export function addCategory(doc: Y.Doc, category: Category, origin?: unknown): void {
  const root = categoriesMap(doc);
  if (root.has(category.id)) return;
  doc.transact(() => {
    const map: CategoryMap = new Y.Map();
    for (const field of TEXT_FIELDS)
      for (const language of LANGUAGES)
        map.set(`${field}.${language}`, new Y.Text(category[field][language] ?? ""));
    map.set("sides", category.sides);
    map.set("order", category.order);
    map.set("status", category.status);
    map.set("question", category.question);
    map.set("legalBasis", category.legalBasis);
    root.set(category.id, map);
  }, origin);
}

/** The last-writer fields of a category. */
export type CategoryFields = Pick<Category, "sides" | "order" | "status" | "question" | "legalBasis">;

/** Sets last-writer fields that differ, in one transaction. Does nothing for an unknown id. */
export function setCategoryFields(
  doc: Y.Doc,
  id: string,
  fields: Partial<CategoryFields>,
  origin?: unknown,
): void {
  const map = categoriesMap(doc).get(id);
  if (!map) return;
  doc.transact(() => {
    for (const [key, value] of Object.entries(fields))
      if (JSON.stringify(map.get(key) ?? null) !== JSON.stringify(value ?? null)) map.set(key, value ?? null);
  }, origin);
}

/** Changes a shared text to `target` by the smallest middle edit, so that other people's typing around it stays. */
export function editText(text: Y.Text, target: string, origin?: unknown): void {
  const current = text.toString();
  if (current === target) return;
  let start = 0;
  while (start < current.length && start < target.length && current[start] === target[start]) start++;
  let end = 0;
  const most = Math.min(current.length, target.length) - start;
  while (end < most && current[current.length - 1 - end] === target[target.length - 1 - end]) end++;
  // Do not cut a surrogate pair in two.
  if (start > 0 && /[\uD800-\uDBFF]/.test(current[start - 1] ?? "")) start--;
  if (end > 0 && /[\uDC00-\uDFFF]/.test(current[current.length - end] ?? "")) end--;
  text.doc?.transact(() => {
    const cut = current.length - end - start;
    if (cut > 0) text.delete(start, cut);
    const put = target.slice(start, target.length - end);
    if (put) text.insert(start, put);
  }, origin);
}

/**
 * Writes `target` into the document as forward changes only (promise I5): what is missing is added, what
 * differs is edited, and what the target does not have becomes removed. Used for seeds, copies and restores.
 */
export function writeSplit(doc: Y.Doc, target: Split, origin?: unknown): void {
  doc.transact(() => {
    const wanted = new Set(target.categories.map((c) => c.id));
    for (const category of target.categories) {
      if (!categoriesMap(doc).has(category.id)) {
        addCategory(doc, category, origin);
        continue;
      }
      for (const field of TEXT_FIELDS)
        for (const language of LANGUAGES) {
          const text = categoryText(doc, category.id, field, language);
          if (text) editText(text, category[field][language] ?? "", origin);
        }
      const { sides, order, status, question, legalBasis } = category;
      setCategoryFields(doc, category.id, { sides, order, status, question, legalBasis }, origin);
    }
    for (const id of categoriesMap(doc).keys())
      if (!wanted.has(id)) setCategoryFields(doc, id, { status: "removed" }, origin);
  }, origin);
}

/** The split that these updates make together. */
export function splitFromUpdates(updates: readonly Uint8Array[]): Split {
  const doc = new Y.Doc();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    return readSplit(doc);
  } finally {
    doc.destroy();
  }
}
