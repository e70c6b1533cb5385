import { readSplit } from "../../app/collab/documents/split-document";
import type { Localized } from "../../app/domain/languages";
import { diffSplits, type SplitChange } from "../../app/domain/split/diff";
import type { Sides, Split } from "../../app/domain/split/split";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { wishesBetween } from "./draft-wishes.server";
import { readableDraft } from "./readable-draft.server";
import { frozenVersion } from "./version-content.server";

/** What a version is compared with: another version's number, or the live draft. */
export type Point = number | "live";

/** Two states of a draft and what changed between them. */
export interface ComparePage {
  frame: DraftFrame;
  versions: { number: number; label: string; meetingDate: string | null }[];
  /** Null when there is nothing to compare yet. */
  comparison: {
    from: number;
    to: Point;
    /** The state compared to, as the board shows it. */
    split: Split;
    changes: SplitChange[];
    /** By category id; only wishes recorded between the two (rule S6). */
    wishes: Record<string, string>;
  } | null;
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
  const document = await services.documents.read(draft.documentId);
  const live = { split: readSplit(document.doc), seq: document.seq };
  const versions = await services.db
    .selectFrom("versions")
    .select(["number", "label", "meeting_date as meetingDate"])
    .where("draft_id", "=", draft.id)
    .orderBy("number")
    .execute();
  const frame = await draftFrame(services, draft, actor, live.split);
  const { sideNotes } = draft;
  const last = versions.at(-1)?.number;
  if (last === undefined) return { frame, versions, comparison: null, sideNotes };

  const point = async (which: Point) =>
    which === "live" ? live : await frozenVersion(services, draft.id, which);
  const [from, to] = [asked.from ?? last, asked.to ?? "live"];
  const [before, after] = await Promise.all([point(from), point(to)]);
  const wishes = await wishesBetween(
    services,
    draft.documentId,
    Math.min(before.seq, after.seq),
    Math.max(before.seq, after.seq),
  );
  const changes = diffSplits(before.split, after.split);
  return { frame, versions, comparison: { from, to, split: after.split, changes, wishes }, sideNotes };
}
