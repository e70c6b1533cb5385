import { LANGUAGES, type Language } from "../../../app/domain/languages";
import {
  PARTIES_AT_ONCE_MAX,
  PARTY_NAME_CHARACTERS_MAX,
  PARTY_SHORT_NAME_CHARACTERS_MAX,
} from "../../../app/domain/tables";
import type { Outcome } from "../../../app/messages/problem";
import { translator } from "../../../app/messages/server.server";
import { PARTY_KINDS, type PartyKind } from "../../../db/schema/tables";
import type { NewParty } from "../tables/change-parties.server";

/** Reads "Liperi; kunta; Liperin", one party a line. Kind (municipality) and genitive may be left out. */
export function readPartyLines(text: string): Outcome<{ parties: NewParty[] }> {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0 || lines.length > PARTIES_AT_ONCE_MAX)
    return {
      ok: false,
      error: "setup.errors.partiesNeeded",
      field: "parties",
      values: { max: PARTIES_AT_ONCE_MAX },
    };
  const parties: NewParty[] = [];
  for (const line of lines) {
    const [name = "", kindWord = "", genitive = ""] = line.split(";").map((part) => part.trim());
    const kind = kindWord ? kindNamed(kindWord) : "municipality";
    if (
      !name ||
      !kind ||
      name.length > PARTY_NAME_CHARACTERS_MAX ||
      genitive.length > PARTY_NAME_CHARACTERS_MAX
    )
      return { ok: false, error: "setup.errors.partyLine", field: "parties", values: { line } };
    parties.push({
      name: { fi: name },
      // A guess that is right for most names that end in a vowel; the third part of the line overrules it.
      genitive: genitive || `${name}n`,
      shortName: name.slice(0, PARTY_SHORT_NAME_CHARACTERS_MAX),
      kind,
    });
  }
  return { ok: true, parties };
}

/** The kind that a word means in any of the languages: "kunta", "kommun", "municipality". */
function kindNamed(word: string): PartyKind | null {
  const wanted = word.toLowerCase();
  for (const language of LANGUAGES) {
    const { t } = translator(language);
    const kind = PARTY_KINDS.find((k) => t(`tables.partyKinds.${k}`).toLowerCase() === wanted);
    if (kind) return kind;
  }
  return null;
}

/** The words that a line may use for its kind, in the reader's language: "kunta, hyvinvointialue, …". */
export function partyKindWords(language: Language): string {
  const { t } = translator(language);
  return PARTY_KINDS.map((kind) => t(`tables.partyKinds.${kind}`).toLowerCase()).join(", ");
}
