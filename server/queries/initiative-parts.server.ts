/** Demands with their answers, and the road: what the page and its public summary both read. */
import { progressOf } from "../../app/domain/initiatives/answer";
import type { DemandState, StepKind, StepResult } from "../../app/domain/initiatives/initiative";
import { type RoadMark, roadOf } from "../../app/domain/initiatives/road";
import type { Localized } from "../../app/domain/languages";
import type { Services } from "../services";

/** An answer to a demand. `at` is an ISO time. */
export interface AnswerView {
  state: DemandState;
  text: Localized;
  reason: string;
  note: string;
  /** A draft of the same table as evidence. */
  draft: { slug: string; title: Localized } | null;
  href: string | null;
  answeredBy: string;
  at: string;
  isExample: boolean;
}
export interface DemandView {
  id: string;
  slug: string;
  position: number;
  area: Localized | null;
  text: Localized;
  measure: Localized | null;
  actors: string[];
  source: string;
  /** The current answer, or null, and earlier ones, the latest first. */
  answer: AnswerView | null;
  earlier: AnswerView[];
}
/** A step of the road with its mark. `happenedOn` is YYYY-MM-DD. */
export interface StepView {
  id: string;
  kind: StepKind;
  body: Localized;
  happenedOn: string | null;
  isPlanned: boolean;
  section: string | null;
  proposal: Localized | null;
  decision: Localized | null;
  result: StepResult | null;
  unanimous: boolean | null;
  note: Localized | null;
  source: string;
  mark: RoadMark;
}

/** The demands of a matter in their order. The caller has authorized the reader. */
export async function demandsOf({ db }: Pick<Services, "db">, initiativeId: string): Promise<DemandView[]> {
  const [demands, answers] = await Promise.all([
    db
      .selectFrom("demands")
      .select(["id", "slug", "position", "area", "text", "measure", "actors", "source"])
      .where("initiative_id", "=", initiativeId)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("demand_answers as answer")
      .innerJoin("demands", "demands.id", "answer.demand_id")
      .innerJoin("persons", "persons.id", "answer.answered_by")
      .leftJoin("drafts", "drafts.id", "answer.draft_id")
      .select(["answer.demand_id", "answer.state", "answer.text", "answer.reason", "answer.note"])
      .select(["answer.href", "answer.created_at", "answer.is_example", "persons.name"])
      .select(["drafts.slug as draftSlug", "drafts.title as draftTitle"])
      .where("demands.initiative_id", "=", initiativeId)
      .orderBy("answer.n", "desc")
      .execute(),
  ]);
  return demands.map((demand) => {
    const [answer = null, ...earlier] = answers
      .filter(({ demand_id }) => demand_id === demand.id)
      .map(
        (row): AnswerView => ({
          ...{ state: row.state, text: row.text, reason: row.reason, note: row.note, href: row.href },
          draft: row.draftSlug && row.draftTitle ? { slug: row.draftSlug, title: row.draftTitle } : null,
          ...{ answeredBy: row.name, at: row.created_at.toISOString(), isExample: row.is_example },
        }),
      );
    return { ...demand, answer, earlier };
  });
}

export const progressIn = (demands: DemandView[]) =>
  progressOf(demands.map(({ answer }) => answer?.state ?? null));

/** The road of a matter, in its order (rule N4). */
export async function roadIn({ db }: Pick<Services, "db">, initiativeId: string): Promise<StepView[]> {
  const steps = await db
    .selectFrom("initiative_steps")
    .select(["id", "kind", "body", "happened_on as happenedOn", "is_planned as isPlanned", "section"])
    .select(["proposal", "decision", "result", "unanimous", "note", "source"])
    .where("initiative_id", "=", initiativeId)
    .orderBy("n")
    .execute();
  return roadOf(steps);
}
