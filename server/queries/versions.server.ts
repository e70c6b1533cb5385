/** The list of a draft's versions, and one of them opened read-only. */

import type { DraftContent } from "../../app/domain/draft-content";
import { type DraftDifference, diffContents, isChanged } from "../../app/domain/draft-difference";
import type { Localized } from "../../app/domain/languages";
import type { Sides } from "../../app/domain/split/split";
import { type SplitProblem, validateSplit } from "../../app/domain/split/validate";
import { suggestionIds } from "../../app/domain/text/suggestions";
import type { DiscussionData } from "../../app/protocol/discussion-data";
import type { EmbeddedDraft } from "../../app/protocol/text-data";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { discussionOf } from "./category-discussion.server";
import { embeddedDrafts } from "./draft-blocks.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { liveContent } from "./live-content.server";
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
  /** Suggestions in a live text that nobody has settled (rule V8). */
  openSuggestions: number;
}

/** Every version of the draft, and what should be mended before the next. */
export async function versionsPage(services: Services, viewer: Viewer, slug: string): Promise<VersionsPage> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const live = await liveContent(services, draft);
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
  const [frame, newest] = await Promise.all([
    draftFrame(services, draft, actor, live.content),
    rows[0] ? frozenVersion(services, draft.id, rows[0].number) : null,
  ]);
  return {
    frame,
    versions: rows.map((row) => ({ ...row, frozenAt: row.frozenAt.toISOString() })),
    isLiveFrozen: newest !== null && !isChanged(diffContents(newest.content, live.content)),
    problems: frame.abilities.freeze ? validateSplit(live.split) : [],
    openSuggestions: live.content.kind === "text" ? suggestionIds(live.content.text).size : 0,
  };
}

/** One version, read-only. */
export interface VersionPage {
  frame: DraftFrame;
  version: VersionLine;
  content: DraftContent;
  sideNotes: Partial<Record<Sides, Localized>>;
  /** Whether the live draft says something else than this version. */
  differsFromLive: boolean;
  /** By blockKey: the drafts that a frozen text shows. */
  blocks: Record<string, EmbeddedDraft>;
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
  const { frame, version, content, difference, live, draft, actor } = await withVersion(
    services,
    viewer,
    slug,
    number,
  );
  const discussion = await discussionOf(services, {
    ...{ draft, actor, split: live.split },
    wanted: { version: number },
  });
  const blocks = content.kind === "text" ? await embeddedDrafts(services, viewer, content.text) : {};
  const { sideNotes } = draft;
  return { frame, version, content, blocks, sideNotes, differsFromLive: isChanged(difference), discussion };
}

/** What restoring a version would do to the live draft: the page that asks before it is done. */
export interface RestorePage {
  frame: DraftFrame;
  version: VersionLine;
  /** From the live draft to the version. */
  difference: DraftDifference;
  /** Suggestions in the live text, which a restore takes away with it. */
  openSuggestions: number;
}

export async function restorePage(
  services: Services,
  viewer: Viewer,
  slug: string,
  number: number,
): Promise<RestorePage> {
  const { frame, version, difference, live } = await withVersion(services, viewer, slug, number);
  const openSuggestions = live.content.kind === "text" ? suggestionIds(live.content.text).size : 0;
  return { frame, version, difference, openSuggestions };
}

async function withVersion(services: Services, viewer: Viewer, slug: string, number: number) {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const { content, split: _, ...version } = await frozenVersion(services, draft.id, number);
  const live = await liveContent(services, draft);
  return {
    draft,
    actor,
    live,
    frame: await draftFrame(services, draft, actor, live.content),
    version: { ...version, frozenAt: version.frozenAt.toISOString() },
    content,
    difference: diffContents(live.content, content),
  };
}
