/** The list of a draft's versions, and one of them opened read-only. */
import { readSplit } from "../../app/collab/documents/split-document";
import type { Localized } from "../../app/domain/languages";
import { canonicalSplit, sha256Hex } from "../../app/domain/split/canonical";
import { diffSplits, type SplitChange } from "../../app/domain/split/diff";
import type { Sides, Split } from "../../app/domain/split/split";
import { type SplitProblem, validateSplit } from "../../app/domain/split/validate";
import type { DiscussionData } from "../../app/protocol/discussion-data";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { discussionOf } from "./category-discussion.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { readableDraft } from "./readable-draft.server";
import { frozenVersion } from "./version-content.server";

/** A version without its content. Times are ISO, `meetingDate` is YYYY-MM-DD. */
export interface VersionLine {
  number: number;
  label: string;
  meetingDate: string | null;
  seq: number;
  sha256: string;
  frozenBy: string;
  frozenAt: string;
}

export interface VersionsPage {
  frame: DraftFrame;
  /** The newest first. */
  versions: VersionLine[];
  /** Whether the live draft is what the newest version holds. */
  isLiveFrozen: boolean;
  /** What is wrong in the live draft, for those who may freeze it (rule S7). */
  problems: SplitProblem[];
}

/** Every version of the draft, and what should be mended before the next. */
export async function versionsPage(services: Services, viewer: Viewer, slug: string): Promise<VersionsPage> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const live = readSplit((await services.documents.read(draft.documentId)).doc);
  const rows = await services.db
    .selectFrom("versions")
    .innerJoin("persons", "persons.id", "versions.frozen_by")
    .select([
      "versions.number",
      "versions.label",
      "versions.meeting_date as meetingDate",
      "versions.seq",
      "versions.sha256",
      "persons.name as frozenBy",
      "versions.frozen_at as frozenAt",
    ])
    .where("versions.draft_id", "=", draft.id)
    .orderBy("versions.number", "desc")
    .execute();
  const frame = await draftFrame(services, draft, actor, live);
  return {
    frame,
    versions: rows.map((row) => ({ ...row, frozenAt: row.frozenAt.toISOString() })),
    isLiveFrozen: rows[0]?.sha256 === sha256Hex(canonicalSplit(live)),
    problems: frame.abilities.freeze ? validateSplit(live) : [],
  };
}

/** One version on a read-only board. */
export interface VersionPage {
  frame: DraftFrame;
  version: VersionLine;
  split: Split;
  sideNotes: Partial<Record<Sides, Localized>>;
  /** Whether the live draft says something else than this version. */
  differsFromLive: boolean;
  /** What was said of this version. */
  discussion: DiscussionData;
}

/** A version opened read-only. 404 for an unknown number. */
export async function versionPage(
  services: Services,
  viewer: Viewer,
  slug: string,
  number: number,
): Promise<VersionPage> {
  const { frame, sideNotes, version, changes, ...rest } = await withVersion(services, viewer, slug, number);
  const discussion = await discussionOf(services, { ...rest, split: rest.live, wanted: { version: number } });
  const { split } = rest;
  return { frame, sideNotes, version, split, differsFromLive: changes.length > 0, discussion };
}

/** What restoring a version would do to the live draft: the page that asks before it is done. */
export async function restorePage(
  services: Services,
  viewer: Viewer,
  slug: string,
  number: number,
): Promise<Omit<VersionPage, "discussion"> & { changes: SplitChange[] }> {
  const { frame, version, split, sideNotes, changes } = await withVersion(services, viewer, slug, number);
  return { frame, version, split, sideNotes, changes, differsFromLive: changes.length > 0 };
}

async function withVersion(services: Services, viewer: Viewer, slug: string, number: number) {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const { split, ...version } = await frozenVersion(services, draft.id, number);
  const live = readSplit((await services.documents.read(draft.documentId)).doc);
  return {
    draft,
    actor,
    live,
    frame: await draftFrame(services, draft, actor, live),
    version: { ...version, frozenAt: version.frozenAt.toISOString() },
    split,
    sideNotes: draft.sideNotes,
    changes: diffSplits(live, split),
  };
}
