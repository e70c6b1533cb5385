/** Minutes as lines of facts (rule M4): what is told, in which order. No words: server/export/minutes-text.ts says them in each language. Pure. */
import type { Localized } from "../languages";
import {
  type AttendanceList,
  countedEvents,
  type NamedParty,
  type OutcomeKind,
  type ParticipantRole,
  type RecordKind,
} from "../meetings/meeting";
import type { SplitChange } from "../split/diff";
import type { TextDocument } from "../text/text";
import { type Move, movesOf } from "./moves";
import type { MeetingRecord, NextMeeting, RecordDecision, RecordItem, RecordParticipant } from "./record";

/** A person as a sentence names one. */
export interface NamedPerson {
  id: string;
  name: string;
  title: string;
  party: NamedParty | null;
  role: ParticipantRole;
  substitutes: string | null;
}

export type MinutesLine =
  | { kind: "title"; recordKind: RecordKind; number: number; year: number; isExample: boolean }
  | { kind: "source"; source: string }
  | { kind: "body"; table: Localized }
  | { kind: "time"; startsAt: string; endsAt: string | null }
  | { kind: "place"; place: string; mode: "remote" | "inPerson" | "given" }
  | { kind: "attendanceHead"; list: AttendanceList }
  | { kind: "attendee"; person: NamedPerson; moves: Move[] }
  | { kind: "absent"; persons: NamedPerson[] }
  | { kind: "item"; itemId: string; number: number; title: Localized }
  | { kind: "attachment"; itemId: string; number: number; title: string }
  | { kind: "presenter"; itemId: string; presenter: string }
  | { kind: "proposal"; itemId: string; recordKind: RecordKind; proposal: Localized }
  | { kind: "handlingHead"; itemId: string }
  | { kind: "move"; itemId: string; person: NamedPerson; move: Move }
  | { kind: "handling"; itemId: string; text: TextDocument }
  | { kind: "change"; itemId: string; change: SplitChange; wish: string | null }
  | { kind: "decisionHead"; itemId: string; recordKind: RecordKind }
  | { kind: "decision"; itemId: string; decision: RecordDecision }
  | { kind: "outcome"; itemId: string; outcome: OutcomeKind; body: string; on: string | null; text: string }
  | { kind: "action"; itemId: string; text: string; body: string; due: string | null }
  | { kind: "nextMeeting"; itemId: string | null; meeting: NextMeeting }
  | { kind: "closed"; at: string }
  | { kind: "attestation"; recordKind: RecordKind; chair: string | null; secretary: string | null };
export type MinutesLineKind = MinutesLine["kind"];

/** Lines that tell facts which people's polishing must not lose unseen (rule Y2). */
export const FACT_KINDS: readonly MinutesLineKind[] = [
  ...([
    "time",
    "attendee",
    "move",
    "change",
    "decision",
    "outcome",
    "action",
    "nextMeeting",
    "closed",
  ] as const),
];

/** All lines in the customary order: heading, attendance in two lists, items in turn, next meetings, end, attestation. */
export function minutesLines(record: MeetingRecord): MinutesLine[] {
  const { recordKind, number, year, isExample, source, table } = record;
  const moves = movesOf(record);
  const lines: MinutesLine[] = [{ kind: "title", recordKind, number, year, isExample }];
  if (source) lines.push({ kind: "source", source });
  lines.push({ kind: "body", table: table.name });
  lines.push({ kind: "time", startsAt: record.openedAt ?? record.startsAt, endsAt: record.closedAt });
  const mode = record.isRemote ? "remote" : record.isInPerson ? "inPerson" : "given";
  if (record.place || mode !== "given") lines.push({ kind: "place", place: record.place, mode });
  lines.push(...attendance(record, moves));
  const told = new Set<NextMeeting>();
  for (const item of record.items) lines.push(...itemLines(record, item, moves, told));
  for (const meeting of record.nextMeetings)
    if (!told.has(meeting)) lines.push({ kind: "nextMeeting", itemId: null, meeting });
  if (record.closedAt) lines.push({ kind: "closed", at: record.closedAt });
  const named = (role: ParticipantRole) => record.participants.find((one) => one.role === role)?.name ?? null;
  lines.push({ kind: "attestation", recordKind, chair: named("chair"), secretary: named("secretary") });
  return lines;
}

export const namedPerson = ({
  id,
  name,
  title,
  party,
  role,
  substitutes,
}: RecordParticipant): NamedPerson => ({
  ...{ id, name, title, party, role, substitutes },
});

type Moves = ReturnType<typeof movesOf>;

/** Those who were there, each with the moves that belong to no item; and the members who never came. */
function attendance(record: MeetingRecord, moves: Moves): MinutesLine[] {
  return (["member", "other"] as const).flatMap((list): MinutesLine[] => {
    const people = record.participants.filter((one) => one.list === list);
    const here = people.filter(({ id }) => moves.get(id)?.wasPresent);
    const absent = list === "member" ? people.filter(({ id }) => !moves.get(id)?.wasPresent) : [];
    if (here.length === 0 && absent.length === 0) return [];
    return [
      { kind: "attendanceHead", list },
      ...here.map(
        (one): MinutesLine => ({
          kind: "attendee",
          person: namedPerson(one),
          moves: (moves.get(one.id)?.moves ?? []).filter(({ itemId }) => itemId === null),
        }),
      ),
      ...(absent.length > 0 ? [{ kind: "absent" as const, persons: absent.map(namedPerson) }] : []),
    ];
  });
}

function itemLines(
  record: MeetingRecord,
  item: RecordItem,
  moves: Moves,
  told: Set<NextMeeting>,
): MinutesLine[] {
  const itemId = item.id;
  const { recordKind } = record;
  const lines: MinutesLine[] = [{ kind: "item", itemId, number: item.number, title: item.title }];
  for (const { number, title } of item.attachments) lines.push({ kind: "attachment", itemId, number, title });
  if (item.presenter) lines.push({ kind: "presenter", itemId, presenter: item.presenter });
  if (item.proposal.fi) lines.push({ kind: "proposal", itemId, recordKind, proposal: item.proposal });
  lines.push({ kind: "handlingHead", itemId });
  for (const person of record.participants)
    for (const move of moves.get(person.id)?.moves ?? [])
      if (move.itemId === itemId) lines.push({ kind: "move", itemId, person: namedPerson(person), move });
  lines.push({ kind: "handling", itemId, text: item.handling });
  for (const { change, wish } of item.changes) lines.push({ kind: "change", itemId, change, wish });
  if (item.decisions.length > 0 && recordKind === "minutes")
    lines.push({ kind: "decisionHead", itemId, recordKind });
  for (const decision of item.decisions) lines.push({ kind: "decision", itemId, decision });
  for (const event of countedEvents(record.events)) {
    if (event.kind === "outcome" && event.itemId === itemId) {
      const { outcome, body, on, text } = event;
      lines.push({ kind: "outcome", itemId, outcome, body, on, text });
    }
    if (event.kind === "action" && event.itemId === itemId)
      lines.push({ kind: "action", itemId, text: event.text, body: event.body, due: event.due });
  }
  for (const meeting of record.nextMeetings)
    if (meeting.itemId === itemId) {
      told.add(meeting);
      lines.push({ kind: "nextMeeting", itemId, meeting });
    }
  return lines;
}
