/** What may be said in a discussion, and until when it may be reworded. */

/** Characters of one comment. */
export const COMMENT_CHARACTERS_MAX = 5000;
/** Comments in one thread: a longer talk is easier to follow in a new one. */
export const COMMENTS_PER_THREAD_MAX = 500;
/** Threads of one draft, on all of its subjects together. */
export const THREADS_PER_DRAFT_MAX = 1000;
/** The author may reword a comment this long after it was written (rule C3). */
export const EDIT_WINDOW_MINUTES = 15;

/** How a thread begins; answers to it are replies. */
export const OPENING_KINDS = ["comment", "question"] as const;
export type OpeningKind = (typeof OPENING_KINDS)[number];
export type CommentKind = OpeningKind | "reply";

/** What a thread is about. A round's threads belong to its table. */
export type ThreadSubjectKind = "draft" | "category" | "version" | "round";

const MINUTE_MS = 60_000;

/** The moment after which the author may not reword the comment any more. */
export function editableUntil(writtenAt: Date): Date {
  return new Date(writtenAt.getTime() + EDIT_WINDOW_MINUTES * MINUTE_MS);
}

/** Whether the comment may still be reworded; the last moment belongs to the window. */
export function isEditable(writtenAt: Date, now: Date): boolean {
  return now.getTime() <= editableUntil(writtenAt).getTime();
}

/** A comment as it is kept: line breaks in one form, no spaces around it. */
export function normalizeComment(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** The beginning of a comment on one line, for a list or a mail. Characters of `max` include the dots. */
export function excerptOf(body: string, max = 200): string {
  const line = body.replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= max
    ? line
    : `${characters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
}
