/** Comings and goings as minutes tell them: in the attendance list, or inside the item during which they happened (rules M1, M2, Y1). Pure. */
import { countedEvents } from "../meetings/meeting";
import type { MeetingRecord } from "./record";

export type Move =
  | { kind: "arrived" | "returned" | "left"; at: string; itemId: string | null }
  /** Left and returned during the same item, or with no item known. */
  | { kind: "away"; from: string; to: string; itemId: string | null }
  | { kind: "recused"; itemId: string };

export interface PersonMoves {
  wasPresent: boolean;
  /** In order of time. */
  moves: Move[];
}

/** Whoever comes within this time of the opening, while the opening item is on, was there from the beginning. Milliseconds. */
export const ON_TIME_MS = 10 * 60 * 1000;

interface Coming {
  participantId: string;
  at: string;
  itemId: string | null;
}

/** The moves of every participant. Being there from the beginning, and staying to the end, are no moves. */
export function movesOf(record: MeetingRecord): Map<string, PersonMoves> {
  const opening = new Set(record.items.filter(({ kind }) => kind === "opening").map(({ id }) => id));
  const people = new Map<string, PersonMoves>(
    record.participants.map(({ id }) => [id, { wasPresent: false, moves: [] }]),
  );
  const away = new Map<string, { at: string; itemId: string | null }>();
  const here = new Set<string>();
  for (const event of countedEvents(record.events)) {
    if (event.kind === "recused")
      people.get(event.participantId)?.moves.push({ kind: "recused", itemId: event.itemId });
    if (event.kind === "arrived") arrive(event);
    if (event.kind === "left" && here.delete(event.participantId))
      away.set(event.participantId, { at: event.at, itemId: event.itemId });
  }
  // Whoever left and did not come back left for good.
  for (const [id, { at, itemId }] of away) people.get(id)?.moves.push({ kind: "left", at, itemId });
  for (const person of people.values()) person.moves.sort((a, b) => timeOf(a).localeCompare(timeOf(b)));
  return people;

  function arrive({ participantId, at, itemId }: Coming): void {
    const person = people.get(participantId);
    if (!person || here.has(participantId)) return;
    here.add(participantId);
    const left = away.get(participantId);
    if (left) {
      away.delete(participantId);
      if (left.itemId === itemId) person.moves.push({ kind: "away", from: left.at, to: at, itemId });
      else person.moves.push({ kind: "left", ...left }, { kind: "returned", at, itemId });
    } else if (!isFromBeginning(at, itemId)) person.moves.push({ kind: "arrived", at, itemId });
    person.wasPresent = true;
  }

  function isFromBeginning(at: string, itemId: string | null): boolean {
    const start = Date.parse(record.openedAt ?? record.startsAt);
    if (Date.parse(at) <= start) return true;
    return itemId !== null && opening.has(itemId) && Date.parse(at) <= start + ON_TIME_MS;
  }
}

function timeOf(move: Move): string {
  return move.kind === "away" ? move.from : move.kind === "recused" ? "" : move.at;
}
