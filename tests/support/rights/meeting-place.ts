/** A planned meeting of a table for tests of rights (an item before the board, one that was removed, a file, a road), and one that is on. */
import { randomUUID } from "node:crypto";
import { addItem } from "../../../server/commands/agenda/add-item.server";
import { insertMeeting } from "../../../server/commands/agenda/insert-meeting.server";
import { addRoadStep } from "../../../server/commands/road/add-road-step.server";
import { createLinkToken, hashLinkToken } from "../../../server/mail/mailed-link-token";
import type { Services } from "../../../server/services";
import { addOpenMeeting } from "./open-meeting-place";

const DAY_MS = 86_400_000;

export async function addMeetingPlace(
  services: Services,
  { tableId, draftSlug, personId }: { tableId: string; draftSlug: string; personId: string },
) {
  const now = services.clock();
  return services.db.transaction().execute(async (trx) => {
    const { id: draftId } = await trx
      .selectFrom("drafts")
      .select("id")
      .where("slug", "=", draftSlug)
      .executeTakeFirstOrThrow();
    const meeting = await insertMeeting(trx, now, {
      ...{ tableId, number: 1, year: 2026, startsAt: new Date(now.getTime() + 7 * DAY_MS), endsAt: null },
      ...{ place: "Joensuu", remoteLink: "", isInPerson: false, message: "", createdBy: personId },
    });
    if (!meeting) throw new Error("the table has this meeting already");
    const item = async (title: string, more: { draftId?: string } = {}) =>
      (await addItem(trx, now, {
        ...{ meetingId: meeting.id, kind: "ordinary", title: { fi: title }, addedBy: personId, ...more },
      }))!.id;
    const [first, second, removed] = [
      await item("Jaottelu", { draftId }),
      await item("Muu"),
      await item("Pois"),
    ];
    await trx.updateTable("agenda_items").set({ removed_at: now }).where("id", "=", removed).execute();
    const attachment = await trx
      .insertInto("agenda_attachments")
      .values({
        ...{ item_id: first, number: 1, title: "Liite", kind: "file", name: "liite.pdf", size: 1 },
        ...{ bytes: new Uint8Array([1]), sha256: "0".repeat(64), added_by: personId },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const step = async (kind: "thumbsUp" | "handled") =>
      (await addRoadStep(trx, now, { draftId, kind, body: { fi: "Valmistelijat" }, recordedBy: personId }))!
        .id;
    const calendar = createLinkToken();
    await trx
      .insertInto("calendar_links")
      .values({
        token_hash: hashLinkToken(calendar),
        person_id: personId,
        table_id: tableId,
        created_at: now,
      })
      .execute();
    return {
      ...{ slug: meeting.slug, id: meeting.id, first, second, removed, attachment: attachment.id, calendar },
      open: await addOpenMeeting(trx, now, { tableId, personId }),
      ...{ thumbs: await step("thumbsUp"), step: await step("handled"), key: randomUUID() },
    };
  });
}
