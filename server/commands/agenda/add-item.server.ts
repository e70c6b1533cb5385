/** Puts an item on an agenda, with the shared text of its handling. */
import type { Kysely } from "kysely";
import { TEXT_SCHEMA_VERSION } from "../../../app/collab/documents/schema-version";
import type { Localized } from "../../../app/domain/languages";
import { inOrder, placeFor } from "../../../app/domain/meetings/agenda";
import { ITEMS_MAX, type ItemKind, type ItemOrigin } from "../../../app/domain/meetings/meeting";
import type { Database } from "../../../db/schema/tables";
import { recordAudit } from "../../events/record-audit.server";

export interface NewItem {
  meetingId: string;
  kind: ItemKind;
  title: Localized;
  presenter?: string;
  proposal?: Localized;
  draftId?: string | null;
  origin?: ItemOrigin | null;
  addedBy: string;
  /** Of the form. */
  key?: string | null;
}

/**
 * In the caller's transaction, which holds the meeting (lockMeeting). The item goes where its kind stands in a standard agenda. The id of
 * the one that is there when the same origin or key has one already; null when the agenda is full (ITEMS_MAX).
 */
export async function addItem(
  trx: Kysely<Database>,
  now: Date,
  item: NewItem,
): Promise<{ id: string; isNew: boolean } | null> {
  const there = await itemsOf(trx, item.meetingId);
  const origin = item.origin ? originKey(item.origin) : null;
  const same =
    there.find((one) => item.key && one.key === item.key) ??
    inOrder(there).find((one) => one.origin && originKey(one.origin) === origin);
  if (same) return { id: same.id, isNew: false };
  const order = inOrder(there);
  if (order.length >= ITEMS_MAX) return null;
  const { id: handlingId } = await trx
    .insertInto("documents")
    .values({ kind: "text", schema_version: TEXT_SCHEMA_VERSION })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id } = await trx
    .insertInto("agenda_items")
    .values({
      ...{ meeting_id: item.meetingId, position: order.length + 1, kind: item.kind },
      ...{ title: JSON.stringify(item.title), presenter: item.presenter ?? "" },
      ...{ proposal: JSON.stringify(item.proposal ?? { fi: "" }), draft_id: item.draftId ?? null },
      origin: item.origin ? JSON.stringify(item.origin) : null,
      ...{ handling_id: handlingId, created_at: now, key: item.key ?? null },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const ids = order.map((one) => one.id);
  ids.splice(placeFor(item.kind, there), 0, id);
  await putInOrder(trx, ids);
  await recordAudit(trx, {
    ...{ personId: item.addedBy, action: "agenda.itemAdded", subjectKind: "meeting" },
    ...{ subjectId: item.meetingId, detail: { item: id, kind: item.kind, origin: item.origin ?? null } },
  });
  return { id, isNew: true };
}

/** All items of a meeting, the removed ones too. */
export function itemsOf(trx: Kysely<Database>, meetingId: string) {
  return trx
    .selectFrom("agenda_items")
    .select(["id", "position", "kind", "removed_at as removedAt", "origin", "draft_id as draftId", "key"])
    .where("meeting_id", "=", meetingId)
    .orderBy("position")
    .execute();
}

/** Positions 1, 2, 3 … in this order. */
export async function putInOrder(trx: Kysely<Database>, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await trx
      .updateTable("agenda_items")
      .set({ position: index + 1 })
      .where("id", "=", id)
      .where("position", "!=", index + 1)
      .execute();
}

/** What makes two origins the same. */
function originKey(origin: ItemOrigin): string {
  switch (origin.kind) {
    case "round":
      return `round ${origin.id}`;
    case "ready":
      return `ready ${origin.draftId} ${[...origin.categoryIds].sort().join(" ")}`;
    case "minutes":
      return `minutes ${origin.meetingId}`;
  }
}
