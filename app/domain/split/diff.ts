/**
 * What changed between two states of a split (rule S5). Ids decide identity (rule S1), never labels.
 * A removed category stays in the split with that status, and never shows as a change again.
 */
import { LANGUAGES, type Language, type Localized } from "../languages";
import { normalizeCategory } from "./canonical";
import { reorderedIds } from "./reordered";
import { byOrder, type Category, type OpenQuestion, SIDES, type Sides, type Split } from "./split";

/** The order in which one category's changes are told. */
export const CHANGE_KINDS = [
  "added",
  "removed",
  "broughtBack",
  "moved",
  "renamed",
  "questionRaised",
  "questionChanged",
  "questionSettled",
  "proposedForRemoval",
  "noLongerProposedForRemoval",
  "rationaleChanged",
  "legalBasisChanged",
  "reordered",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

interface Change<K extends ChangeKind> {
  kind: K;
  categoryId: string;
  /** The category as it stands after the changes; of a removed one, as it last stood. */
  category: Category;
}
/** A text in one to three languages is one thing: its translations change with it, as one change. */
interface TextChange<K extends ChangeKind> extends Change<K> {
  before: Localized;
  after: Localized;
}

/** One change that people see. */
export type SplitChange =
  | Change<"added">
  /** `after` is the category with the status removed, or null when the other state does not have it at all. */
  | (Change<"removed"> & { after: Category | null })
  | Change<"broughtBack">
  | (Change<"moved"> & { before: Sides; after: Sides })
  | TextChange<"renamed">
  | (Change<"questionRaised"> & { after: OpenQuestion })
  | (Change<"questionChanged"> & { before: OpenQuestion; after: OpenQuestion })
  | (Change<"questionSettled"> & { before: OpenQuestion })
  | Change<"proposedForRemoval">
  | Change<"noLongerProposedForRemoval">
  | TextChange<"rationaleChanged">
  | (Change<"legalBasisChanged"> & { before: string | null; after: string | null })
  | Change<"reordered">;

/**
 * A difference that nobody sees: an order key that changed while the place did not, or the content of a
 * category that is removed in both. Only an exact diff has these.
 */
export interface UnseenChange {
  kind: "unseen";
  categoryId: string;
  /** What the category becomes; null takes it away. */
  after: Category | null;
}

/** A change of order alone is shown, but not told in sentences (rule S5). */
export function isTold(change: SplitChange): boolean {
  return change.kind !== "reordered";
}

/** What people see between the two states, by side, place and kind. Empty when nothing they see differs. */
export function diffSplits(from: Split, to: Split): SplitChange[] {
  const before = byId(from);
  const after = byId(to);
  const changes: SplitChange[] = [];
  for (const was of before.values()) {
    const is = after.get(was.id);
    if (onBoard(was) && !onBoard(is))
      changes.push({ kind: "removed", categoryId: was.id, category: was, after: is ?? null });
  }
  for (const is of after.values()) if (onBoard(is)) changes.push(...changesOf(before.get(is.id), is));
  for (const id of reorderedIds(from, to)) {
    const category = after.get(id);
    if (category) changes.push({ kind: "reordered", categoryId: id, category });
  }
  return changes.sort(asTold);
}

/** The changes of each category, for a board that marks them on its cards. */
export function changesByCategory(changes: readonly SplitChange[]): Map<string, SplitChange[]> {
  const grouped = new Map<string, SplitChange[]>();
  for (const change of changes) {
    const list = grouped.get(change.categoryId);
    if (list) list.push(change);
    else grouped.set(change.categoryId, [change]);
  }
  return grouped;
}

/** The categories by id, in their normal form. */
export function byId(split: Split): Map<string, Category> {
  return new Map(split.categories.map((category) => [category.id, normalizeCategory(category)]));
}

function onBoard(category: Category | undefined): category is Category {
  return category !== undefined && category.status !== "removed";
}

/** Changes of a category that stands on the board afterwards. */
function changesOf(was: Category | undefined, is: Category): SplitChange[] {
  const about = { categoryId: is.id, category: is };
  const changes: SplitChange[] = [];
  if (!was) changes.push({ kind: "added", ...about });
  else if (was.status === "removed") changes.push({ kind: "broughtBack", ...about });

  if (was && was.sides !== is.sides)
    changes.push({ kind: "moved", ...about, before: was.sides, after: is.sides });
  if (was && !sameText(was.label, is.label))
    changes.push({ kind: "renamed", ...about, before: was.label, after: is.label });
  if (was && !sameText(was.rationale, is.rationale))
    changes.push({ kind: "rationaleChanged", ...about, before: was.rationale, after: is.rationale });

  // Rule S3: a question is a change of its own, also on a new category.
  const [asked, asks] = [was?.question ?? null, is.question];
  if (!asked && asks) changes.push({ kind: "questionRaised", ...about, after: asks });
  else if (asked && !asks) changes.push({ kind: "questionSettled", ...about, before: asked });
  else if (asked && asks && asked.text !== asks.text)
    changes.push({ kind: "questionChanged", ...about, before: asked, after: asks });

  const [proposed, proposes] = [was?.status === "proposedForRemoval", is.status === "proposedForRemoval"];
  if (!proposed && proposes) changes.push({ kind: "proposedForRemoval", ...about });
  if (proposed && !proposes) changes.push({ kind: "noLongerProposedForRemoval", ...about });

  if (was && was.legalBasis !== is.legalBasis)
    changes.push({ kind: "legalBasisChanged", ...about, before: was.legalBasis, after: is.legalBasis });
  return changes;
}

function sameText(a: Localized, b: Localized): boolean {
  return LANGUAGES.every((language) => (a[language] ?? "") === (b[language] ?? ""));
}

/**
 * The change of a text as it is told to a reader: in their language when that text changed, else in Finnish,
 * else in the language that did change.
 */
export function textChangeFor(
  { before, after }: TextChange<ChangeKind>,
  reader: Language,
): { language: Language; before: string; after: string } {
  const changed = LANGUAGES.filter((language) => (before[language] ?? "") !== (after[language] ?? ""));
  const language = changed.find((l) => l === reader) ?? changed[0] ?? "fi";
  return { language, before: before[language] ?? "", after: after[language] ?? "" };
}

/** By side, then by place on the board, then in the order of CHANGE_KINDS. */
function asTold(a: SplitChange, b: SplitChange): number {
  return (
    SIDES.indexOf(a.category.sides) - SIDES.indexOf(b.category.sides) ||
    byOrder(a.category, b.category) ||
    CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind)
  );
}
