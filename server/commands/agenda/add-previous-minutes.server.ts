/** Rule K4: the last minutes come to the next agenda for approval by themselves. */
import { type Kysely, sql } from "kysely";
import { lateBefore } from "../../../app/domain/meetings/agenda";
import { meetingNumber } from "../../../app/domain/meetings/meeting";
import type { Database } from "../../../db/schema/tables";
import { addItem } from "./add-item.server";
import { wordsIn } from "./standard-items.server";

/**
 * For a meeting that was just made, or one that has just been closed, in the caller's transaction: the table's latest closed meeting
 * gets an item on its next planned agenda. Doing it again does nothing; one that a person removed does not come back.
 */
export async function addPreviousMinutes(
  trx: Kysely<Database>,
  now: Date,
  { tableId, addedBy }: { tableId: string; addedBy: string },
): Promise<void> {
  const closed = await trx
    .selectFrom("meetings")
    .select(["id", "number", "year", "starts_at", "record_kind"])
    .where("table_id", "=", tableId)
    .where("state", "=", "closed")
    .orderBy("starts_at", "desc")
    .executeTakeFirst();
  if (!closed) return;
  const next = await trx
    .selectFrom("meetings")
    .select("id")
    .where("table_id", "=", tableId)
    .where("state", "=", "planned")
    .where("starts_at", ">", closed.starts_at)
    // Not to one that nobody opened in time.
    .where("starts_at", ">=", lateBefore(now))
    .orderBy("starts_at")
    .forUpdate()
    .executeTakeFirst();
  if (!next) return;
  // On any agenda, also one that a person removed, or that is being handled now.
  const there = await trx
    .selectFrom("agenda_items as i")
    .innerJoin("meetings as m", "m.id", "i.meeting_id")
    .select("i.id")
    .where("m.table_id", "=", tableId)
    .where("m.state", "!=", "cancelled")
    .where(sql`i.origin->>'meetingId'`, "=", closed.id)
    .executeTakeFirst();
  if (there) return;
  const values = { number: meetingNumber(closed) };
  await addItem(trx, now, {
    ...{ meetingId: next.id, kind: "previousMinutes", addedBy },
    title: wordsIn(`agenda.previousMinutes.${closed.record_kind}`, values),
    proposal: wordsIn(`agenda.previousMinutes.${closed.record_kind}Proposal`, values),
    origin: { kind: "minutes", meetingId: closed.id },
  });
}
