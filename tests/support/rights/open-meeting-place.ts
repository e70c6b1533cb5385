/** A meeting that is on, for tests of rights: somebody is there, one speaks, one waits. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema/tables";
import { addItem } from "../../../server/commands/agenda/add-item.server";
import { insertMeeting } from "../../../server/commands/agenda/insert-meeting.server";

export async function addOpenMeeting(
  trx: Kysely<Database>,
  now: Date,
  { tableId, personId }: { tableId: string; personId: string },
) {
  const meeting = await insertMeeting(trx, now, {
    ...{ tableId, number: 2, year: 2026, startsAt: now, endsAt: null, place: "Joensuu", remoteLink: "" },
    ...{ isInPerson: false, message: "", createdBy: personId },
  });
  if (!meeting) throw new Error("the table has this meeting already");
  const added = async (title: string) =>
    (await addItem(trx, now, {
      ...{ meetingId: meeting.id, kind: "ordinary", title: { fi: title }, addedBy: personId },
    }))!.id;
  const [first, second] = [await added("Nyt"), await added("Sitten")];
  await trx
    .updateTable("meetings")
    .set({ state: "open", opened_at: now, current_item_id: first })
    .where("id", "=", meeting.id)
    .execute();
  const person = async (name: string) =>
    (
      await trx
        .insertInto("participants")
        .values({ meeting_id: meeting.id, name, list: "other", role: "other", position: 50 })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  const [here, coming] = [await person("Paikalla"), await person("Tulossa")];
  const { id: event } = await trx
    .insertInto("meeting_events")
    .values({
      ...{ meeting_id: meeting.id, kind: "arrived", at: now, participant_id: here, detail: "{}" },
      ...{ recorded_by: personId, key: randomUUID() },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const turn = async (...kinds: ("asked" | "given")[]) => {
    const id = randomUUID();
    for (const kind of kinds)
      await trx
        .insertInto("speaking_events")
        .values({
          ...{ meeting_id: meeting.id, item_id: first, turn_id: id, kind, participant_id: here },
          ...{ at: now, recorded_by: personId, key: randomUUID() },
        })
        .execute();
    return id;
  };
  const [speaking, waiting] = [await turn("asked", "given"), await turn("asked")];
  return { slug: meeting.slug, first, second, here, coming, event, speaking, waiting };
}
