import type { Language } from "../../domain/languages";

/** A party in a sentence that bends its name: Finnish has the genitive for it, the others take the name as it is. */
export function whose(party: { shortName: string; genitive: string }, language: Language): string {
  return language === "fi" ? party.genitive : party.shortName;
}
