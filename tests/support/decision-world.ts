/** A table of many parties with a draft that has two versions, each party with somebody who gives its word, and a clock that the test moves. */
import { randomUUID } from "node:crypto";
import type { Role } from "../../app/domain/policy";
import { canonicalSplit, sha256Hex } from "../../app/domain/split/canonical";
import { answerDecision } from "../../server/commands/decisions/answer-decision.server";
import {
  type NewProposedDecision,
  proposeDecision,
} from "../../server/commands/decisions/propose-decision.server";
import { stateOutcome } from "../../server/commands/decisions/state-outcome.server";
import { addDraft } from "../../server/commands/drafts/add-draft.server";
import { decisionCards } from "../../server/queries/decision-cards.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import { freshDatabase } from "./database";
import { signedIn } from "./people";
import { addTable, addViewer, openServices } from "./services";
import { aCategory } from "./splits";

export type DecisionWorld = Awaited<ReturnType<typeof decisionWorld>>;
const HOUR_MS = 3_600_000;

export async function decisionWorld(parties = 3) {
  const database = await freshDatabase();
  const { db } = database;
  let now = new Date("2026-03-02T10:00:00Z");
  const services = await openServices(database, () => now);
  const table = await addTable(database, `poyta-${randomUUID()}`);
  const seat = async (role: Role, partyId: string | null, speaks: boolean): Promise<Viewer> => {
    const { personId } = await addViewer(database, null);
    await db
      .insertInto("memberships")
      .values({
        ...{ person_id: personId, table_id: table.id, role, speaks, party_id: partyId },
        starts_at: new Date(0),
      })
      .execute();
    return signedIn(services, personId);
  };
  const party: string[] = [];
  const speaker: Viewer[] = [];
  for (let n = 0; n < parties; n++) {
    const { id } = await db
      .insertInto("parties")
      .values({
        ...{ region_id: table.regionId, slug: `kunta-${n}`, kind: "municipality", color: n % 12 },
        ...{ name: JSON.stringify({ fi: `Kunta ${n}` }), genitive: `Kunnan ${n}`, short_name: `K${n}` },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db.insertInto("table_parties").values({ table_id: table.id, party_id: id, position: n }).execute();
    party.push(id);
    speaker.push(await seat("member", id, true));
  }
  const chair = await seat("chair", party[0]!, false);
  const secretary = await seat("secretary", null, false);
  const category = aCategory({ id: "ruoka-apu", label: { fi: "Ruoka-apu" } });
  const { slug: draft } = await db.transaction().execute((trx) =>
    addDraft(trx, secretary, {
      ...{ tableId: table.id, title: { fi: "Jaottelu" }, sideNotes: {}, background: [] },
      content: { kind: "split", split: { categories: [category] } },
    }),
  );
  const { id: draftId } = await db
    .selectFrom("drafts")
    .select("id")
    .where("slug", "=", draft)
    .executeTakeFirstOrThrow();
  const freeze = async (number: number, isEmpty = false) => {
    const status = isEmpty ? ("removed" as const) : ("active" as const);
    const content = canonicalSplit({
      categories: [{ ...category, status, label: { fi: `Ruoka-apu ${number}` } }],
    });
    await db
      .insertInto("versions")
      .values({
        ...{ draft_id: draftId, number, label: `Versio ${number}`, meeting_date: null, seq: 1, content },
        ...{ sha256: sha256Hex(content), frozen_by: secretary.personId },
      })
      .execute();
  };
  await freeze(1);
  const propose = async (more: Partial<NewProposedDecision> = {}) =>
    proposeDecision(services, secretary, {
      ...{ draft, version: "", text: "Jaottelu lähetetään lautakunnalle.", meeting: "", item: "" },
      ...{ dueOn: "", dueAt: "", replaces: "", corrects: "", key: randomUUID() },
      ...more,
    });
  return {
    ...{ database, db, services, table, draft, party, speaker, chair, secretary, freeze, propose },
    proposed: async (more: Partial<NewProposedDecision> = {}): Promise<string> => {
      const outcome = await propose(more);
      if (!outcome.ok) throw new Error(`refused: ${outcome.error}`);
      return outcome.id;
    },
    answer: (n: number, id: string, value: string, more: { reason?: string; key?: string } = {}) =>
      answerDecision(services, speaker[n]!, {
        ...{ id, party: party[n]!, value, reason: more.reason ?? "", key: more.key ?? randomUUID() },
      }),
    state: (id: string, outcome: string, by: Viewer = chair, with_: Services = services) =>
      stateOutcome(with_, by, { id, outcome, key: randomUUID() }),
    card: async (id: string, by: Viewer = chair) => (await decisionCards(services, by, { id }))[0]!,
    addHours: (hours: number) => {
      now = new Date(now.getTime() + hours * HOUR_MS);
    },
    close: async () => {
      await services.close();
      await database.close();
    },
  };
}
