/** The product's languages; Finnish is the source and is always there. */
export const LANGUAGES = ["fi", "sv", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Content in one to three languages. An absent language falls back to Finnish. */
export interface Localized {
  fi: string;
  sv?: string | undefined;
  en?: string | undefined;
}

/** The text in the reader's language, or in Finnish where it is missing. */
export function inLanguage(text: Localized, language: Language): string {
  return text[language] || text.fi;
}
