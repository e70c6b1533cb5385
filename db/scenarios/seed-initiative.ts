import type {
  DemandActor,
  DemandState,
  InitiativeKind,
  Signatory,
  StepKind,
  StepResult,
} from "../../app/domain/initiatives/initiative";
import type { Localized } from "../../app/domain/languages";
import type { ScenarioContext } from "./scenario-context";

export interface SeededDemand {
  slug: string;
  area?: Localized;
  text: Localized;
  measure: Localized;
  actors: DemandActor[];
  source: string;
  answer?: { state: DemandState; text: Localized; note: string };
}
export interface SeededStep {
  kind: StepKind;
  body: Localized;
  /** YYYY-MM-DD; absent where the source does not say. */
  happenedOn?: string;
  proposal?: Localized;
  decision?: Localized;
  result?: StepResult;
  unanimous?: boolean;
  note?: Localized;
  source: string;
}
export interface SeededInitiative {
  slug: string;
  kind: InitiativeKind;
  title: Localized;
  signatories: Signatory[];
  submittedOn: string | null;
  targetYear: number | null;
  text: Localized;
  grounds: Localized[];
  summary: Localized;
  source: string;
  note: Localized;
  responseBody: Localized | null;
  preparedBy: Signatory[];
  presentedBy: Signatory[];
  demands: SeededDemand[];
  steps: SeededStep[];
}

const words = (text: Localized | null | undefined) => (text ? JSON.stringify(text) : null);

/** Writes an initiative with its demands, answers and road. Every answer rests on the response draft. */
export async function seedInitiative(
  { db, now }: ScenarioContext,
  seeded: SeededInitiative,
  { tableId, personId, draftId }: { tableId: string; personId: string; draftId: string | null },
): Promise<void> {
  const { id } = await db
    .insertInto("initiatives")
    .values({
      ...{ table_id: tableId, slug: seeded.slug, kind: seeded.kind, title: JSON.stringify(seeded.title) },
      signatories: JSON.stringify(seeded.signatories),
      ...{ submitted_on: seeded.submittedOn, target_year: seeded.targetYear, source: seeded.source },
      ...{ text: JSON.stringify(seeded.text), grounds: JSON.stringify(seeded.grounds) },
      ...{ summary: JSON.stringify(seeded.summary), note: words(seeded.note) },
      ...{ response_draft_id: draftId, response_body: words(seeded.responseBody) },
      prepared_by: JSON.stringify(seeded.preparedBy),
      presented_by: JSON.stringify(seeded.presentedBy),
      ...{ created_by: personId, created_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const demands = await db
    .insertInto("demands")
    .values(
      seeded.demands.map(({ slug, area, text, measure, actors, source }, index) => ({
        ...{ initiative_id: id, position: index + 1, slug, area: words(area), text: JSON.stringify(text) },
        ...{ measure: words(measure), actors: JSON.stringify(actors), source },
      })),
    )
    .returning(["id", "slug"])
    .execute();
  for (const { slug, answer } of seeded.demands) {
    const demand = demands.find((one) => one.slug === slug);
    if (!answer || !demand) continue;
    await db
      .insertInto("demand_answers")
      .values({
        ...{
          demand_id: demand.id,
          state: answer.state,
          text: JSON.stringify(answer.text),
          note: answer.note,
        },
        ...{ reason: "", draft_id: draftId, href: null, answered_by: personId, created_at: now },
      })
      .execute();
  }
  for (const step of seeded.steps)
    await db
      .insertInto("initiative_steps")
      .values({
        ...{ initiative_id: id, kind: step.kind, body: JSON.stringify(step.body), section: null },
        ...{ happened_on: step.happenedOn ?? null, is_planned: false },
        ...{ proposal: words(step.proposal), decision: words(step.decision), note: words(step.note) },
        ...{ result: step.result ?? null, unanimous: step.unanimous ?? null, source: step.source },
        ...{ recorded_by: personId, created_at: now },
      })
      .execute();
}
