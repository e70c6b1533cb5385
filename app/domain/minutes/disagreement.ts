/**
 * Where the words of a memo and the board disagree (rule Y4): sentences that say added, removed or moved about a category, beside the
 * changes that the board knows. Reads Finnish and Swedish. Pure.
 */
import type { Localized } from "../languages";
import { byOrder, type Category, SIDES, type Sides, type Split } from "../split/split";
import type { RecordChange } from "./record";

export type ClaimKind = "added" | "removed" | "moved";

/** A sentence that says something of a category. */
export interface Claim {
  kind: ClaimKind;
  categoryId: string;
  sentence: string;
}
export interface NamedCategory {
  id: string;
  label: Localized;
}

export type Disagreement =
  | { kind: "notOnBoard"; categoryId: string; claim: Claim }
  | { kind: "notInMemo"; categoryId: string; changes: RecordChange[] }
  /** One category stands in the place of another, and the memo tells of neither. */
  | { kind: "replaced"; categoryId: string; insteadOf: string; changes: RecordChange[] }
  | { kind: "otherKind"; categoryId: string; claim: Claim; changes: RecordChange[] }
  | { kind: "wishMissing"; categoryId: string; claim: Claim; changes: RecordChange[] };

const VERBS: [ClaimKind, RegExp][] = [
  ["added", /\b(lisät(?:tiin|ty|ään)|lades till|tillades|tillagd)/iu],
  ["removed", /\b(poistet(?:tiin|tu|aan)|togs bort|ströks|borttagen)/iu],
  ["moved", /\b(siirret(?:tiin|ty|ään)|flyttades|flyttad)/iu],
];
/** Letters of a label that must stand in the sentence, from its beginning; a qualifier in brackets may be left out. */
const LABEL_LETTERS_MIN = 8;

/** Every sentence that claims a change of one of the categories. A sentence may claim several. */
export function claimsIn(paragraphs: readonly string[], categories: readonly NamedCategory[]): Claim[] {
  return paragraphs.flatMap((paragraph) =>
    sentencesIn(paragraph).flatMap((sentence) => {
      const verbs = VERBS.filter(([, verb]) => verb.test(sentence));
      if (verbs.length === 0) return [];
      return categories.flatMap(({ id, label }) => {
        const place = placeOf(sentence, label);
        if (place < 0) return [];
        // Of several verbs the last one before the label is the one that speaks of it.
        const [kind] = verbs
          .map(([one, verb]) => [one, sentence.search(verb)] as const)
          .sort((a, b) => nearness(a[1], place) - nearness(b[1], place))[0]!;
        return [{ kind, categoryId: id, sentence: sentence.trim() }];
      });
    }),
  );
}

const nearness = (verb: number, label: number) => (verb <= label ? label - verb : 10_000 + verb - label);

/** Sentences end at a full stop followed by a capital, or at a line's end: "mm." and "klo 14.22" end none. */
function sentencesIn(paragraph: string): string[] {
  return paragraph.split(/\n+|(?<=[.!?])\s+(?=\p{Lu})/u).filter((part) => part.trim());
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/\([^)]*\)?/gu, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Where the category is named in the sentence: by its whole label, or by a long enough beginning of it; -1 where it is not. */
function placeOf(sentence: string, label: Localized): number {
  const text = plain(sentence);
  for (const name of [label.fi, label.sv ?? ""].map(plain).filter(Boolean)) {
    const whole = text.indexOf(name);
    if (whole >= 0) return sentence.length * (whole / Math.max(1, text.length));
    const stem = name.slice(0, Math.max(LABEL_LETTERS_MIN, Math.floor(name.length * 0.7)));
    const begun = stem.length >= LABEL_LETTERS_MIN && name.length > stem.length ? text.indexOf(stem) : -1;
    if (begun >= 0) return sentence.length * (begun / Math.max(1, text.length));
  }
  return -1;
}

/** The beginning of a word, which Finnish bends at its end. */
const stemOf = (word: string) => word.slice(0, Math.max(4, Math.floor(word.length * 0.7)));

const SAME: Record<ClaimKind, readonly string[]> = {
  added: ["added", "broughtBack"],
  removed: ["removed"],
  moved: ["moved"],
};
/** Kinds of changes that a memo is expected to tell; the rest may be passed over. */
const TOLD = ["added", "broughtBack", "removed", "moved", "renamed", "proposedForRemoval", "questionRaised"];

/** In the order of the board's changes, then of the memo's claims about what the board does not know. */
export function disagreements(claims: readonly Claim[], board: readonly RecordChange[]): Disagreement[] {
  const byCategory = new Map<string, RecordChange[]>();
  for (const one of board)
    byCategory.set(one.change.categoryId, [...(byCategory.get(one.change.categoryId) ?? []), one]);
  const found: Disagreement[] = [];
  for (const [categoryId, changes] of byCategory) {
    const own = claims.filter((claim) => claim.categoryId === categoryId);
    if (own.length === 0) {
      if (changes.some(({ change }) => TOLD.includes(change.kind)))
        found.push({ kind: "notInMemo", categoryId, changes });
      continue;
    }
    for (const claim of own) {
      const isSame = changes.some(({ change }) => SAME[claim.kind].includes(change.kind));
      const wish = changes.find((one) => one.wish)?.wish;
      if (!isSame) found.push({ kind: "otherKind", categoryId, claim, changes });
      else if (wish && !claim.sentence.toLowerCase().includes(stemOf(plain(wish))))
        found.push({ kind: "wishMissing", categoryId, claim, changes });
    }
  }
  for (const claim of claims)
    if (!byCategory.has(claim.categoryId))
      found.push({ kind: "notOnBoard", categoryId: claim.categoryId, claim });
  return found;
}

/** An added category that stands next to a removed one on its side is one place, when neither was told. `after` is the board afterwards. */
export function joinReplaced(found: readonly Disagreement[], after: Split): Disagreement[] {
  const untold = new Map(found.flatMap((one) => (one.kind === "notInMemo" ? [[one.categoryId, one]] : [])));
  const only = (id: string, kind: string) => {
    const changes = untold.get(id)?.changes;
    return changes?.length === 1 && changes[0]?.change.kind === kind ? changes : null;
  };
  const joined = new Map<string, Disagreement>();
  const gone = new Set<string>();
  for (const side of SIDES) {
    const row = sideWithRemoved(after, side, untold.values()).map(({ id }) => id);
    for (const [at, id] of row.entries()) {
      const added = only(id, "added");
      const insteadOf = [row[at - 1], row[at + 1]].find(
        (one) => one && !gone.has(one) && only(one, "removed"),
      );
      if (!added || !insteadOf) continue;
      gone.add(insteadOf);
      const changes = [...(only(insteadOf, "removed") ?? []), ...added];
      joined.set(id, { kind: "replaced", categoryId: id, insteadOf, changes });
    }
  }
  return found
    .filter((one) => !gone.has(one.categoryId))
    .map((one) => (one.kind === "notInMemo" ? (joined.get(one.categoryId) ?? one) : one));
}

/** The side's categories in their order, with those that the board has lost altogether where they last stood. */
function sideWithRemoved(
  after: Split,
  side: Sides,
  untold: Iterable<{ changes: RecordChange[] }>,
): Category[] {
  const there = new Map(after.categories.map((category) => [category.id, category]));
  for (const { changes } of untold)
    for (const { change } of changes)
      if (!there.has(change.categoryId)) there.set(change.categoryId, change.category);
  return [...there.values()].filter(({ sides }) => sides === side).sort(byOrder);
}
