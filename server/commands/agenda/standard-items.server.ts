/** Titles of standard items in all three languages: from the messages, kept as content of the meeting. */
import type { ParseKeys } from "i18next";
import { LANGUAGES, type Localized } from "../../../app/domain/languages";
import { STANDARD_KINDS } from "../../../app/domain/meetings/agenda";
import type { ItemKind } from "../../../app/domain/meetings/meeting";
import { translator } from "../../../app/messages/server.server";

/** A message in every language, as content. */
export function wordsIn(key: ParseKeys, values: Record<string, string | number> = {}): Localized {
  const of = Object.fromEntries(LANGUAGES.map((one) => [one, String(translator(one).t(key, values))]));
  return of as unknown as Localized;
}

export interface StandardItem {
  kind: ItemKind;
  title: Localized;
  proposal: Localized;
}

/** The agenda that a new meeting starts from, in its order. */
export const standardItems = (): StandardItem[] =>
  STANDARD_KINDS.map((kind) => ({
    kind,
    title: wordsIn(`agenda.standard.${kind}`),
    proposal: { fi: "" },
  }));
