/** What can be brought in, its limits, and the closed lists of why a file is refused and what is told of one (rules F1–F3). */
import type { Split } from "../split/split";
import type { TextDocument } from "../text/text";

/** A file, in bytes. */
export const IMPORT_BYTES_MAX = 10 * 1024 * 1024;
/** Text pasted into the form, in characters. */
export const PASTED_CHARACTERS_MAX = 600_000;
/** Of a Word file, which is a zip: parts, unpacked bytes of one and of all, and how many times a large one may grow. */
export const ZIP_ENTRIES_MAX = 2000;
export const ZIP_ENTRY_BYTES_MAX = 25 * 1024 * 1024;
export const ZIP_TOTAL_BYTES_MAX = 100 * 1024 * 1024;
export const ZIP_RATIO_MAX = 100;
/** Below this many bytes a part may be packed as tightly as it likes. */
export const ZIP_RATIO_FROM_BYTES = 1024 * 1024;
/** Of the XML inside: elements in each other, and elements in one part. */
export const XML_DEPTH_MAX = 150;
export const XML_ELEMENTS_MAX = 400_000;
/** Reading of one file: time, and memory of the thread that reads. */
export const READING_MS_MAX = 20_000;
export const READING_MEMORY_MB_MAX = 256;
/** Files that may wait for the one that is being read. */
export const READING_WAITING_MAX = 8;
/** How long an import waits for its reader's approval, and how many of one person may wait. */
export const IMPORT_MINUTES = 60;
export const IMPORTS_WAITING_MAX = 20;
export const IMPORT_NAME_CHARACTERS_MAX = 200;

/** Why nothing could be brought in. */
export const IMPORT_REFUSALS = [
  // What came is no file that we read.
  "missing",
  "large",
  "unknownType",
  "oldWord",
  "notWord",
  "macros",
  // The zip around a Word file.
  "damaged",
  "encrypted",
  "zip64",
  "zipEntries",
  "zipLarge",
  "zipRatio",
  "zipLying",
  "zipNames",
  "zipTwice",
  // The XML inside, and plain text.
  "xmlEntities",
  "xmlNotUtf8",
  "deep",
  "xmlMany",
  "notUtf8",
  "nul",
  // What it says.
  "empty",
  "longText",
  "manyCells",
  "manyCategories",
  "noCategories",
  // The reading itself.
  "tooSlow",
  "tooMuchMemory",
  "busy",
  "cancelled",
] as const;
export type ImportRefusal = (typeof IMPORT_REFUSALS)[number];

/** What was left out or changed; each is told with how often. */
export const IMPORT_WARNINGS = [
  "images",
  "links",
  "externalParts",
  "embeddedFiles",
  "comments",
  "trackedInsertions",
  "trackedDeletions",
  "headersAndFooters",
  "flattened",
  "htmlAsText",
  "cutNotes",
  // Of a list that became a split.
  "mergedBoth",
  "sameLabel",
  "longLabel",
  "skippedLines",
  "withoutSide",
] as const;
export type ImportWarning = (typeof IMPORT_WARNINGS)[number];
export interface CountedWarning {
  warning: ImportWarning;
  count: number;
}

/** What a file was read as: the whole of it as a text, and the title that it names itself by, if any. */
export interface ReadFile {
  text: TextDocument;
  title: string;
  warnings: CountedWarning[];
}
export type Reading = ({ ok: true } & ReadFile) | { ok: false; refusal: ImportRefusal };

/** What waits for approval. */
export type ImportContent = { kind: "text"; text: TextDocument } | { kind: "split"; split: Split };

/** Counts warnings by name; those that never came are left out. */
export function countedWarnings(counts: Partial<Record<ImportWarning, number>>): CountedWarning[] {
  return IMPORT_WARNINGS.flatMap((warning) => {
    const count = counts[warning] ?? 0;
    return count > 0 ? [{ warning, count }] : [];
  });
}

/** A file's name as it is kept: its last part, without control characters, of a length that is stored. */
export function importName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  // Also the characters that turn the direction of writing: they would show another ending than the real one.
  const clean = last.replace(/[\p{C}\u2028\u2029]/gu, "").trim();
  return clean.slice(0, IMPORT_NAME_CHARACTERS_MAX) || "-";
}
