/** The page of a meeting: its agenda, the item that is looked at, who is here and who wants to speak. */
import { itemTimes } from "../../app/domain/meetings/attendance";
import { countedEvents, type MeetingEvent } from "../../app/domain/meetings/meeting";
import { queueOf, spokenBy } from "../../app/domain/meetings/queue";
import type { Actor } from "../../app/domain/policy";
import type { AgendaLine, MeetingData, PersonLine } from "../../app/protocol/meeting-data";
import { mayDo } from "../authorize.server";
import { WITHDRAWABLE } from "../commands/meetings/withdraw-event.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { meetingEvents } from "./meeting-events.server";
import { type AgendaRow, agendaItems, itemView } from "./meeting-item.server";
import { participantsOf, personLines, quorumNow } from "./meeting-people.server";
import { readableDraft } from "./readable-draft.server";
import { type MeetingFacts, readableMeeting } from "./readable-meeting.server";
import { speakingEvents } from "./speaking-events.server";

/** Events that can be taken back from the page itself. */
const RECENT_MAX = 12;

/**
 * 404 for a meeting that the viewer may not read. `itemId` looks at another item than the current one; one that is not on the agenda
 * is the current one, or else the first.
 */
export async function meetingPage(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  itemId: string | null = null,
): Promise<MeetingData> {
  const { meeting, actor } = await readableMeeting(services, viewer, slug);
  const { db } = services;
  const now = services.clock().toISOString();
  const [items, events, rows, speaking, minutes, nextMeetings] = await Promise.all([
    agendaItems(services, meeting.id),
    meetingEvents(db, meeting.id),
    participantsOf(db, meeting.id),
    speakingEvents(db, meeting.id),
    minutesOf(services, meeting.id),
    nextMeetingsOf(services, meeting.id),
  ]);
  const lines = agendaLines(items, events, meeting);
  const at = shownIndex(items, itemId, meeting.currentItemId);
  const row = items[at];
  const shown = row ? await itemView(services, viewer, { meeting, row, line: lines[at]!, events }) : null;
  const people = personLines(rows, events, {
    ...{ now, itemId: meeting.currentItemId, personId: viewer.personId },
  });
  const byId = new Map(people.map((person) => [person.participantId, person]));
  const me = people.find(({ isMe }) => isMe);
  const queue = queueOf(speaking, meeting.currentItemId).map((turn) => ({
    ...{ turnId: turn.turnId, participantId: turn.participantId },
    ...{ name: byId.get(turn.participantId)?.name ?? "", party: partyOf(byId.get(turn.participantId)) },
    ...{ isPointOfOrder: turn.isPointOfOrder, askedAt: turn.askedAt, givenAt: turn.givenAt },
  }));
  return {
    meeting: await headOf(services, meeting, { rows, events, now }),
    ...{ items: lines, shown, people, queue, nextMeetings, minutes, now },
    spoken: spokenBy(speaking, (id) => partyOf(byId.get(id)) ?? byId.get(id)?.name ?? "", now),
    recent: recentOf(events, items, byId),
    me: {
      participantId: me?.participantId ?? null,
      isPresent: me?.isPresent ?? false,
      turnId: queue.find(({ participantId }) => participantId === me?.participantId)?.turnId ?? null,
      partyId: actor.seats.find(({ tableId }) => tableId === meeting.tableId)?.partyId ?? null,
    },
    may: await abilities(services, viewer, { actor, meeting, row }),
  };
}

const partyOf = (person: PersonLine | undefined) => person?.party?.shortName ?? null;

function shownIndex(items: readonly AgendaRow[], asked: string | null, current: string | null): number {
  const of = (id: string | null) => (id ? items.findIndex((item) => item.id === id) : -1);
  return of(asked) >= 0 ? of(asked) : Math.max(0, of(current));
}

/** The agenda with where each item stands. */
export function agendaLines(
  items: readonly AgendaRow[],
  events: readonly MeetingEvent[],
  { currentItemId }: Pick<MeetingFacts, "currentItemId">,
): AgendaLine[] {
  const times = itemTimes(events);
  return items.map(({ id, kind, title }, index) => {
    const time = times.get(id);
    const state = id === currentItemId ? "current" : time?.wasOpen ? "done" : "coming";
    const { seconds = 0, openSince = null } = time ?? {};
    return { id, number: index + 1, kind, title, state, seconds, openSince };
  });
}

async function headOf(
  { db }: Services,
  meeting: MeetingFacts,
  of: Parameters<typeof quorumNow>[2],
): Promise<MeetingData["meeting"]> {
  const isAhead = meeting.meetingState === "planned" || meeting.meetingState === "open";
  return {
    ...{ id: meeting.id, slug: meeting.slug, number: meeting.number, year: meeting.year },
    table: { slug: meeting.tableSlug, name: meeting.tableName },
    region: { slug: meeting.regionSlug, name: meeting.regionName },
    ...{ documentId: meeting.documentId, state: meeting.meetingState },
    ...{ startsAt: meeting.startsAt.toISOString(), endsAt: meeting.endsAt?.toISOString() ?? null },
    openedAt: meeting.openedAt?.toISOString() ?? null,
    closedAt: meeting.closedAt?.toISOString() ?? null,
    ...{ place: meeting.place, remoteLink: isAhead ? meeting.remoteLink : "" },
    ...{ isInPerson: meeting.isInPerson, recordKind: meeting.recordKind, isExample: meeting.isExample },
    ...{ source: meeting.source, currentItemId: meeting.currentItemId },
    // Who is here is asked only while there is a meeting to be at.
    quorum: meeting.meetingState === "open" ? await quorumNow(db, meeting, of) : null,
  };
}

function recentOf(
  events: readonly MeetingEvent[],
  items: readonly AgendaRow[],
  people: ReadonlyMap<string, PersonLine>,
): MeetingData["recent"] {
  return countedEvents(events)
    .filter(({ kind }) => WITHDRAWABLE.includes(kind))
    .sort((a, b) => b.n - a.n)
    .slice(0, RECENT_MAX)
    .map((event) => {
      const itemId = "itemId" in event ? event.itemId : null;
      const place = items.findIndex(({ id }) => id === itemId);
      const participant = "participantId" in event ? (people.get(event.participantId)?.name ?? null) : null;
      return {
        ...{ eventId: event.id, kind: event.kind, at: event.at, participant },
        item: place < 0 ? null : place + 1,
      };
    });
}

async function minutesOf({ db }: Services, meetingId: string): Promise<MeetingData["minutes"]> {
  const row = await db
    .selectFrom("meeting_minutes as m")
    .innerJoin("drafts as d", "d.id", "m.draft_id")
    .leftJoin("approved_minutes as a", "a.meeting_id", "m.meeting_id")
    .select(["d.slug", "a.approved_at"])
    .where("m.meeting_id", "=", meetingId)
    .executeTakeFirst();
  if (!row) return { state: "none", draftSlug: null };
  return { state: row.approved_at ? "approved" : "draft", draftSlug: row.slug };
}

/** The meetings that were set in this one. */
export async function nextMeetingsOf(
  { db }: Pick<Services, "db">,
  meetingId: string,
): Promise<MeetingData["nextMeetings"]> {
  const events = countedEvents(await meetingEvents(db, meetingId));
  const ids = events.flatMap((event) => (event.kind === "nextMeeting" ? [event.meetingId] : []));
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("meetings")
    .select(["slug", "starts_at", "ends_at", "is_in_person", "place"])
    .where("id", "in", ids)
    .orderBy("starts_at")
    .execute();
  return rows.map((row) => ({
    ...{ slug: row.slug, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at?.toISOString() ?? null },
    ...{ isInPerson: row.is_in_person, place: row.place },
  }));
}

async function abilities(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  { actor, meeting, row }: { actor: Actor; meeting: MeetingFacts; row: AgendaRow | undefined },
): Promise<MeetingData["may"]> {
  const draft = row?.draftSlug
    ? await readableDraft(services, viewer, row.draftSlug).then(
        ({ draft: read }) => read,
        () => null, // on the agenda, and not this reader's to open
      )
    : null;
  return {
    prepare: mayDo(actor, "meeting.prepare", meeting),
    lead: mayDo(actor, "meeting.lead", meeting),
    record: mayDo(actor, "meeting.record", meeting),
    attend: mayDo(actor, "meeting.attend", meeting),
    speak: mayDo(actor, "meeting.speak", meeting),
    writeHandling: mayDo(actor, "handling.edit", meeting),
    propose: mayDo(actor, "decision.propose", meeting),
    state: mayDo(actor, "decision.state", meeting),
    readMinutes: mayDo(actor, "minutes.read", meeting),
    writeMinutes: mayDo(actor, "minutes.write", meeting),
    editDraft: draft !== null && mayDo(actor, "draft.edit", draft),
  };
}
