/** What the board shows at first paint: the committed split, what it is compared with, and the viewer's abilities. */
import { readSplit } from "../../app/collab/documents/split-document";
import { parseCanonicalSplit } from "../../app/domain/split/parse-split";
import type { BoardData } from "../../app/protocol/board-data";
import { mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { suggestionCounts, threadCounts } from "./discussion-counts.server";
import { wishesBetween } from "./draft-wishes.server";
import { handlingNow } from "./handling-now.server";
import { positionCounts } from "./position-counts.server";
import { readableDraft } from "./readable-draft.server";

/**
 * The board of a draft. `changesSince` is a version's number, "none", or null for the board's own choice:
 * the version before the last, so that the page opens on the last meeting's changes in red; the only one
 * there is, before that.
 */
export async function boardPage(
  services: Services,
  viewer: Viewer,
  slug: string,
  changesSince: number | "none" | null = null,
): Promise<BoardData> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const [live, versions, wishes, threads, suggestions, handled] = await Promise.all([
    services.documents.read(draft.documentId),
    services.db
      .selectFrom("versions")
      .select(["number", "label", "meeting_date as meetingDate"])
      .where("draft_id", "=", draft.id)
      .orderBy("number")
      .execute(),
    wishesBetween(services, draft.documentId),
    threadCounts(services.db, draft.id, viewer.personId),
    suggestionCounts(services.db, draft.id),
    handlingNow(services.db, draft.id),
  ]);
  const seat = actor.seats.find((s) => s.tableId === draft.tableId);
  const split = readSplit(live.doc);
  return {
    draft: {
      id: draft.id,
      slug: draft.slug,
      title: draft.title,
      state: draft.state,
      documentId: draft.documentId,
      sideNotes: draft.sideNotes,
    },
    table: { slug: draft.tableSlug, name: draft.tableName },
    region: { slug: draft.regionSlug, name: draft.regionName },
    split,
    seq: live.seq,
    versions,
    since: await readSince(services, draft.id, versions, changesSince),
    wishes,
    threadCounts: threads,
    suggestionCounts: suggestions,
    positionCounts: await positionCounts(services, draft, split),
    handled,
    abilities: {
      edit: mayDo(actor, "draft.edit", draft),
      freeze: mayDo(actor, "draft.freeze", draft),
      manage: mayDo(actor, "draft.manage", draft),
    },
    viewer: { personId: viewer.personId, partyId: seat?.partyId ?? null, role: seat?.role ?? null },
  };
}

async function readSince(
  { db }: Services,
  draftId: string,
  versions: { number: number }[],
  wanted: number | "none" | null,
): Promise<BoardData["since"]> {
  if (wanted === "none") return null;
  const chosen = versions.find(({ number }) => number === wanted) ?? versions.at(-2) ?? versions.at(-1);
  if (!chosen) return null;
  const row = await db
    .selectFrom("versions")
    .select("content")
    .where("draft_id", "=", draftId)
    .where("number", "=", chosen.number)
    .executeTakeFirstOrThrow();
  return { number: chosen.number, split: parseCanonicalSplit(row.content) };
}
