import type { How } from "../../../app/domain/decisions/decision";
import {
  POSITION_VALUES,
  type PositionValue,
  REASON_CHARACTERS_MAX,
  TOLD_BY_CHARACTERS_MAX,
} from "../../../app/domain/positions/position";
import type { Outcome, Refused } from "../../../app/messages/problem";
import { loadActor, mayDo, notAllowed, notFound } from "../../authorize.server";
import type { Services } from "../../services";
import { type By, closedProblem, type InDecision, inDecision } from "./in-decision.server";

export interface GivenAnswer {
  id: string;
  /** The party's id. */
  party: string;
  value: string;
  reason: string;
  key: string;
}

/**
 * A party gives its position on a proposed decision, or another one (rules P1–P3): from its own seat, or by a mailed link. It is counted
 * until the outcome is stated; then it is refused, and the seal has what stood before.
 */
export async function answerDecision(
  services: Services,
  by: By,
  given: GivenAnswer,
  how: Extract<How, "seat" | "link"> = "seat",
): Promise<Outcome> {
  return inDecision(services, by, { id: given.id, key: given.key, deed: "answered" }, async (at) => {
    const refused = await mayAnswer(services, at, by, given.party);
    if (refused) return refused;
    const words = wordsOf(given);
    if (!words.ok) return words;
    await addPosition(at, by, { ...words, party: given.party, how, toldBy: null });
    return { ok: true };
  });
}

/** The party takes its position back: it is silent again. */
export async function takeBackAnswer(
  services: Services,
  by: By,
  { id, party, key }: { id: string; party: string; key: string },
): Promise<Outcome> {
  return inDecision(services, by, { id, key, deed: "answerTakenBack" }, async (at) => {
    const refused = await mayAnswer(services, at, by, party);
    if (refused) return refused;
    await addPosition(at, by, { value: null, reason: "", party, how: "seat", toldBy: null });
    return { ok: true };
  });
}

/** The secretary enters what a party told by telephone, with who told it. */
export async function enterToldAnswer(
  services: Services,
  by: By,
  { toldBy, ...given }: GivenAnswer & { toldBy: string },
): Promise<Outcome> {
  return inDecision(services, by, { id: given.id, key: given.key, deed: "toldEntered" }, async (at) => {
    const actor = await loadActor({ db: at.trx, clock: services.clock }, by.personId);
    if (!mayDo(actor, "decision.enterTold", at.row)) throw notAllowed();
    if (!at.row.entitled.includes(given.party)) throw notFound();
    const closed = closedProblem(at.row);
    if (closed) return closed;
    const words = wordsOf(given);
    if (!words.ok) return words;
    const max = TOLD_BY_CHARACTERS_MAX;
    if (!toldBy) return { ok: false, field: "toldBy", error: "decisions.error.toldByMissing" };
    if (toldBy.length > max)
      return { ok: false, field: "toldBy", error: "decisions.error.long", values: { max } };
    await addPosition(at, by, { ...words, party: given.party, how: "told", toldBy });
    return { ok: true };
  });
}

/** 403 for who does not give the party's word; refused as a value where the party is not asked, or it is over. */
export async function mayAnswer(
  services: Services,
  { trx, row }: InDecision,
  by: By,
  party: string,
): Promise<Refused | null> {
  const actor = await loadActor({ db: trx, clock: services.clock }, by.personId);
  if (!mayDo(actor, "decision.answer", { ...row, partyId: party })) throw notAllowed();
  if (!row.entitled.includes(party)) return { ok: false, error: "decisions.error.notEntitled" };
  return closedProblem(row);
}

function wordsOf({ value, reason }: GivenAnswer): Outcome<{ value: PositionValue; reason: string }> {
  if (!isValue(value)) return { ok: false, field: "value", error: "decisions.error.noValue" };
  if (!reason && (value === "reservation" || value === "object"))
    return { ok: false, field: "reason", error: "decisions.error.reasonMissing" };
  if (reason.length > REASON_CHARACTERS_MAX) {
    const values = { max: REASON_CHARACTERS_MAX };
    return { ok: false, field: "reason", error: "decisions.error.long", values };
  }
  return { ok: true, value, reason };
}

const isValue = (value: string): value is PositionValue => POSITION_VALUES.includes(value as PositionValue);

interface NewPosition {
  party: string;
  value: PositionValue | null;
  reason: string;
  how: How;
  toldBy: string | null;
}

/** Adds the row unless the same form has added it already. */
async function addPosition({ trx, row, now, key }: InDecision, by: By, position: NewPosition): Promise<void> {
  await trx
    .insertInto("decision_positions")
    .values({
      ...{ proposed_decision_id: row.id, party_id: position.party, value: position.value },
      ...{ reason: position.reason, how: position.how, told_by: position.toldBy },
      ...{ given_by: by.personId, given_at: now, key },
    })
    .onConflict((conflict) => conflict.columns(["proposed_decision_id", "key"]).doNothing())
    .execute();
}
