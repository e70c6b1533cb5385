/** The road of a matter through bodies: what is done, where it is now, what is planned (rule N4). */
import type { Localized } from "../languages";
import { STEP_KINDS, STEP_RESULTS, type StepKind, type StepResult } from "./initiative";

export const BODY_CHARACTERS_MAX = 200;
export const SECTION_CHARACTERS_MAX = 50;
export const STEP_TEXT_CHARACTERS_MAX = 2000;
export const STEP_SOURCE_CHARACTERS_MAX = 500;
export const STEPS_MAX = 100;

/** What the order and the marks of a road are computed from. */
export interface RoadStep {
  kind: StepKind;
  body: Localized;
  /** YYYY-MM-DD, or null where it is not known. */
  happenedOn: string | null;
  isPlanned: boolean;
}
export type RoadMark = "done" | "now" | "planned";

/**
 * The steps in their order, each with its mark. They come in the order they were recorded; a dated step goes before
 * dated ones that are later, and what is planned stands last. A plan is gone once the same step of the same body has
 * happened. The matter is where its last steps led it: at every body of the last sending, or at the last step; what came
 * of it later does not move it.
 */
export function roadOf<Step extends RoadStep>(recorded: readonly Step[]): (Step & { mark: RoadMark })[] {
  const done: Step[] = [];
  for (const step of recorded) if (!step.isPlanned) done.splice(placeOf(step, done), 0, step);
  const planned = recorded.filter((step) => step.isPlanned && !done.some((other) => isSameStep(step, other)));
  const now = new Set<Step>();
  const moving = done.filter(({ kind }) => kind !== "outcome");
  for (const step of moving.reverse()) {
    if (now.size > 0 && step.kind !== "sent") break;
    now.add(step);
    if (step.kind !== "sent") break;
  }
  return [
    ...done.map((step) => ({ ...step, mark: now.has(step) ? ("now" as const) : ("done" as const) })),
    ...planned.map((step) => ({ ...step, mark: "planned" as const })),
  ];
}

function placeOf({ happenedOn }: RoadStep, steps: RoadStep[]): number {
  if (happenedOn === null) return steps.length;
  const later = steps.findIndex((other) => other.happenedOn !== null && other.happenedOn > happenedOn);
  return later < 0 ? steps.length : later;
}

const isSameStep = (a: RoadStep, b: RoadStep) =>
  a.kind === b.kind && a.body.fi.trim().toLowerCase() === b.body.fi.trim().toLowerCase();

/** A step as somebody records it; empty for what is not known. */
export interface GivenStep {
  kind: string;
  body: string;
  happenedOn: string;
  isPlanned: boolean;
  section: string;
  proposal: string;
  decision: string;
  result: string;
  unanimous: boolean;
  note: string;
  source: string;
}
export type StepFlaw =
  | { field: "kind" | "body" | "decision" | "result" | "happenedOn"; flaw: "missing" }
  | { field: "happenedOn"; flaw: "noDay" | "notYet" }
  | { field: keyof GivenStep; flaw: "long"; max: number };

export function isStepKind(kind: string): kind is StepKind {
  return (STEP_KINDS as readonly string[]).includes(kind);
}
export function isStepResult(result: string): result is StepResult {
  return (STEP_RESULTS as readonly string[]).includes(result);
}

const LIMITS: [keyof GivenStep, number][] = [
  ["body", BODY_CHARACTERS_MAX],
  ["section", SECTION_CHARACTERS_MAX],
  ["proposal", STEP_TEXT_CHARACTERS_MAX],
  ["decision", STEP_TEXT_CHARACTERS_MAX],
  ["note", STEP_TEXT_CHARACTERS_MAX],
  ["source", STEP_SOURCE_CHARACTERS_MAX],
];

/**
 * What is wrong with the step, or null. A decision that has been made has its words and its result; what has happened
 * did not happen after `today` (YYYY-MM-DD).
 */
export function stepFlaw(step: GivenStep, today: string): StepFlaw | null {
  if (!isStepKind(step.kind)) return { field: "kind", flaw: "missing" };
  if (!step.body) return { field: "body", flaw: "missing" };
  for (const [field, max] of LIMITS)
    if (String(step[field]).length > max) return { field, flaw: "long", max };
  if (step.happenedOn && !isDay(step.happenedOn)) return { field: "happenedOn", flaw: "noDay" };
  if (step.happenedOn > today && !step.isPlanned) return { field: "happenedOn", flaw: "notYet" };
  if (step.kind === "decided" && !step.isPlanned) {
    if (!step.decision) return { field: "decision", flaw: "missing" };
    if (!isStepResult(step.result)) return { field: "result", flaw: "missing" };
  }
  return null;
}

/** A day of the calendar as YYYY-MM-DD. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const utc = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(utc.getTime()) && utc.toISOString().startsWith(day);
}
