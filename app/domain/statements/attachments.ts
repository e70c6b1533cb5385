/** Attachments of statements. */

/** Bytes of one attachment. */
export const ATTACHMENT_BYTES_MAX = 10 * 1024 * 1024;
/** Attachments of one party's statement at a time. */
export const ATTACHMENTS_MAX = 10;
export const ATTACHMENT_NAME_CHARACTERS_MAX = 200;
export const ATTACHMENT_TYPE = "application/pdf";

/** A file's own name without folders and control characters, ending in .pdf. Never empty, never too long. */
export function attachmentName(given: string): string {
  const name = (given.split(/[/\\]/).at(-1) ?? "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be stored
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim()
    .replace(/\.pdf$/i, "");
  return `${Array.from(name || "1")
    .slice(0, ATTACHMENT_NAME_CHARACTERS_MAX - ".pdf".length)
    .join("")}.pdf`;
}
