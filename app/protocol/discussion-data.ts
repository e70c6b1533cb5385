/** What a page or the board's panel is given of a discussion. Times are ISO. */
import type { CommentKind } from "../domain/discussion/comment";
import type { Localized } from "../domain/languages";

/** What a thread is about, as a reader knows it. */
export type ThreadPlace =
  | { kind: "draft" }
  /** `label` is null when the draft never had the category; `isRemoved`: its thread stays and says so (rule C6). */
  | { kind: "category"; categoryId: string; label: Localized | null; isRemoved: boolean }
  | { kind: "version"; number: number; label: string }
  /** Words of a text, as they were; `isGone`: they are not in the text now (rule A4). */
  | { kind: "passage"; quote: string; isGone: boolean };

export interface CommentData {
  id: string;
  kind: CommentKind;
  /** As it reads now: plain text with light formatting. */
  body: string;
  author: string;
  /** Short name of the party that the author sat for when it was written. */
  party: string | null;
  color: number | null;
  writtenAt: string;
  /** When it was last reworded, or null. */
  editedAt: string | null;
  /** The earlier words, the oldest first. */
  earlier: { id: string; body: string }[];
  isOwn: boolean;
  /** The viewer's own, and still within its window (rule C3). */
  canEdit: boolean;
  isUnread: boolean;
  isExample: boolean;
  /** Names after "@" that somebody here answers to. */
  mentions: string[];
}

export interface ThreadData {
  id: string;
  place: ThreadPlace;
  comments: CommentData[];
  /** Who resolved it and when, or null while it is open. */
  resolved: { by: string; at: string } | null;
  isUnread: boolean;
  /** May resolve and reopen it. */
  canSettle: boolean;
}

/** Somebody or a party that "@" reaches, for the picker. */
export interface MentionChoice {
  kind: "person" | "party";
  name: string;
}

/** The threads of one subject, and what the viewer may do there. */
export interface DiscussionData {
  threads: ThreadData[];
  canComment: boolean;
  choices: MentionChoice[];
}

/** Of a category on the board. */
export interface ThreadCount {
  /** Threads that are not resolved. */
  open: number;
  /** Something in them is new to the viewer. */
  unread: boolean;
}

/** What a form's action answers to a page that asks by itself. `unreached`: names after "@" that reached nobody. */
export type TalkAnswer = { ok: true; commentId: string | null; unreached: string[] };
