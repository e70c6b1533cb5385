/** A new initiative as a form gives it: lines become signatories and demands (rule N1). */
import {
  DEMAND_CHARACTERS_MAX,
  DEMANDS_MAX,
  INITIATIVE_KINDS,
  INITIATIVE_TITLE_CHARACTERS_MAX,
  type InitiativeKind,
  type Signatory,
} from "./initiative";
import { isDay } from "./road";

export const INITIATIVE_TEXT_CHARACTERS_MAX = 10_000;
export const INITIATIVE_SOURCE_CHARACTERS_MAX = 500;
export const SIGNATORIES_MAX = 100;
export const SIGNATORY_CHARACTERS_MAX = 200;
export const TARGET_YEAR_MIN = 1900;
export const TARGET_YEAR_MAX = 2200;

/** What was typed; empty for what is not known. */
export interface TypedInitiative {
  kind: string;
  title: string;
  /** One a line: "Name" or "Name, office or group". */
  signatories: string;
  submittedOn: string;
  targetYear: string;
  text: string;
  /** One a line. */
  demands: string;
  source: string;
}
export interface NewInitiative {
  kind: InitiativeKind;
  title: string;
  signatories: Signatory[];
  submittedOn: string | null;
  targetYear: number | null;
  text: string;
  demands: string[];
  source: string;
}
export type InitiativeFlaw =
  | { field: "kind" | "title" | "demands"; flaw: "missing" }
  | { field: "submittedOn" | "targetYear"; flaw: "noDay" | "noYear" }
  | { field: keyof TypedInitiative; flaw: "long" | "many"; max: number };

/** The initiative behind what was typed, or what is wrong with it. */
export function parseInitiative(typed: TypedInitiative): NewInitiative | InitiativeFlaw {
  const kind = INITIATIVE_KINDS.find((one) => one === typed.kind);
  if (!kind) return { field: "kind", flaw: "missing" };
  if (!typed.title) return { field: "title", flaw: "missing" };
  for (const [field, max] of [
    ["title", INITIATIVE_TITLE_CHARACTERS_MAX],
    ["text", INITIATIVE_TEXT_CHARACTERS_MAX],
    ["source", INITIATIVE_SOURCE_CHARACTERS_MAX],
  ] as const)
    if (typed[field].length > max) return { field, flaw: "long", max };
  if (typed.submittedOn && !isDay(typed.submittedOn)) return { field: "submittedOn", flaw: "noDay" };
  const signatories = linesOf(typed.signatories);
  if (signatories.length > SIGNATORIES_MAX)
    return { field: "signatories", flaw: "many", max: SIGNATORIES_MAX };
  if (signatories.some((line) => line.length > SIGNATORY_CHARACTERS_MAX))
    return { field: "signatories", flaw: "long", max: SIGNATORY_CHARACTERS_MAX };
  const targetYear = typed.targetYear ? Number(typed.targetYear) : null;
  if (targetYear !== null && !isTargetYear(targetYear)) return { field: "targetYear", flaw: "noYear" };
  const demands = linesOf(typed.demands);
  if (demands.length === 0) return { field: "demands", flaw: "missing" };
  if (demands.length > DEMANDS_MAX) return { field: "demands", flaw: "many", max: DEMANDS_MAX };
  if (demands.some((line) => line.length > DEMAND_CHARACTERS_MAX))
    return { field: "demands", flaw: "long", max: DEMAND_CHARACTERS_MAX };
  const { title, text, source } = typed;
  const submittedOn = typed.submittedOn || null;
  return {
    ...{ kind, title, text, source, submittedOn, targetYear, demands },
    signatories: signatories.map(signatoryOf),
  };
}

const isTargetYear = (year: number) =>
  Number.isInteger(year) && year >= TARGET_YEAR_MIN && year <= TARGET_YEAR_MAX;

/** Lines with something in them; a leading bullet or number is not part of the words. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, "").trim())
    .filter(Boolean);
}

/** "Name, office or group". */
function signatoryOf(line: string): Signatory {
  const comma = line.indexOf(",");
  if (comma < 1) return { name: line };
  const title = line.slice(comma + 1).trim();
  return { name: line.slice(0, comma).trim(), ...(title ? { title } : {}) };
}
