import { diffContents } from "../../app/domain/draft-difference";
import type { Localized } from "../../app/domain/languages";
import type { SplitChange } from "../../app/domain/split/diff";
import type { Sides, Split } from "../../app/domain/split/split";
import type { TextEntry } from "../../app/domain/text/diff";
import { suggestionIds } from "../../app/domain/text/suggestions";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { wishesBetween } from "./draft-wishes.server";
import { liveContent } from "./live-content.server";
import { readableDraft } from "./readable-draft.server";
import { frozenVersion } from "./version-content.server";

/** What a version is compared with: another version's number, or the live draft. */
export type Point = number | "live";

/** What is compared, and what changed between the two. */
export interface Compared {
  from: number;
  to: Point;
}
/** The state compared to as the board shows it. Wishes are by category id; only those recorded between the two (rule S6). */
export type SplitComparison = Compared & {
  kind: "split";
  split: Split;
  changes: SplitChange[];
  wishes: Record<string, string>;
};
/** Suggestions of the live text are no part of it: how many there are (rule V8). */
export type TextComparison = Compared & { kind: "text"; entries: TextEntry[]; openSuggestions: number };

/** Two states of a draft and what changed between them. */
export interface ComparePage {
  frame: DraftFrame;
  versions: { number: number; label: string; meetingDate: string | null }[];
  /** Null when there is nothing to compare yet. */
  comparison: SplitComparison | TextComparison | null;
  sideNotes: Partial<Record<Sides, Localized>>;
}

/**
 * Compares two versions, or a version with the live draft. Where a side is not said, the last version is
 * compared with the live draft. 404 for a version that is not there.
 */
export async function comparePage(
  services: Services,
  viewer: Viewer,
  slug: string,
  asked: { from: number | null; to: Point | null },
): Promise<ComparePage> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const live = await liveContent(services, draft);
  const versions = await services.db
    .selectFrom("versions")
    .select(["number", "label", "meeting_date as meetingDate"])
    .where("draft_id", "=", draft.id)
    .orderBy("number")
    .execute();
  const frame = await draftFrame(services, draft, actor, live.content);
  const { sideNotes } = draft;
  const last = versions.at(-1)?.number;
  if (last === undefined) return { frame, versions, comparison: null, sideNotes };

  const point = async (which: Point) =>
    which === "live" ? live : await frozenVersion(services, draft.id, which);
  const [from, to] = [asked.from ?? last, asked.to ?? "live"];
  const [before, after] = await Promise.all([point(from), point(to)]);
  const difference = diffContents(before.content, after.content);
  if (difference.kind === "text") {
    const openSuggestions =
      to === "live" && live.content.kind === "text" ? suggestionIds(live.content.text).size : 0;
    return { frame, versions, comparison: { from, to, ...difference, openSuggestions }, sideNotes };
  }
  const wishes = await wishesBetween(
    services,
    draft.documentId,
    Math.min(before.seq, after.seq),
    Math.max(before.seq, after.seq),
  );
  const comparison = { from, to, ...difference, split: after.split, wishes };
  return { frame, versions, comparison, sideNotes };
}
