/** Who was present when (rules M1, M2), computed from the events of a meeting. Times are ISO in UTC. Pure. */
import { countedEvents, type MeetingEvent, type QuorumRule } from "./meeting";

/** From inclusive, to exclusive; `to` is null while it goes on. */
export interface Interval {
  from: string;
  to: string | null;
}

/**
 * The intervals of each participant who was ever present. Arriving while present and leaving while absent say nothing new. The end of
 * the meeting ends everybody's interval; when it is opened again, those who were there at its end are there again, and whoever came
 * meanwhile.
 */
export function presenceOf(events: readonly MeetingEvent[]): Map<string, Interval[]> {
  const presence = new Map<string, Interval[]>();
  /** Who is there when it goes on; null while it is on. */
  let atEnd: Set<string> | null = null;
  const open = (id: string, at: string) => {
    const own = presence.get(id) ?? [];
    if (own.at(-1)?.to === null) return;
    presence.set(id, [...own, { from: at, to: null }]);
  };
  const close = (id: string, at: string) => {
    const last = presence.get(id)?.at(-1);
    if (last && last.to === null) last.to = at;
  };
  for (const event of countedEvents(events)) {
    if (event.kind === "arrived") {
      if (atEnd) atEnd.add(event.participantId);
      else open(event.participantId, event.at);
    }
    if (event.kind === "left") {
      atEnd?.delete(event.participantId);
      close(event.participantId, event.at);
    }
    if (event.kind === "closed") {
      const there: string[] = [...presence].filter(([, own]) => own.at(-1)?.to === null).map(([id]) => id);
      atEnd = new Set([...(atEnd ?? []), ...there]);
      for (const id of there) close(id, event.at);
    }
    if (event.kind === "reopened") {
      for (const id of atEnd ?? []) open(id, event.at);
      atEnd = null;
    }
  }
  return presence;
}

/** Was somebody with these intervals present at that moment? */
export function isPresentAt(intervals: readonly Interval[] | undefined, at: string): boolean {
  return (intervals ?? []).some(({ from, to }) => from <= at && (to === null || at < to));
}

/** Ids of who was present at a moment. */
export function presentAt(events: readonly MeetingEvent[], at: string): string[] {
  return [...presenceOf(events)].filter(([, own]) => isPresentAt(own, at)).map(([id]) => id);
}

/** Participants who are recused from an item at a moment (rule M2); from the whole item until they come back. */
export function recusedFrom(events: readonly MeetingEvent[], itemId: string, at?: string): Set<string> {
  const recused = new Set<string>();
  for (const event of countedEvents(events)) {
    if (at !== undefined && event.at > at) break;
    if (event.kind === "recused" && event.itemId === itemId) recused.add(event.participantId);
    if (event.kind === "recusalEnded" && event.itemId === itemId) recused.delete(event.participantId);
  }
  return recused;
}

/** The item that was open at a moment, or null. */
export function itemAt(events: readonly MeetingEvent[], at: string): string | null {
  let item: string | null = null;
  for (const event of countedEvents(events)) {
    if (event.at > at) break;
    if (event.kind === "itemOpened") item = event.itemId;
    if (event.kind === "itemClosed" && item === event.itemId) item = null;
    if (event.kind === "closed") item = null;
  }
  return item;
}

/** What attendance asks of a participant. */
export interface Attendee {
  id: string;
  partyId: string | null;
  list: "member" | "other";
}

/** Parties of which a member is present and, where an item is named, not recused from it. */
export function presentParties(
  participants: readonly Attendee[],
  events: readonly MeetingEvent[],
  { at, itemId }: { at: string; itemId?: string | null },
): Set<string> {
  const here = new Set(presentAt(events, at));
  const recused = itemId ? recusedFrom(events, itemId, at) : new Set<string>();
  return new Set(
    participants.flatMap(({ id, partyId, list }) =>
      list === "member" && partyId && here.has(id) && !recused.has(id) ? [partyId] : [],
    ),
  );
}

/** How many parties must be present of so many: more than half, or 0 where the table has no rule. */
export const quorumOf = (rule: QuorumRule, parties: number): number =>
  rule === "majority" && parties > 0 ? Math.floor(parties / 2) + 1 : 0;

/** How long an item has been open: whole seconds of what has ended, and since when it is open now. */
export interface ItemTime {
  seconds: number;
  openSince: string | null;
  wasOpen: boolean;
}

/** The times of every item that was ever open. */
export function itemTimes(events: readonly MeetingEvent[]): Map<string, ItemTime> {
  const times = new Map<string, ItemTime>();
  const of = (id: string) => {
    const time = times.get(id) ?? { seconds: 0, openSince: null, wasOpen: true };
    times.set(id, time);
    return time;
  };
  const end = (time: ItemTime, at: string) => {
    if (time.openSince === null) return;
    time.seconds += Math.max(0, Math.round((Date.parse(at) - Date.parse(time.openSince)) / 1000));
    time.openSince = null;
  };
  for (const event of countedEvents(events)) {
    if (event.kind === "itemOpened") of(event.itemId).openSince ??= event.at;
    if (event.kind === "itemClosed") end(of(event.itemId), event.at);
    if (event.kind === "closed") for (const time of times.values()) end(time, event.at);
  }
  return times;
}
