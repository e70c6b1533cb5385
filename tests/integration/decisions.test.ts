/**
 * Goal: a decision is made by the rules: who is asked, who sees what when, what counts, what can be stated, and what is sealed.
 * Method: commands and queries on real Postgres as the people of a table of three parties.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DECISION_TEXT_CHARACTERS_MAX } from "../../app/domain/decisions/decision";
import type { DecisionContent } from "../../app/domain/decisions/seal";
import { addDecisionStatement } from "../../server/commands/decisions/add-statement.server";
import { enterToldAnswer, takeBackAnswer } from "../../server/commands/decisions/answer-decision.server";
import { STATING_PROOF_HOURS_MAX } from "../../server/commands/decisions/state-outcome.server";
import { withdrawProposal } from "../../server/commands/decisions/withdraw-proposal.server";
import { type DecisionWorld, decisionWorld } from "../support/decision-world";
import { statusOf } from "../support/services";

let world: DecisionWorld;
beforeAll(async () => {
  world = await decisionWorld();
});
afterAll(() => world.close());

const KEY = "avain-12345";
const sealed = async (decisionId: string) => {
  const row = await world.db
    .selectFrom("decisions")
    .innerJoin("seals", "seals.id", "decisions.seal_id")
    .select(["seals.content", "decisions.number", "decisions.year"])
    .where("decisions.id", "=", decisionId)
    .executeTakeFirstOrThrow();
  return { ...row, content: JSON.parse(row.content) as DecisionContent };
};

describe("putting it to the parties", () => {
  test("D1, D2: the version's hash and the parties of that moment are kept", async () => {
    const id = await world.proposed();
    const card = await world.card(id);
    const { sha256 } = await world.db.selectFrom("versions").select("sha256").executeTakeFirstOrThrow();
    expect(card).toMatchObject({
      state: "open",
      version: { number: 1, sha256 },
      verdict: { kind: "waiting" },
    });
    expect(card.answers.map(({ party }) => party.id)).toEqual(world.party);
    await world.db
      .insertInto("table_parties")
      .values({ table_id: world.table.id, party_id: await strangerParty(), position: 9 })
      .execute();
    expect((await world.card(id)).answers).toHaveLength(world.party.length);
    await world.db.deleteFrom("table_parties").where("position", "=", 9).execute();
  });

  test("D1: what cannot be decided is refused by name, and leaves no row", async () => {
    const rows = () => world.db.selectFrom("proposed_decisions").select("id").execute();
    const before = (await rows()).length;
    const refused = async (more: Parameters<typeof world.propose>[0]) => {
      const outcome = await world.propose(more);
      return outcome.ok ? null : outcome.error;
    };
    expect(await refused({ text: "  " })).toBe("decisions.error.textMissing");
    expect(await refused({ text: "x".repeat(DECISION_TEXT_CHARACTERS_MAX + 1) })).toBe(
      "decisions.error.long",
    );
    expect(await refused({ version: "7" })).toBe("decisions.error.notFrozen");
    expect(await refused({ dueOn: "2026-02-30" })).toBe("decisions.error.noDay");
    expect(await refused({ dueOn: "2026-03-01" })).toBe("decisions.error.past");
    await world.freeze(2, true);
    expect(await refused({ version: "2" })).toBe("decisions.error.empty");
    expect((await rows()).length).toBe(before);
  });

  test("D1: sent twice it is one; another version voids the positions, visibly", async () => {
    const first = await world.proposed({ key: KEY, version: "1" });
    expect(await world.proposed({ key: KEY, version: "1" })).toBe(first);
    await world.answer(0, first, "support");
    await world.freeze(3);
    expect((await world.card(first)).hasNewerVersion).toBe(true);
    const second = await world.proposed({ version: "3", replaces: first });
    const old = await world.card(first);
    expect(old).toMatchObject({ state: "replaced", replacedBy: second });
    expect(old.answers[0]).toMatchObject({ value: "support", hasAnswered: true });
    expect((await world.card(second)).answers.every(({ hasAnswered }) => !hasAnswered)).toBe(true);
    expect(await world.answer(1, first, "support")).toMatchObject({ error: "decisions.error.ended" });
    expect(await world.state(first, "unanimous")).toMatchObject({ error: "decisions.error.ended" });
    expect(await world.propose({ version: "3", replaces: first })).toMatchObject({ ok: false });
  });
});

describe("answering", () => {
  test("P2, P3: reasons where they are needed, and only the party's own word", async () => {
    const id = await world.proposed({ version: "1" });
    expect(await world.answer(0, id, "object")).toMatchObject({ field: "reason" });
    expect(await world.answer(0, id, "kyllä")).toMatchObject({ field: "value" });
    expect(await statusOf(world.answer(0, id, "support").then((done) => done))).toBeNull();
    const foreign = { id, party: world.party[1]!, value: "support", reason: "", key: KEY };
    const { answerDecision } = await import("../../server/commands/decisions/answer-decision.server");
    for (const viewer of [world.speaker[0]!, world.chair, world.secretary])
      expect(await statusOf(answerDecision(world.services, viewer, foreign))).toBe(403);
  });

  test("P1: a later answer counts, an earlier one stays, the same form twice is one row", async () => {
    const id = await world.proposed({ version: "1" });
    await world.answer(0, id, "support", { key: "sama-avain-1" });
    await world.answer(0, id, "support", { key: "sama-avain-1" });
    await world.answer(0, id, "reservation", { reason: "Miksi?" });
    const rows = await world.db
      .selectFrom("decision_positions")
      .select("value")
      .where("proposed_decision_id", "=", id)
      .orderBy("n")
      .execute();
    expect(rows.map(({ value }) => value)).toEqual(["support", "reservation"]);
    await takeBackAnswer(world.services, world.speaker[0]!, {
      id,
      party: world.party[0]!,
      key: "takaisin-1",
    });
    expect((await world.card(id, world.speaker[0])).answers[0]).toMatchObject({
      value: null,
      hasAnswered: false,
    });
  });

  test("D2: others' positions are hidden until one's own party has answered, by the server", async () => {
    const id = await world.proposed({ version: "1" });
    await world.answer(1, id, "object", { reason: "Salainen syy" });
    const before = await world.card(id, world.speaker[2]);
    expect(JSON.stringify(before)).not.toContain("Salainen syy");
    expect(before.answers[1]).toMatchObject({ value: null, hasAnswered: true });
    expect(before.verdict).toEqual({ kind: "waiting", for: [world.party[0], world.party[2]] });
    await world.answer(2, id, "support");
    const after = await world.card(id, world.speaker[2]);
    expect(after.answers[1]).toMatchObject({ value: "object", reason: "Salainen syy" });
    expect(after.verdict).toEqual({ kind: "notReached", objections: [world.party[1]] });
    await world.db.updateTable("tables").set({ reveal: "atOnce" }).where("id", "=", world.table.id).execute();
    const open = await world.proposed({ version: "1" });
    await world.answer(1, open, "object", { reason: "Avoin syy" });
    expect((await world.card(open, world.speaker[0])).answers[1]).toMatchObject({ reason: "Avoin syy" });
    await world.db
      .updateTable("tables")
      .set({ reveal: "afterOwn" })
      .where("id", "=", world.table.id)
      .execute();
  });

  test("P7: told by telephone it is entered by the secretary with who told it", async () => {
    const id = await world.proposed({ version: "1" });
    const told = { id, party: world.party[1]!, value: "accept", reason: "", key: "puhelin-123" };
    expect(await enterToldAnswer(world.services, world.secretary, { ...told, toldBy: "" })).toMatchObject({
      field: "toldBy",
    });
    expect(await statusOf(enterToldAnswer(world.services, world.chair, { ...told, toldBy: "X" }))).toBe(403);
    expect(
      await enterToldAnswer(world.services, world.secretary, { ...told, toldBy: "Kunnan 1 edustaja" }),
    ).toEqual({
      ok: true,
    });
    expect((await world.card(id, world.speaker[1])).answers[1]).toMatchObject({
      how: "told",
      value: "accept",
    });
  });

  test("a withdrawn proposal says why and takes no more", async () => {
    const id = await world.proposed({ version: "1" });
    const withdraw = (reason: string) =>
      withdrawProposal(world.services, world.secretary, { id, reason, key: "veto-12345" });
    expect(await withdraw("")).toMatchObject({ field: "reason" });
    expect(await withdraw("Valmistelu jatkuu")).toEqual({ ok: true });
    expect(await withdraw("Toinen")).toEqual({ ok: true });
    expect(await world.card(id)).toMatchObject({ state: "withdrawn", endReason: "Valmistelu jatkuu" });
    expect(await world.answer(0, id, "support")).toMatchObject({ error: "decisions.error.ended" });
  });
});

describe("stating the outcome", () => {
  test("D3, D4: only by the chair, only what the positions come to, only with a fresh sign-in", async () => {
    const id = await world.proposed({ version: "1" });
    expect(await world.state(id, "unanimous")).toMatchObject({ error: "decisions.error.waiting" });
    for (const n of [0, 1]) await world.answer(n, id, "support");
    await world.answer(2, id, "reservation", { reason: "Rahoitus?" });
    expect(await world.state(id, "unanimous")).toMatchObject({ error: "decisions.error.otherOutcome" });
    for (const viewer of [world.secretary, world.speaker[0]!])
      expect(await statusOf(world.state(id, "consensusWithReservations", viewer))).toBe(403);
    const old = { ...world.chair, provenAt: new Date(world.services.clock().getTime() - 13 * 3_600_000) };
    expect(await world.state(id, "consensusWithReservations", old)).toMatchObject({
      values: { hours: STATING_PROOF_HOURS_MAX },
    });
    expect(await world.db.selectFrom("decisions").select("id").execute()).toEqual([]);
    const first = await world.state(id, "consensusWithReservations");
    expect(first).toMatchObject({ ok: true });
    expect(await world.state(id, "consensusWithReservations")).toEqual(first);
    expect(await world.answer(0, id, "object", { reason: "Myöhässä" })).toMatchObject({
      error: "decisions.error.stated",
    });
  });

  test("D5: the seal holds the text, the version, the positions, the words beside it, and no name", async () => {
    const id = await world.proposed({ version: "3" });
    for (const n of [0, 1]) await world.answer(n, id, "support");
    await world.answer(2, id, "object", { reason: "Kunta ei voi." });
    const dissent = { id, party: world.party[2]!, kind: "dissent", text: "Emme hyväksy.", key: "eriava-123" };
    await addDecisionStatement(world.services, world.speaker[2]!, dissent);
    await addDecisionStatement(world.services, world.speaker[2]!, dissent);
    const stated = await world.state(id, "notReached");
    if (!stated.ok) throw new Error(stated.error);
    const { content, number, year } = await sealed(stated.decisionId);
    expect(content).toMatchObject({
      ...{ kind: "decision", outcome: "notReached", number: `${number}/${year}`, presentParties: null },
      entitled: ["kunta-0", "kunta-1", "kunta-2"],
      statements: [{ party: "kunta-2", kind: "dissent", text: "Emme hyväksy." }],
    });
    expect(content.positions.map(({ party, value, reason }) => [party, value, reason])).toEqual([
      ["kunta-0", "support", ""],
      ["kunta-1", "support", ""],
      ["kunta-2", "object", "Kunta ei voi."],
    ]);
    expect(JSON.stringify(content)).not.toContain(world.chair.name);
    const late = { ...dissent, key: "myohassa-1" };
    expect(await addDecisionStatement(world.services, world.speaker[2]!, late)).toMatchObject({ ok: false });
  });

  test("D3: silence consents only after the deadline of a request that said so", async () => {
    await world.db
      .updateTable("tables")
      .set({ silence: "consents" })
      .where("id", "=", world.table.id)
      .execute();
    const id = await world.proposed({ version: "1", dueOn: "2026-03-03", dueAt: "12:00" });
    await world.db.updateTable("tables").set({ silence: "waits" }).where("id", "=", world.table.id).execute();
    const waits = await world.proposed({ version: "1", dueOn: "2026-03-03", dueAt: "12:00" });
    for (const one of [id, waits]) await world.answer(0, one, "support");
    expect((await world.card(id)).verdict.kind).toBe("waiting");
    world.addHours(48);
    expect((await world.card(id)).verdict.kind).toBe("unanimous");
    expect((await world.card(waits)).verdict.kind).toBe("waiting");
    const stated = await world.state(id, "unanimous", { ...world.chair, provenAt: world.services.clock() });
    if (!stated.ok) throw new Error(stated.error);
    const { content } = await sealed(stated.decisionId);
    expect(content.positions.map(({ how, value }) => [how, value])).toEqual([
      ["seat", "support"],
      ["silence", null],
      ["silence", null],
    ]);
  });

  test("D6: a correction is a new decision that points back; the first stays as it was", async () => {
    const first = await world.db
      .selectFrom("decisions")
      .innerJoin("seals", "seals.id", "decisions.seal_id")
      .select(["decisions.id", "seals.sha256", "seals.content"])
      .orderBy("decisions.n")
      .executeTakeFirstOrThrow();
    const id = await world.proposed({ version: "1", corrects: first.id });
    for (const n of [0, 1, 2]) await world.answer(n, id, "accept");
    const stated = await world.state(id, "unanimous", { ...world.chair, provenAt: world.services.clock() });
    if (!stated.ok) throw new Error(stated.error);
    expect((await sealed(stated.decisionId)).content.corrects).toEqual({
      ...{ decisionId: first.id, sha256: first.sha256 },
    });
    const now = await world.db
      .selectFrom("seals")
      .select("content")
      .where("sha256", "=", first.sha256)
      .execute();
    expect(now).toEqual([{ content: first.content }]);
  });
});

async function strangerParty(): Promise<string> {
  const { id } = await world.db
    .insertInto("parties")
    .values({
      ...{
        region_id: world.table.regionId,
        slug: "uusi",
        kind: "other",
        name: JSON.stringify({ fi: "Uusi" }),
      },
      ...{ genitive: "Uuden", short_name: "Uusi", color: 1 },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
