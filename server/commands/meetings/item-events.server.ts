/** Opening and closing items: the events that tie changes of a draft to what is handled (rule M3). */
import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema/tables";
import { endFloor } from "./floor.server";
import { draftOfItem, type InMeeting } from "./in-meeting.server";

/** Closes the current item, if there is one, where the log of its draft stands now. Who speaks has spoken. */
export async function closeCurrentItem(at: InMeeting, moment = at.now): Promise<void> {
  const itemId = at.row.current_item_id;
  await endFloor(at);
  if (!itemId) return;
  const draft = await draftOfItem(at.trx, itemId);
  await at.record({ kind: "itemClosed", itemId, seq: draft?.seq ?? null }, moment);
  at.touch(draft?.documentId ?? null);
}

/** Opens the item: what its draft's log gets from now on belongs to it. */
export async function openItem(at: InMeeting, itemId: string): Promise<void> {
  const draft = await draftOfItem(at.trx, itemId);
  await at.record({ kind: "itemOpened", itemId, seq: draft?.seq ?? null });
  at.touch(draft?.documentId ?? null);
}

/** The agenda as it stands: ids in order with titles. */
export async function agendaOf(trx: Kysely<Database>, meetingId: string) {
  return trx
    .selectFrom("agenda_items")
    .select(["id", "title", "kind"])
    .where("meeting_id", "=", meetingId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}
