/** What every deed in a meeting begins and ends with: one transaction that holds the meeting, one key, and news after the commit. */
import { randomUUID } from "node:crypto";
import type { Kysely, Selectable } from "kysely";
import { EVENTS_MAX, type MeetingEvent, type MeetingEventBody } from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import type { MeetingsTable } from "../../../db/schema/meetings";
import type { Database } from "../../../db/schema/tables";
import { recordAudit } from "../../events/record-audit.server";
import { eventColumns, meetingEvents } from "../../queries/meeting-events.server";
import type { MeetingFacts } from "../../queries/readable-meeting.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { lockMeeting } from "../agenda/agenda-meeting.server";
import { keyOf } from "../agenda/key.server";
import { refusable } from "../statements/refusable.server";
import { type MeetingAction, permittedMeeting } from "./permitted-meeting.server";

/** Who does it: the session's person. */
export type By = Pick<Viewer, "personId" | "name">;

/** What the work of a deed sees. */
export interface InMeeting {
  /** Who does it. */
  by: By;
  trx: Kysely<Database>;
  meeting: MeetingFacts;
  /** As it is now, held until the commit. */
  row: Selectable<MeetingsTable>;
  /** All events so far, the withdrawn ones too. */
  events: MeetingEvent[];
  now: Date;
  /** The deed's key; further rows of the same deed have it with a number behind. */
  key: string;
  /** Adds an event. `at` is now unless the recorder says another time. */
  record: (body: MeetingEventBody, at?: Date) => Promise<void>;
  /** Documents whose seats are to be checked again after the commit, and told that their draft is at another place now. */
  touch: (...documentIds: (string | null)[]) => void;
}

export interface Deed {
  slug: string;
  action: MeetingAction;
  key: string;
  /** Its word in the audit. */
  deed: string;
  /** Ends the meeting: goes through also when it is full of events. */
  isEnd?: boolean;
}

/**
 * Does the work for who may, unless it was done before with the same key. Deeds of one meeting take turns: each sees what the one before
 * it wrote. Refused when the meeting is full of events (EVENTS_MAX), but for its end.
 */
export async function inMeeting(
  services: Services,
  by: By,
  { slug, action, key: given, deed, isEnd = false }: Deed,
  work: (at: InMeeting) => Promise<Outcome>,
): Promise<Outcome> {
  const { meeting } = await permittedMeeting(services, by, slug, action);
  const key = keyOf(given) ?? randomUUID();
  const touched = new Set<string>();
  const outcome = await refusable(services.db, async (trx): Promise<Outcome> => {
    const row = await lockMeeting(trx, meeting.id);
    if (await isDone(trx, meeting.id, key)) return { ok: true };
    const events = await meetingEvents(trx, meeting.id);
    if (events.length >= EVENTS_MAX && !isEnd)
      return { ok: false, error: "meetings.error.tooManyEvents", values: { max: EVENTS_MAX } };
    const now = services.clock();
    let count = 0;
    const record = async (body: MeetingEventBody, at = now) => {
      await trx
        .insertInto("meeting_events")
        .values({
          ...{ meeting_id: meeting.id, at, recorded_by: by.personId, created_at: now },
          ...{ ...eventColumns(body), key: ++count === 1 ? key : `${key.slice(0, 96)}:${count}` },
        })
        .execute();
    };
    const touch = (...ids: (string | null)[]) => {
      for (const id of ids) if (id) touched.add(id);
    };
    const done = await work({ by, trx, meeting, row, events, now, key, record, touch });
    if (done.ok)
      await recordAudit(trx, {
        ...{ personId: by.personId, action: `meeting.${deed}`, subjectKind: "meeting" },
        ...{ subjectId: meeting.id, detail: {} },
      });
    return done;
  });
  if (outcome.ok) {
    services.documents.publish(meeting.documentId, "meeting");
    for (const documentId of touched) services.documents.publish(documentId, "draft");
    await Promise.all([...touched].map((documentId) => services.documents.recheckAccess(documentId)));
  }
  return outcome;
}

async function isDone(trx: Kysely<Database>, meetingId: string, key: string): Promise<boolean> {
  const there = await trx
    .selectFrom("meeting_events")
    .select("id")
    .where("meeting_id", "=", meetingId)
    .where("key", "=", key)
    .unionAll(
      trx
        .selectFrom("speaking_events")
        .select("id")
        .where("meeting_id", "=", meetingId)
        .where("key", "=", key),
    )
    .executeTakeFirst();
  return there !== undefined;
}

/** The draft of an item with its committed log position; null where the item has none. */
export async function draftOfItem(
  trx: Kysely<Database>,
  itemId: string | null,
): Promise<{ id: string; documentId: string; seq: number } | null> {
  if (!itemId) return null;
  const row = await trx
    .selectFrom("agenda_items as i")
    .innerJoin("drafts as d", "d.id", "i.draft_id")
    .innerJoin("documents as o", "o.id", "d.document_id")
    .select(["d.id", "o.id as documentId", "o.last_seq as seq"])
    .where("i.id", "=", itemId)
    .executeTakeFirst();
  return row ? { ...row, seq: Number(row.seq) } : null;
}

/** Documents of the handling of every item: who may write them changes when a meeting opens and closes. */
export async function handlingDocuments(trx: Kysely<Database>, meetingId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("agenda_items")
    .select("handling_id")
    .where("meeting_id", "=", meetingId)
    .where("removed_at", "is", null)
    .execute();
  return rows.map((row) => row.handling_id);
}
