/** What the page of a text draft is given. Times are ISO. */
import type { Localized } from "../domain/languages";
import type { Split } from "../domain/split/split";
import type { PassageAnchor } from "../domain/text/anchor";
import type { TextDocument } from "../domain/text/text";
import type { DiscussionData, ThreadData } from "./discussion-data";

/** Who made a suggestion, by the server's word. */
export interface SuggestionAuthor {
  author: string;
  /** Short name of the party that the author sat for, or null. */
  party: string | null;
  color: number | null;
  madeAt: string;
  isOwn: boolean;
}

/** A thread on words of the text. Where the words are now is found in the document. */
export interface MarginThread extends ThreadData {
  anchor: PassageAnchor;
}

interface ShownDraft {
  ok: true;
  title: Localized;
  /** Null shows the live draft. */
  version: number | null;
  /** Of the live draft, also where a version is shown. */
  documentId: string;
}

/** Another draft shown inside the text, with the viewer's own rights. */
export type EmbeddedDraft =
  | (ShownDraft & { kind: "split"; split: Split })
  | (ShownDraft & { kind: "text"; text: TextDocument })
  /** Not there, or not for this viewer: which of the two is not told. */
  | { ok: false };

/** The key of a draft block in `blocks`: "slug" or "slug@3". */
export function blockKey({ slug, version }: { slug: string; version: number | null }): string {
  return version === null ? slug : `${slug}@${version}`;
}

/** What the text's loader gives: everything the first paint shows. */
export interface TextPageData {
  /** The committed live text and the log position it was read at. */
  text: TextDocument;
  seq: number;
  versions: { number: number; label: string; meetingDate: string | null }[];
  /** By suggestion id: those in the text now. */
  suggestions: Record<string, SuggestionAuthor>;
  /** Threads on passages, in the order they were opened. */
  margin: MarginThread[];
  /** Mentions and the right to comment. */
  talk: Pick<DiscussionData, "canComment" | "choices">;
  /** By blockKey: the drafts that the text shows. */
  blocks: Record<string, EmbeddedDraft>;
  /** The initiatives that this text answers. */
  answersTo: { slug: string; title: Localized }[];
  abilities: { edit: boolean; suggest: boolean; comment: boolean; freeze: boolean; manage: boolean };
  viewer: { personId: string; partyId: string | null };
}
