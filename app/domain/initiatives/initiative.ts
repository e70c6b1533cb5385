/** A council initiative and the demands in it; a list of recommendations is kept in the same way. */

export const INITIATIVE_KINDS = ["initiative", "recommendations"] as const;
export type InitiativeKind = (typeof INITIATIVE_KINDS)[number];

/** Where a demand stands. A declined one has a reason (rule N2). */
export const DEMAND_STATES = ["notBegun", "inPreparation", "agreed", "done", "declined"] as const;
export type DemandState = (typeof DEMAND_STATES)[number];

/** Steps of a matter on its road through bodies. */
export const STEP_KINDS = ["submitted", "prepared", "presented", "decided", "sent", "outcome"] as const;
export type StepKind = (typeof STEP_KINDS)[number];
export const STEP_RESULTS = ["approved", "changed", "rejected", "returned"] as const;
export type StepResult = (typeof STEP_RESULTS)[number];

/** A person or group that the public document itself names. */
export interface Signatory {
  name: string;
  /** Title, office or group, in Finnish. */
  title?: string;
}

/** Limits, in characters. */
export const INITIATIVE_TITLE_CHARACTERS_MAX = 300;
export const DEMAND_CHARACTERS_MAX = 2000;
export const DEMANDS_MAX = 100;
export const ANSWER_CHARACTERS_MAX = 5000;

/** Who a demand asks to act: kinds of parties. */
export const DEMAND_ACTORS = ["region", "municipality", "association"] as const;
export type DemandActor = (typeof DEMAND_ACTORS)[number];
