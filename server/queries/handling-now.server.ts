import { type Kysely, sql } from "kysely";
import type { HandledNow } from "../../app/protocol/board-data";
import type { Database } from "../../db/schema/tables";

/** The open item that is handling the draft now, the latest opened first; null when none is. */
export async function handlingNow(db: Kysely<Database>, draftId: string): Promise<HandledNow | null> {
  const row = await db
    .selectFrom("meetings as m")
    .innerJoin("agenda_items as i", "i.id", "m.current_item_id")
    .select(["m.slug", "m.number", "m.year", "i.id as itemId", "i.title"])
    .select(
      sql<number>`(select count(*)::int from agenda_items b where b.meeting_id = m.id and b.removed_at is null
        and (b.position, b.id) <= (i.position, i.id))`.as("itemNumber"),
    )
    .where("m.state", "=", "open")
    .where("i.draft_id", "=", draftId)
    .where("i.removed_at", "is", null)
    .orderBy("m.opened_at", "desc")
    .executeTakeFirst();
  return row ?? null;
}
