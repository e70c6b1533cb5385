/** What the changes since a version put on one card: words in red, and tags that name the changes. */
import type { Language } from "../../domain/languages";
import {
  CHANGE_KINDS,
  type ChangeKind,
  changesByCategory,
  type SplitChange,
  textChangeFor,
} from "../../domain/split/diff";
import { apartFromSpace, compareLabels, type TextSegment } from "../../domain/split/words";

export interface CardMarks {
  /** Each kind once, in the order in which changes are told. */
  tags: ChangeKind[];
  /** The label word by word, or null when it did not change in the reader's language. */
  words: TextSegment[] | null;
}

function marksOf(changes: readonly SplitChange[], language: Language): CardMarks {
  const kinds = new Set(changes.map((change) => change.kind));
  const renamed = changes.find((change) => change.kind === "renamed");
  const told = renamed && textChangeFor(renamed, language);
  // The reader sees the Finnish label where a translation is missing; a change in another language is not on the card.
  const shown = renamed?.after[language] ? language : "fi";
  return {
    tags: CHANGE_KINDS.filter((kind) => kinds.has(kind)),
    words: told?.language === shown ? compareLabels(told.before, told.after).flatMap(apartFromSpace) : null,
  };
}

/**
 * Marks by category. A category whose marks are the same as in `earlier` keeps that very object, so that a
 * memoised card does not render again for somebody else's change.
 */
export function markCards(
  changes: readonly SplitChange[] | null,
  language: Language,
  earlier?: ReadonlyMap<string, CardMarks>,
): Map<string, CardMarks> {
  const marks = new Map<string, CardMarks>();
  for (const [id, list] of changesByCategory(changes ?? [])) {
    const made = marksOf(list, language);
    const before = earlier?.get(id);
    marks.set(id, before && JSON.stringify(before) === JSON.stringify(made) ? before : made);
  }
  return marks;
}
