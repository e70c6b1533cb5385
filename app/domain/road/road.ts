/** The road of a matter to its decision: the bodies that a draft passes, with dates and outcomes (rules W1–W3). */
import { isDay } from "../initiatives/road";
import type { MeetingState } from "../meetings/meeting";

/** A round of thumbs of those who prepare, a discussion, a handling, the publishing of an agenda, a decision. */
export const ROAD_KINDS = ["thumbsUp", "discussed", "handled", "agenda", "decided"] as const;
export type RoadKind = (typeof ROAD_KINDS)[number];
export const ROAD_STATES = ["done", "cancelled"] as const;
export type RoadState = (typeof ROAD_STATES)[number];
export type RoadMark = "done" | "now" | "planned" | "cancelled";

export const ROAD_STEPS_MAX = 100;
export const ROAD_BODY_CHARACTERS_MAX = 200;
export const ROAD_TEXT_CHARACTERS_MAX = 2000;
export const ROAD_SOURCE_CHARACTERS_MAX = 500;

/** What a step's mark is computed from. */
export interface RoadFacts {
  /** YYYY-MM-DD, or null where it is not known. */
  happensOn: string | null;
  /** HH:MM, Finnish time. */
  starts: string | null;
  ends: string | null;
  /** The latest that came of it. */
  outcome: RoadState | null;
  /** Of the table's own meeting where the step is one. */
  meetingState: MeetingState | null;
}

/** The moment as people at the table count it: Finnish day and time. */
export interface FinnishMoment {
  /** YYYY-MM-DD. */
  day: string;
  /** HH:MM. */
  time: string;
}

/**
 * Rule W2. What somebody recorded goes before the state of a meeting, and that before the calendar. A day that has passed is done; what
 * came of it may still be missing (`lacksOutcome`).
 */
export function roadMark(step: RoadFacts, now: FinnishMoment): RoadMark {
  if (step.outcome) return step.outcome;
  switch (step.meetingState) {
    case "open":
      return "now";
    case "closed":
      return "done";
    case "cancelled":
      return "cancelled";
    case "planned":
      return "planned";
    case null:
      return markByDay(step, now);
  }
}

function markByDay({ happensOn, starts, ends }: RoadFacts, { day, time }: FinnishMoment): RoadMark {
  if (!happensOn || happensOn > day) return "planned";
  if (happensOn < day) return "done";
  if (starts && time < starts) return "planned";
  return ends && time >= ends ? "done" : "now";
}

/** Its time has passed and nobody has told what came of it. */
export function lacksOutcome(step: RoadFacts, now: FinnishMoment): boolean {
  return step.outcome === null && roadMark(step, now) === "done";
}

/** Rule W3: a round of thumbs is on until its time has passed or something has come of it. */
export function takesThumbs(step: RoadFacts, now: FinnishMoment): boolean {
  const mark = roadMark(step, now);
  return mark === "planned" || mark === "now";
}

/** A party's thumb in a round; the latest of a party counts (rule W3). */
export interface Thumb {
  partyId: string;
  isUp: boolean;
}

/** The thumb of each party, of thumbs in the order they were given. */
export function latestThumbs<Given extends Thumb>(thumbs: readonly Given[]): Map<string, Given> {
  const latest = new Map<string, Given>();
  for (const thumb of thumbs) latest.set(thumb.partyId, thumb);
  return latest;
}

/** A step as somebody plans or records it; empty for what is not known. */
export interface GivenRoadStep {
  kind: string;
  body: string;
  note: string;
  happensOn: string;
  starts: string;
  ends: string;
  source: string;
}
export type RoadFlaw =
  | { field: "kind" | "body"; flaw: "missing" }
  | { field: "happensOn"; flaw: "noDay" }
  | { field: "starts" | "ends"; flaw: "noTime" }
  | { field: "ends"; flaw: "endsFirst" }
  | { field: "body" | "note" | "source" | "text"; flaw: "long"; max: number }
  | { field: "state"; flaw: "missing" };

export const isRoadKind = (kind: string): kind is RoadKind => ROAD_KINDS.includes(kind as RoadKind);
export const isRoadState = (state: string): state is RoadState => ROAD_STATES.includes(state as RoadState);

/** A time of day as HH:MM. */
export const isTimeOfDay = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

const LIMITS = [
  ["body", ROAD_BODY_CHARACTERS_MAX],
  ["note", ROAD_TEXT_CHARACTERS_MAX],
  ["source", ROAD_SOURCE_CHARACTERS_MAX],
] as const;

/** What is wrong with the step, or null. */
export function roadStepFlaw(step: GivenRoadStep): RoadFlaw | null {
  if (!isRoadKind(step.kind)) return { field: "kind", flaw: "missing" };
  if (!step.body) return { field: "body", flaw: "missing" };
  for (const [field, max] of LIMITS) if (step[field].length > max) return { field, flaw: "long", max };
  if (step.happensOn && !isDay(step.happensOn)) return { field: "happensOn", flaw: "noDay" };
  for (const field of ["starts", "ends"] as const)
    if (step[field] && !isTimeOfDay(step[field])) return { field, flaw: "noTime" };
  if (step.starts && step.ends && step.ends <= step.starts) return { field: "ends", flaw: "endsFirst" };
  return null;
}

/** What is wrong with what is told to have come of a step, or null. */
export function roadOutcomeFlaw({ state, text }: { state: string; text: string }): RoadFlaw | null {
  if (!isRoadState(state)) return { field: "state", flaw: "missing" };
  return text.length > ROAD_TEXT_CHARACTERS_MAX
    ? { field: "text", flaw: "long", max: ROAD_TEXT_CHARACTERS_MAX }
    : null;
}
