import type { Localized } from "../../app/domain/languages";
import type { Actor, DraftState } from "../../app/domain/policy";
import type { Split } from "../../app/domain/split/split";
import { mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { readableDraft } from "./readable-draft.server";

type Draft = Awaited<ReturnType<typeof readableDraft>>["draft"];

/** What stands above every page of a draft. */
export interface DraftFrame {
  slug: string;
  title: Localized;
  state: DraftState;
  documentId: string;
  table: { slug: string; name: Localized };
  region: { name: Localized };
  /** The last frozen version, or null. `meetingDate` is YYYY-MM-DD. */
  lastVersion: { number: number; meetingDate: string | null } | null;
  /** Of the live split: categories on the board, and open questions among them. */
  counts: { categories: number; questions: number };
  abilities: { edit: boolean; freeze: boolean; restore: boolean; manage: boolean };
}

/** How many categories stand on the board, and how many of them are questioned. */
export function countSplit(split: Split): DraftFrame["counts"] {
  const board = split.categories.filter(({ status }) => status !== "removed");
  return { categories: board.length, questions: board.filter(({ question }) => question).length };
}

/** The frame of a draft that the viewer may read. */
export async function draftFrame(
  { db }: Services,
  draft: Draft,
  actor: Actor,
  live: Split,
): Promise<DraftFrame> {
  const lastVersion = await db
    .selectFrom("versions")
    .select(["number", "meeting_date as meetingDate"])
    .where("draft_id", "=", draft.id)
    .orderBy("number", "desc")
    .executeTakeFirst();
  return {
    slug: draft.slug,
    title: draft.title,
    state: draft.state,
    documentId: draft.documentId,
    table: { slug: draft.tableSlug, name: draft.tableName },
    region: { name: draft.regionName },
    lastVersion: lastVersion ?? null,
    counts: countSplit(live),
    abilities: {
      edit: mayDo(actor, "draft.edit", draft),
      freeze: mayDo(actor, "draft.freeze", draft),
      restore: mayDo(actor, "draft.restore", draft),
      manage: mayDo(actor, "draft.manage", draft),
    },
  };
}
