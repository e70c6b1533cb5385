import { countContent, type DraftContent, type DraftCounts } from "../../app/domain/draft-content";
import type { DraftKind } from "../../app/domain/drafts";
import type { Localized } from "../../app/domain/languages";
import type { Actor, DraftState } from "../../app/domain/policy";
import { mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { readableDraft } from "./readable-draft.server";

type Draft = Awaited<ReturnType<typeof readableDraft>>["draft"];

/** What stands above every page of a draft. */
export interface DraftFrame {
  slug: string;
  kind: DraftKind;
  title: Localized;
  state: DraftState;
  documentId: string;
  table: { slug: string; name: Localized };
  region: { name: Localized };
  /** The last frozen version, or null. `meetingDate` is YYYY-MM-DD. */
  lastVersion: { number: number; meetingDate: string | null } | null;
  /** Of the live content. */
  counts: DraftCounts;
  abilities: { edit: boolean; freeze: boolean; restore: boolean; manage: boolean };
}

/** The frame of a draft that the viewer may read. */
export async function draftFrame(
  { db }: Services,
  draft: Draft,
  actor: Actor,
  live: DraftContent,
): Promise<DraftFrame> {
  const lastVersion = await db
    .selectFrom("versions")
    .select(["number", "meeting_date as meetingDate"])
    .where("draft_id", "=", draft.id)
    .orderBy("number", "desc")
    .executeTakeFirst();
  return {
    slug: draft.slug,
    kind: draft.kind,
    title: draft.title,
    state: draft.state,
    documentId: draft.documentId,
    table: { slug: draft.tableSlug, name: draft.tableName },
    region: { name: draft.regionName },
    lastVersion: lastVersion ?? null,
    counts: countContent(live),
    abilities: {
      edit: mayDo(actor, "draft.edit", draft),
      freeze: mayDo(actor, "draft.freeze", draft),
      restore: mayDo(actor, "draft.restore", draft),
      manage: mayDo(actor, "draft.manage", draft),
    },
  };
}
