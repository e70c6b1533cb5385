/**
 * Goal: the initiative's story in the demo is the source's, and what is kept of it is added, published and read by
 * those who may. Method: the demo's rows beside the source's facts; commands and queries on real Postgres as the
 * demo's own seats.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMANDS_MAX, type InitiativeKind } from "../../app/domain/initiatives/initiative";
import { STEPS_MAX } from "../../app/domain/initiatives/road";
import { DEMO_DRAFT } from "../../db/scenarios/north-karelia/seed";
import { addDemand } from "../../server/commands/initiatives/add-demand.server";
import { answerDemand } from "../../server/commands/initiatives/answer-demand.server";
import { createInitiative } from "../../server/commands/initiatives/create-initiative.server";
import { publishInitiative } from "../../server/commands/initiatives/publish-initiative.server";
import { recordStep } from "../../server/commands/initiatives/record-step.server";
import { startResponse } from "../../server/commands/initiatives/start-response.server";
import { initiativeCsv } from "../../server/queries/initiative-csv.server";
import { initiativePage } from "../../server/queries/initiative-page.server";
import { publicInitiative } from "../../server/queries/public-initiative.server";
import { readableDraft } from "../../server/queries/readable-draft.server";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { signedIn, testServices } from "../support/people";

const INITIATIVE = "valtuustoaloite-jarjestoyhteistyo";
const RESPONSE = "vastine-valtuustoaloitteeseen";
const RECOMMENDATIONS = "jarjestojen-suositukset";
const COMMITTEE = "hyvinvointi-ja-tulevaisuuslautakunta";

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let secretary: Viewer;
beforeAll(async () => {
  database = await freshDatabase({ scenario: "north-karelia" });
  services = testServices(database.db, { clock: () => new Date() });
  secretary = await seat("kp-sihteeri");
});
afterAll(() => database.close());

async function seat(name: string): Promise<Viewer> {
  const person = database.db.selectFrom("persons").select("id").where("demo_seat", "=", name);
  return signedIn(services, (await person.executeTakeFirstOrThrow()).id);
}
const statusOf = async (asked: Promise<unknown>) =>
  asked.then(
    () => 200,
    (thrown) => (thrown instanceof Response ? thrown.status : Promise.reject(thrown)),
  );
const typed = (more: { title?: string; kind?: InitiativeKind; demands?: string }) => ({
  ...{ kind: "initiative", title: "Uusi aloite", signatories: "", submittedOn: "", targetYear: "" },
  ...{ text: "", demands: "Ensimmäinen\nToinen", source: "" },
  ...more,
});
const answer = { demand: "1", state: "inPreparation", text: "", reason: "", note: "", draft: "", href: "" };

describe("the demo tells the source's story", () => {
  test("three demands, who prepared and who presented apart, and a response as a living text", async () => {
    const page = await initiativePage(services, secretary, INITIATIVE);
    expect(page.signatories).toEqual([{ name: "Kristiina Teerikangas", title: "SDP:n aluevaltuustoryhmä" }]);
    expect([page.submittedOn, page.targetYear]).toEqual([null, 2022]);
    expect(page.demands.map(({ slug, answer: given }) => [slug, given?.state, given?.draft?.slug])).toEqual([
      ["shared-principles", "inPreparation", RESPONSE],
      ["responsible-party-and-resources", "notBegun", RESPONSE],
      ["regular-dialogue", "inPreparation", RESPONSE],
    ]);
    expect(page.note?.fi).toContain("oma tulkinta");
    expect(page.preparedBy.map(({ name }) => name)).toEqual([
      ...["Jussi Salminen", "Eija Kellokoski-Kari", "Henri Nevalainen"],
    ]);
    expect(page.presentedBy.map(({ name }) => name)).toEqual(["Henri Nevalainen", "Eija Kellokoski-Kari"]);
    expect(page.response?.slug).toBe(RESPONSE);
  });

  test("N4: decided unanimously elsewhere, now at the board and the council, with the outcome of 5.12.2022", async () => {
    const { road } = await initiativePage(services, secretary, INITIATIVE);
    expect(road.map(({ kind, body, mark, happenedOn }) => [kind, body.fi, mark, happenedOn])).toEqual([
      ["submitted", "Aluevaltuusto", "done", null],
      ["prepared", "Hyvinvointi- ja tulevaisuuslautakunta", "done", null],
      ["presented", "Hyvinvointi- ja tulevaisuuslautakunta", "done", null],
      ["decided", "Hyvinvointi- ja tulevaisuuslautakunta", "done", null],
      ["sent", "Aluehallitus", "now", null],
      ["sent", "Aluevaltuusto", "now", null],
      ["outcome", "Aluehallitus", "done", "2022-12-05"],
    ]);
    expect(road[3]).toMatchObject({ result: "approved", unanimous: true });
    expect(road[3]?.decision?.fi).toBe("Esitys hyväksyttiin yksimielisesti.");
    const positions = await database.db
      .selectFrom("positions")
      .innerJoin("drafts", "drafts.id", "positions.draft_id")
      .select("positions.id")
      .where("drafts.slug", "=", RESPONSE)
      .execute();
    expect(positions).toEqual([]);
  });

  test("N1: 29 recommendations in three areas, with no answer to any", async () => {
    const page = await initiativePage(services, await seat("sihteeri"), RECOMMENDATIONS);
    expect(page.demands).toHaveLength(29);
    expect(page.progress).toMatchObject({ answered: 0, states: { notBegun: 29 } });
    const areas = page.demands.map(({ area }) => area?.fi ?? "");
    expect([...new Set(areas)].map((area) => areas.filter((one) => one === area).length)).toEqual([16, 6, 7]);
    expect(
      page.demands.filter(({ actors }) => actors.includes("municipality")).map(({ slug }) => slug),
    ).toEqual(["D23"]);
    const csv = await initiativeCsv(services, await seat("liperi"), RECOMMENDATIONS, "fi");
    expect(csv.split("\r\n").filter(Boolean)).toHaveLength(30);
  });

  test("neither region's seats see the other's drafts and initiatives", async () => {
    for (const name of ["sihteeri", "hyvinvointialue", "liperi", "tarkkailija"]) {
      const viewer = await seat(name);
      expect(await statusOf(readableDraft(services, viewer, RESPONSE)), name).toBe(404);
      expect(await statusOf(initiativePage(services, viewer, INITIATIVE)), name).toBe(404);
    }
    expect(await statusOf(readableDraft(services, secretary, DEMO_DRAFT))).toBe(404);
    expect(await statusOf(initiativePage(services, secretary, RECOMMENDATIONS))).toBe(404);
  });
});

describe("an initiative that is kept", () => {
  const created = async () => {
    const outcome = await createInitiative(services, secretary, COMMITTEE, typed({}));
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.slug;
  };

  test("N1: each demand keeps its answers, the latest counts, and a demand can be added later", async () => {
    const slug = await created();
    await answerDemand(services, secretary, slug, { ...answer, text: "Valmistellaan." });
    await answerDemand(services, secretary, slug, { ...answer, state: "done", draft: RESPONSE });
    expect(await addDemand(services, secretary, slug, "Kolmas")).toMatchObject({ demand: "3" });
    const { demands, progress } = await initiativePage(services, secretary, slug);
    expect(demands.map(({ text }) => text.fi)).toEqual(["Ensimmäinen", "Toinen", "Kolmas"]);
    expect(demands[0]?.answer?.state).toBe("done");
    expect(demands[0]?.earlier.map(({ text }) => text.fi)).toEqual(["Valmistellaan."]);
    expect(progress.answered).toBe(1);
  });

  test("N2, N3: a refused answer leaves no row", async () => {
    const slug = await created();
    const refused = async (more: Partial<typeof answer>) => {
      const outcome = await answerDemand(services, secretary, slug, { ...answer, ...more });
      return outcome.ok ? null : [outcome.field, outcome.error];
    };
    expect(await refused({ state: "declined" })).toEqual(["reason", "initiatives.error.reasonMissing"]);
    expect(await refused({ state: "done" })).toEqual(["href", "initiatives.error.evidenceMissing"]);
    expect(await statusOf(answerDemand(services, secretary, slug, { ...answer, draft: DEMO_DRAFT }))).toBe(
      404,
    );
    expect((await initiativePage(services, secretary, slug)).progress.answered).toBe(0);
  });

  test("N5: the public summary is there only while it is published, and names nobody who recorded", async () => {
    const slug = await created();
    await answerDemand(services, secretary, slug, { ...answer, state: "agreed", draft: RESPONSE });
    expect(await statusOf(publicInitiative(services, slug))).toBe(404);
    await publishInitiative(services, secretary, slug, true);
    const shown = await publicInitiative(services, slug);
    expect(shown.demands[0]?.answer?.state).toBe("agreed");
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${secretary.name}|${RESPONSE}|answeredBy`));
    await publishInitiative(services, secretary, slug, false);
    expect(await statusOf(publicInitiative(services, slug))).toBe(404);
  });

  test("N1: a response begins with a heading for every demand; two of one title have their own addresses", async () => {
    const [slug, other] = [await created(), await created()];
    expect(other).not.toBe(slug);
    const { slug: response } = await startResponse(services, secretary, slug);
    expect((await initiativePage(services, secretary, slug)).response?.slug).toBe(response);
    const { draft } = await readableDraft(services, secretary, response);
    expect(draft.kind).toBe("text");
  });

  test("N1, N4: there are at most so many demands and steps", async () => {
    const slug = await created();
    const { id } = await database.db
      .selectFrom("initiatives")
      .select("id")
      .where("slug", "=", slug)
      .executeTakeFirstOrThrow();
    const demand = { initiative_id: id, text: JSON.stringify({ fi: "x" }), actors: "[]", source: "" };
    await database.db
      .insertInto("demands")
      .values({ ...demand, position: DEMANDS_MAX, slug: String(DEMANDS_MAX) })
      .execute();
    expect(await addDemand(services, secretary, slug, "Liikaa")).toMatchObject({
      error: "initiatives.error.many",
    });
    const step = {
      ...{ kind: "sent", body: "Aluehallitus", happenedOn: "", isPlanned: false, section: "", proposal: "" },
      ...{ decision: "", result: "", unanimous: false, note: "", source: "" },
    };
    expect(await recordStep(services, secretary, slug, step)).toEqual({ ok: true });
    const row = { initiative_id: id, kind: "sent" as const, body: JSON.stringify({ fi: "Muu" }), source: "" };
    const rows = Array.from({ length: STEPS_MAX - 1 }, () => ({ ...row, recorded_by: secretary.personId }));
    await database.db.insertInto("initiative_steps").values(rows).execute();
    expect(await recordStep(services, secretary, slug, step)).toMatchObject({
      error: "initiatives.error.many",
    });
  });
});
