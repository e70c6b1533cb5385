/** Everything that a meeting's minutes are derived from (rule M4), read from events and rows. */

import { readText } from "../../app/collab/documents/text-document";
import type { Localized } from "../../app/domain/languages";
import { countedEvents, type NamedParty } from "../../app/domain/meetings/meeting";
import type { MeetingRecord, RecordDecision, RecordItem } from "../../app/domain/minutes/record";
import { withoutSuggestions } from "../../app/domain/text/suggestions";
import type { Services } from "../services";
import { decisionStandings, proposedDecisions } from "./decision-standing.server";
import { changesInRanges, itemRanges } from "./item-changes.server";
import { meetingEvents } from "./meeting-events.server";
import { type AgendaRow, agendaItems, attachmentsOf } from "./meeting-item.server";
import { type ParticipantRow, participantsOf } from "./meeting-people.server";
import type { MeetingFacts } from "./readable-meeting.server";

/** The record of a meeting as it stands now. */
export async function meetingRecord(services: Services, meeting: MeetingFacts): Promise<MeetingRecord> {
  const [rows, events, items, attachments] = await Promise.all([
    participantsOf(services.db, meeting.id),
    meetingEvents(services.db, meeting.id),
    agendaItems(services, meeting.id),
    attachmentsOf(services, meeting),
  ]);
  const counted = countedEvents(events);
  const ranges = itemRanges(counted);
  const recordItem = async (row: AgendaRow, index: number): Promise<RecordItem> => {
    const [handling, changes, decisions] = await Promise.all([
      services.documents.read(row.handlingId),
      row.draftKind === "split" && row.draftDocumentId
        ? changesInRanges(services, row.draftDocumentId, ranges.get(row.id) ?? [])
        : [],
      decisionsOf(services, row.id),
    ]);
    return {
      ...{ id: row.id, number: index + 1, kind: row.kind, title: row.title, presenter: row.presenter },
      ...{ proposal: row.proposal, changes, decisions },
      attachments: (attachments.get(row.id) ?? []).map(({ number, title, kind }) => ({
        number,
        title,
        kind,
      })),
      draft: row.draftSlug ? { slug: row.draftSlug, title: row.draftTitle as Localized } : null,
      handling: withoutSuggestions(readText(handling.doc)),
    };
  };
  return {
    ...{ slug: meeting.slug, number: meeting.number, year: meeting.year },
    table: { slug: meeting.tableSlug, name: meeting.tableName },
    ...{ recordKind: meeting.recordKind, state: meeting.meetingState },
    startsAt: meeting.startsAt.toISOString(),
    openedAt: meeting.openedAt?.toISOString() ?? null,
    closedAt: meeting.closedAt?.toISOString() ?? null,
    ...{ place: meeting.place, isRemote: meeting.remoteLink !== "", isInPerson: meeting.isInPerson },
    ...{ isExample: meeting.isExample, source: meeting.source },
    participants: rows.map((row) => ({
      ...{ id: row.id, name: row.name, title: row.title, party: partyIn(row) },
      ...{ list: row.list, role: row.role, substitutes: row.substitutes },
    })),
    events: counted,
    items: await Promise.all(items.map(recordItem)),
    nextMeetings: await nextMeetings(services, counted),
  };
}

function partyIn(row: ParticipantRow): NamedParty | null {
  const { partyId, partySlug, partyName, genitive, shortName } = row;
  if (!partyId || !partySlug || !partyName || genitive === null || shortName === null) return null;
  return { id: partyId, slug: partySlug, name: partyName, genitive, shortName };
}

async function decisionsOf({ db, clock }: Services, itemId: string): Promise<RecordDecision[]> {
  const rows = (await proposedDecisions(db, { itemId })).filter(({ decisionId }) => decisionId);
  if (rows.length === 0) return [];
  const standings = await decisionStandings(db, rows, clock());
  const ids = [...new Set(rows.flatMap(({ entitled }) => entitled))];
  const found = await db
    .selectFrom("parties")
    .select(["id", "slug", "name", "genitive", "short_name as shortName"])
    .where("id", "in", ids)
    .execute();
  const parties = new Map<string, NamedParty>(found.map((party) => [party.id, party]));
  return rows.map((row) => {
    const { positions, statements } = standings.get(row.id)!;
    const given = new Map(positions.map((one) => [one.partyId, one]));
    return {
      ...{ id: row.decisionId!, text: row.text, outcome: row.outcome!, versionNumber: row.versionNumber },
      ...{ versionSha256: row.versionSha256, statedAt: row.statedAt!.toISOString() },
      positions: row.entitled.map((id) => ({
        ...{ party: parties.get(id)!, value: given.get(id)?.value ?? null },
        ...{ reason: given.get(id)?.reason ?? "", how: given.get(id)?.how ?? ("seat" as const) },
      })),
      statements: statements.map(({ partyId, kind, text }) => ({ party: parties.get(partyId)!, kind, text })),
    };
  });
}

async function nextMeetings(
  { db }: Services,
  events: MeetingRecord["events"],
): Promise<MeetingRecord["nextMeetings"]> {
  const set = events.flatMap((event) => (event.kind === "nextMeeting" ? [event] : []));
  if (set.length === 0) return [];
  const rows = await db
    .selectFrom("meetings")
    .select(["id", "starts_at", "ends_at", "place", "is_in_person"])
    .where(
      "id",
      "in",
      set.map(({ meetingId }) => meetingId),
    )
    .orderBy("starts_at")
    .execute();
  return rows.map((row) => ({
    itemId: set.find(({ meetingId }) => meetingId === row.id)?.itemId ?? null,
    ...{ startsAt: row.starts_at.toISOString(), endsAt: row.ends_at?.toISOString() ?? null },
    ...{ place: row.place, isInPerson: row.is_in_person },
  }));
}
