/** Makes the text in which a meeting's minutes are polished: a draft of the table, filled with what the records tell (rule M4). */
import { writeText } from "../../../app/collab/documents/text-document";
import { minutesLines } from "../../../app/domain/minutes/lines";
import type { Outcome } from "../../../app/messages/problem";
import { translator } from "../../../app/messages/server.server";
import { recordAudit } from "../../events/record-audit.server";
import { minutesText } from "../../export/minutes-text";
import { minutesTitle } from "../../export/minutes-words";
import { meetingRecord } from "../../queries/meeting-record.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { lockMeeting } from "../agenda/agenda-meeting.server";
import { addDraft } from "../drafts/add-draft.server";
import { permittedMeeting } from "../meetings/permitted-meeting.server";
import { refusable } from "../statements/refusable.server";

/** Finnish is the language that minutes are polished in. */
const LANGUAGE = "fi";

/** Members suggest and comment, those who record edit. Started twice, it is the same text. */
export async function startMinutes(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<Outcome<{ draft: string }>> {
  const { meeting } = await permittedMeeting(services, viewer, slug, "minutes.write");
  if (!meeting.openedAt) return { ok: false, error: "minutes.error.notOpened" };
  const { title, content } = await derived(services, meeting);
  const outcome = await refusable(services.db, async (trx): Promise<Outcome<{ draft: string }>> => {
    await lockMeeting(trx, meeting.id);
    const there = await trx
      .selectFrom("meeting_minutes")
      .innerJoin("drafts", "drafts.id", "draft_id")
      .select("drafts.slug")
      .where("meeting_id", "=", meeting.id)
      .executeTakeFirst();
    if (there) return { ok: true, draft: there.slug };
    const { slug: draft } = await addDraft(trx, viewer, {
      ...{ tableId: meeting.tableId, title, sideNotes: {}, background: [] },
      content: { kind: "text", text: content },
    });
    const { id } = await trx
      .updateTable("drafts")
      .set({ members_edit: false })
      .where("slug", "=", draft)
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("meeting_minutes")
      .values({
        ...{ meeting_id: meeting.id, draft_id: id, comment_until: null },
        ...{ started_by: viewer.personId, created_at: services.clock() },
      })
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "minutes.started", subjectKind: "meeting" },
      ...{ subjectId: meeting.id, detail: { draft } },
    });
    return { ok: true, draft };
  });
  if (outcome.ok) services.documents.publish(meeting.documentId, "meeting");
  return outcome;
}

/** Puts the present records into the text, while nobody has edited it. What people wrote is never written over. */
export async function refillMinutes(services: Services, viewer: Viewer, slug: string): Promise<Outcome> {
  const { meeting } = await permittedMeeting(services, viewer, slug, "minutes.write");
  const row = await services.db
    .selectFrom("meeting_minutes as m")
    .innerJoin("drafts as d", "d.id", "m.draft_id")
    .leftJoin("approved_minutes as a", "a.meeting_id", "m.meeting_id")
    .select(["d.document_id", "a.approved_at"])
    .where("m.meeting_id", "=", meeting.id)
    .executeTakeFirst();
  if (!row) return { ok: false, error: "minutes.error.notStarted" };
  if (row.approved_at) return { ok: false, error: "minutes.error.approved" };
  if (await isEdited(services, row.document_id)) return { ok: false, error: "minutes.error.changed" };
  const { content } = await derived(services, meeting);
  const editor = { personId: viewer.personId, sessionId: viewer.sessionHash };
  await services.documents.transact(row.document_id, editor, "copy", (doc) => writeText(doc, content));
  services.documents.publish(meeting.documentId, "meeting");
  return { ok: true };
}

async function derived(services: Services, meeting: Parameters<typeof meetingRecord>[1]) {
  const lines = minutesLines(await meetingRecord(services, meeting));
  const { t } = translator(LANGUAGE);
  const [first] = lines;
  const name = first?.kind === "title" ? minutesTitle(first, { t, language: LANGUAGE }) : "";
  return {
    title: { fi: `${name} · ${meeting.tableName.fi}` },
    content: minutesText(lines, { t, language: LANGUAGE }),
  };
}

/** Has anybody changed the text by hand? What commands poured in does not count. */
export async function isEdited({ db }: Pick<Services, "db">, documentId: string): Promise<boolean> {
  const row = await db
    .selectFrom("document_updates")
    .select("seq")
    .where("document_id", "=", documentId)
    .where("origin", "=", "edit")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
