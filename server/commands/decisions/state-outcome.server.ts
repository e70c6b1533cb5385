/** The chair states the outcome; it is sealed in the same transaction (rules D4, D5). */
import { randomUUID } from "node:crypto";
import { statableOutcome } from "../../../app/domain/decisions/verdict";
import type { Outcome } from "../../../app/messages/problem";
import { loadActor, mayDo, notAllowed } from "../../authorize.server";
import { dayOf } from "../../finnish-day.server";
import { decisionStandings } from "../../queries/decision-standing.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { decisionContent } from "./decision-content.server";
import { type By, closedProblem, type InDecision, inDecision } from "./in-decision.server";
import { sealIntoChain } from "./seal-into-chain.server";
import { sealedPerson } from "./sealed-person.server";
import { tellDecisionStated } from "./tell-decision.server";

/** A sign-in older than this does not state an outcome. Hours. */
export const STATING_PROOF_HOURS_MAX = 12;
const HOUR_MS = 60 * 60 * 1000;

/**
 * `outcome` is the one that the form showed: what has changed since is refused, so nobody states what they did not see. Stating twice
 * answers the same decision. What parties answer meanwhile is either in the seal or refused to them: the transactions are put in an order.
 */
export async function stateOutcome(
  services: Services,
  viewer: By & Pick<Viewer, "provenAt">,
  { id, outcome, key }: { id: string; outcome: string; key: string },
): Promise<Outcome<{ decisionId: string }>> {
  if (services.clock().getTime() - viewer.provenAt.getTime() > STATING_PROOF_HOURS_MAX * HOUR_MS) {
    const values = { hours: STATING_PROOF_HOURS_MAX };
    return { ok: false, error: "decisions.error.signInAgain", values };
  }
  return inDecision<{ decisionId: string }>(services, viewer, { id, key, deed: "stated" }, async (at) => {
    const actor = await loadActor({ db: at.trx, clock: services.clock }, viewer.personId);
    if (!mayDo(actor, "decision.state", at.row)) throw notAllowed();
    if (at.row.decisionId) return { ok: true, decisionId: at.row.decisionId };
    const closed = closedProblem(at.row);
    if (closed) return closed;
    // The table's row takes turns of all that seal into its chain, before anything is read.
    await at.trx.selectFrom("tables").select("id").where("id", "=", at.row.tableId).forUpdate().execute();
    const standing = (await decisionStandings(at.trx, [at.row], at.now)).get(at.row.id)!;
    const statable = statableOutcome(standing.verdict);
    if (!statable) return { ok: false, error: `decisions.error.${standing.verdict.kind as "waiting"}` };
    if (statable !== outcome) return { ok: false, error: "decisions.error.otherOutcome" };
    return { ok: true, decisionId: await seal(at, viewer, { standing, outcome: statable }) };
  });
}

type Stating = Pick<Parameters<typeof decisionContent>[1], "standing" | "outcome">;

async function seal(at: InDecision, by: By, stating: Stating): Promise<string> {
  const { trx, row, now, key } = at;
  const decisionId = randomUUID();
  const year = Number(dayOf(now).slice(0, 4));
  const { last } = await trx
    .selectFrom("decisions")
    .select((of) => of.fn.max("number").as("last"))
    .where("table_id", "=", row.tableId)
    .where("year", "=", year)
    .executeTakeFirstOrThrow();
  const number = Number(last ?? 0) + 1;
  const person = (personId: string, role: string) =>
    sealedPerson(trx, { tableId: row.tableId, personId, role, at: now });
  const content = await decisionContent(at, {
    ...{ decisionId, number: `${number}/${year}`, ...stating },
    statedBy: await person(by.personId, "chair"),
    recordedBy: await person(await recorderOf(at, by), "secretary"),
  });
  const { id: sealId } = await sealIntoChain(trx, { id: row.tableId, slug: row.tableSlug }, content, now);
  await trx
    .insertInto("decisions")
    .values({
      ...{ id: decisionId, table_id: row.tableId, number, year, proposed_decision_id: row.id },
      ...{ seal_id: sealId, outcome: stating.outcome, corrects_id: row.corrects },
      ...{ stated_by: by.personId, stated_at: now, key },
    })
    .execute();
  const { tableId, draftId } = row;
  await tellDecisionStated(trx, now, { id: row.id, tableId, draftId, actorId: by.personId });
  return decisionId;
}

/** Who keeps the record: the meeting's secretary who is in the product, else the table's, else whoever states. */
async function recorderOf({ trx, row, now }: InDecision, by: By): Promise<string> {
  const ofMeeting = row.meetingId
    ? await trx
        .selectFrom("participants")
        .select("person_id as id")
        .where("meeting_id", "=", row.meetingId)
        .where("role", "=", "secretary")
        .where("person_id", "is not", null)
        .orderBy("position")
        .executeTakeFirst()
    : undefined;
  const ofTable = await trx
    .selectFrom("memberships")
    .select("person_id as id")
    .where("table_id", "=", row.tableId)
    .where("role", "=", "secretary")
    .where("starts_at", "<=", now)
    .where((w) => w.or([w("ends_at", "is", null), w("ends_at", ">", now)]))
    .orderBy("created_at")
    .executeTakeFirst();
  return ofMeeting?.id ?? ofTable?.id ?? by.personId;
}
