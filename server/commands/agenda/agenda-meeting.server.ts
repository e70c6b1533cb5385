/** What every command that prepares a meeting begins and ends with. */
import type { Kysely, Selectable } from "kysely";
import { type ItemFlaw, isAgendaOpen } from "../../../app/domain/meetings/agenda";
import type { Outcome, Refused } from "../../../app/messages/problem";
import type { MeetingsTable } from "../../../db/schema/meetings";
import type { Database } from "../../../db/schema/tables";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { MeetingFacts } from "../../queries/readable-meeting.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedMeeting } from "../meetings/permitted-meeting.server";
import { refusable } from "../statements/refusable.server";

/** The meeting's row, held until the transaction ends: changes of an agenda take turns. */
export async function lockMeeting(
  trx: Kysely<Database>,
  meetingId: string,
): Promise<Selectable<MeetingsTable>> {
  return trx
    .selectFrom("meetings")
    .selectAll()
    .where("id", "=", meetingId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** What domain/meetings/agenda.ts finds wrong, as the words to show at the field. */
export function agendaProblem(flaw: ItemFlaw): Refused {
  const values = "max" in flaw ? { values: { max: flaw.max } } : {};
  return { ok: false, field: flaw.field, error: `agenda.error.${flaw.flaw}`, ...values };
}

/** What the work of a command sees. */
export interface Preparing {
  trx: Kysely<Database>;
  meeting: MeetingFacts;
  /** As it is now, held. */
  row: Selectable<MeetingsTable>;
  now: Date;
}

/**
 * Does the work for who may prepare the meeting, in one transaction that holds it, with its trace; refused when its agenda is closed.
 * After the commit everyone on the meeting hears, and the seats at the drafts it named are looked at again.
 */
export async function prepareMeeting<T extends object = object>(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  action: string,
  work: (preparing: Preparing) => Promise<Outcome<NoInfer<T> & { detail?: Record<string, unknown> }>>,
): Promise<Outcome<T>> {
  const { meeting } = await permittedMeeting(services, viewer, slug, "meeting.prepare");
  const before = await draftDocuments(services, meeting.id);
  const outcome = await refusable(services.db, async (trx): Promise<Outcome<T & object>> => {
    const row = await lockMeeting(trx, meeting.id);
    if (!isAgendaOpen(row.state)) return { ok: false, error: `agenda.error.${row.state as "closed"}` };
    const done = await work({ trx, meeting, row, now: services.clock() });
    if (!done.ok) return done;
    const { detail, ...answer } = done;
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action, subjectKind: "meeting", subjectId: meeting.id },
      detail: detail ?? {},
    });
    return answer as unknown as Outcome<T & object>;
  });
  if (outcome.ok) {
    services.documents.publish(meeting.documentId, "meeting");
    const after = await draftDocuments(services, meeting.id);
    await Promise.all([...new Set([...before, ...after])].map((id) => services.documents.recheckAccess(id)));
  }
  return outcome as Outcome<T>;
}

/** Documents of the drafts that the agenda names: their readers change with it. */
async function draftDocuments({ db }: Services, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("agenda_items as i")
    .innerJoin("drafts as d", "d.id", "i.draft_id")
    .select("d.document_id")
    .where("i.meeting_id", "=", meetingId)
    .where("i.removed_at", "is", null)
    .execute();
  return rows.map((row) => row.document_id);
}

/** The item, if it is on this agenda; 404 otherwise. `isHandled` when it is or has been open. */
export async function itemOnAgenda(trx: Kysely<Database>, meetingId: string, itemId: string) {
  const item = await trx
    .selectFrom("agenda_items")
    .selectAll()
    .where("id", "=", itemId)
    .where("meeting_id", "=", meetingId)
    .executeTakeFirst();
  if (!item) throw notFound();
  return item;
}

/** Ids of the items of a meeting that are or have been open; an opening that was taken back does not count. */
export async function handledItems(trx: Kysely<Database>, meetingId: string): Promise<Set<string>> {
  const rows = await trx
    .selectFrom("meeting_events as e")
    .select("e.item_id")
    .where("e.meeting_id", "=", meetingId)
    .where("e.kind", "=", "itemOpened")
    .where((w) =>
      w.not(w.exists(w.selectFrom("meeting_events as c").select("c.id").whereRef("c.corrects", "=", "e.id"))),
    )
    .execute();
  return new Set(rows.flatMap(({ item_id }) => (item_id ? [item_id] : [])));
}
