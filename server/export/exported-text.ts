import type { Language } from "../../app/domain/languages";
import type { TextDocument } from "../../app/domain/text/text";

/** What every format is made of. Drafts shown inside the text have become ordinary blocks. */
export interface ExportedText {
  title: string;
  language: Language;
  text: TextDocument;
  /** Of the footer: version, hash, day. */
  facts: string[];
  /** Whose product the file is: the table's name. */
  creator: string;
  /** By suggestion id: who made it and when (ISO). Empty where no suggestions are shown. */
  suggestions: Record<string, { author: string; madeAt: string }>;
  /** When it was taken out. */
  madeAt: Date;
}
