/**
 * Goal: the matrix, the cards, the file and the programs' answer say the same of the same rows, to whom may read them,
 * and cost a fixed number of statements.
 * Method: real Postgres and real live documents; the routes are asked as Remix asks; statements are counted by the query builder.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "../../app/paths";
import { ApiDraft, ApiPositions } from "../../app/protocol/api-answers";
import { openApiDocument } from "../../app/protocol/openapi";
import * as apiDraftRoute from "../../app/routes/api.drafts.$slug";
import * as apiRoute from "../../app/routes/api.drafts.$slug.positions";
import * as describedRoute from "../../app/routes/api.openapi[.]json";
import * as oneRoute from "../../app/routes/drafts.$slug.categories.$categoryId.positions";
import * as csvRoute from "../../app/routes/drafts.$slug.positions[.]csv";
import { enterToldPosition } from "../../server/commands/positions/enter-told-position.server";
import { giveAllPositions } from "../../server/commands/positions/give-all-positions.server";
import { manyPositions } from "../../server/commands/positions/position-form.server";
import { preparePosition } from "../../server/commands/positions/prepare-position.server";
import { givePositions } from "../../server/queries/give-positions.server";
import { positionCounts } from "../../server/queries/position-counts.server";
import { positionsPage } from "../../server/queries/positions-page.server";
import { responseOf, routeArgs } from "../support/people";
import {
  openPositionWorld,
  type PositionDraft,
  type PositionWorld,
  type Seat,
} from "../support/position-world";
import { statusOf } from "../support/services";
import { aCategory } from "../support/splits";

let world: PositionWorld;
let draft: PositionDraft;
const CATEGORIES = ["contested", "doubted", "silent", "reworded", "agreed"];

/** One category of each group; in "reworded" everybody agreed on an earlier text. "agreed" has a label like a formula. */
beforeAll(async () => {
  world = await openPositionWorld();
  draft = await world.newDraft(
    CATEGORIES.map((id, n) =>
      aCategory({ id, order: `a${n}`, label: { fi: id === "agreed" ? "=1+1" : id } }),
    ),
  );
  const say = async (seat: Seat, values: Record<string, [value: string, reason?: string]>) => {
    const positions = Object.entries(values).map(async ([categoryId, [value, reason = ""]]) => ({
      ...{ categoryId, value, reason, shownHash: await draft.hash(categoryId) },
    }));
    const all = { slug: draft.slug, positions: await Promise.all(positions) };
    for (const outcome of await giveAllPositions(world.services, world.seats[seat], all))
      if (!outcome.ok) throw new Error(outcome.error);
  };
  const [yes, accepts] = [["support"], ["accept"]] as [[string], [string]];
  await say("liperi", {
    ...{ contested: ["object", '@SUM(1;2) "ei"\nkoskaan'], doubted: ["reservation", "Kuka?"] },
    ...{ silent: yes, reworded: yes, agreed: yes },
  });
  await say("kitee", { contested: yes, doubted: yes, silent: ["abstain"], reworded: yes, agreed: accepts });
  await say("jane", { contested: yes, doubted: yes, reworded: yes });
  await enterToldPosition(world.services, world.seats.secretary, {
    ...{ slug: draft.slug, categoryId: "agreed", partyId: world.party.jane, toldBy: "+358 40" },
    ...{ value: "support", reason: "", shownHash: await draft.hash("agreed"), organ: "Hallitus" },
  });
  await draft.change({ reworded: { label: { fi: "uusi" } } });
});
afterAll(() => world?.close());

const FINDER = {
  ...{ contested: ["contested"], oneReservation: ["doubted"] },
  ...{ missing: ["silent", "reworded"], ready: ["agreed"] },
};

test("P6: the matrix is grouped by the finder, in the board's order within each group", async () => {
  const page = await positionsPage(world.services, world.seats.chair, draft.slug);
  expect(page.finder).toEqual(FINDER);
  expect(page.rows.map(({ categoryId, group }) => [group, categoryId])).toEqual([
    ...[
      ["contested", "contested"],
      ["oneReservation", "doubted"],
      ["missing", "silent"],
    ],
    ...[
      ["missing", "reworded"],
      ["ready", "agreed"],
    ],
  ]);
  expect(page.parties.map(({ slug }) => slug)).toEqual(["liperi", "kitee", "jane"]);
  const silent = page.rows.find(({ categoryId }) => categoryId === "silent")!;
  expect(Object.keys(silent.cells)).toEqual(expect.arrayContaining(["liperi", "kitee"]));
  expect(silent.cells.jane).toBeUndefined();
  expect(page.own).toEqual({ slug: "kitee", shortName: "kitee", genitive: "kiteen", maySpeak: false });
  expect(page.abilities).toEqual({ ask: true, enterTold: false, makeProposal: true });
  expect(page.request).toBeNull();
});

test("what a viewer may do is theirs: a party's word, the secretary's telephone, an observer's nothing", async () => {
  const of = async (seat: Seat) => {
    const { own, abilities } = await positionsPage(world.services, world.seats[seat], draft.slug);
    return [own && `${own.slug} ${own.maySpeak}`, ...Object.values(abilities)];
  };
  expect(await of("liperi")).toEqual(["liperi true", false, false, false]);
  expect(await of("liperiPrepares")).toEqual(["liperi false", false, false, false]);
  expect(await of("secretary")).toEqual([null, true, true, true]);
  expect(await of("observer")).toEqual([null, false, false, false]);
  expect(await statusOf(positionsPage(world.services, world.seats.stranger, draft.slug))).toBe(404);
});

test("cards count every party once; before anything was asked or given there is nothing to count", async () => {
  const of = async (one: PositionDraft) =>
    positionCounts(world.services, { id: one.id, tableId: world.table.id }, await one.live());
  expect(await of(draft)).toEqual({
    contested: { object: 1, support: 2 },
    doubted: { reservation: 1, support: 2 },
    silent: { support: 1, abstain: 1, missing: 1 },
    reworded: { missing: 3 },
    agreed: { support: 2, accept: 1 },
  });
  expect(await of(await world.newDraft())).toBeNull();
});

test("the page of one party has each text with what was given and prepared; who sits for none gets 403", async () => {
  await preparePosition(world.services, world.seats.liperiPrepares, {
    ...{ slug: draft.slug, categoryId: null, value: "accept", reason: "" },
  });
  const page = await givePositions(world.services, world.seats.liperi, draft.slug);
  expect(page.party.slug).toBe("liperi");
  expect(page.rows.map(({ categoryId }) => categoryId)).toEqual(CATEGORIES);
  expect(page.given).toBe(4);
  const reworded = page.rows.find(({ categoryId }) => categoryId === "reworded")!;
  expect(reworded).toMatchObject({
    ...{ current: { stale: true }, givenOn: { label: "reworded" }, text: { label: "uusi" } },
    contentHash: await draft.hash("reworded"),
  });
  expect(page.rows[0]).toMatchObject({ current: { stale: false }, givenOn: null });
  expect(page.whole).toMatchObject({ current: null, prepared: { value: "accept" }, label: null });
  for (const seat of ["secretary", "observer", "administrator"] as const)
    expect(await statusOf(givePositions(world.services, world.seats[seat], draft.slug)), seat).toBe(403);
});

test("a form about many is read as it is shown: all that have a value, or the one whose button was pressed", () => {
  const form = new URLSearchParams([
    ...[
      ["value:food", "support"],
      ["reason:food", " Hyvä "],
      ["hash:food", "h1"],
      ["after:food", ""],
    ],
    ...[
      ["value:work", ""],
      ["hash:work", "h2"],
      ["after:work", "id"],
    ],
    ...[
      ["value:", "abstain"],
      ["hash:", "h3"],
      ["organ", "Hallitus"],
    ],
  ] as [string, string][]);
  const read = (more: [string, string][] = []) => {
    const data = new FormData();
    for (const [name, value] of [...form, ...more]) data.append(name, value);
    return manyPositions(data);
  };
  expect(read().organ).toBe("Hallitus");
  expect(read().positions).toEqual([
    { categoryId: "food", value: "support", reason: "Hyvä", shownHash: "h1", afterId: null },
    { categoryId: null, value: "abstain", reason: "", shownHash: "h3" },
  ]);
  expect(read([["only", "work"]]).positions).toEqual([
    { categoryId: "work", value: "", reason: "", shownHash: "h2", afterId: "id" },
  ]);
});

const asked = async (run: Parameters<typeof responseOf>[0]) => responseOf(run);
const args = (seat: Seat | null, params: Record<string, string> = {}, form?: Record<string, string>) =>
  routeArgs(world.services, seat && world.seats[seat], {
    ...{ params: { slug: draft.slug, ...params } },
    ...(form && { form }),
  });

test("a refused form answers with what was typed, and the category's data tell the rest", async () => {
  const typed = {
    intent: "give",
    value: "object",
    reason: "x".repeat(6000),
    hash: await draft.hash("silent"),
  };
  const params = { categoryId: "silent" };
  const answer = await asked(() => oneRoute.action(args("jane", params, typed)));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: "positions.errors.reasonLong", typed });
  const data = await (await asked(() => oneRoute.loader(args("jane", params)))).json();
  expect(data).toMatchObject({ contentHash: typed.hash, own: { slug: "jane" }, text: { label: "silent" } });
  expect(
    await statusOf(Promise.resolve().then(() => oneRoute.loader(args("jane", { categoryId: "no" })))),
  ).toBe(404);
});

test("programs get parties, current positions and the finder, with the caller's own rights", async () => {
  const answer = await asked(() => apiRoute.loader(args("observer")));
  expect(answer.headers.get("Cache-Control")).toContain("no-store");
  const data = ApiPositions.parse(await answer.json());
  expect(data.finder).toEqual(FINDER);
  expect(data.parties.map(({ slug }) => slug)).toEqual(["liperi", "kitee", "jane"]);
  expect(data.positions).toHaveLength(14);
  expect(data.positions.find((p) => p.party === "jane" && p.category === "agreed")).toEqual({
    ...{ party: "jane", category: "agreed", value: "support", reason: "", stale: false, preliminary: false },
    ...{ givenAt: world.services.clock().toISOString(), told: true, isExample: false },
  });
  expect(data.positions.filter(({ stale }) => stale).map(({ category }) => category)).toEqual([
    ...["reworded", "reworded", "reworded"],
  ]);
  expect((await asked(() => apiRoute.loader(args("stranger")))).status).toBe(404);
  expect((await asked(() => apiRoute.loader(args(null)))).status).toBe(401);
});

test("the API's description names every route under app/routes/api.*, and each answer is as described", async () => {
  const files = readdirSync(path.resolve(import.meta.dirname, "../../app/routes"));
  const routes = files
    .filter((file) => file.startsWith("api."))
    .map((file) =>
      file
        .replace(/\.tsx?$/, "")
        .replaceAll("[.]", "\0")
        .split(".")
        .join("/"),
    )
    .map(
      (file) =>
        `/${file
          .replaceAll("\0", ".")
          .replace(/\/_index$/, "")
          .replace(/\$(\w+)/g, "{$1}")}`,
    );
  const described = openApiDocument("https://example.fi", "1.0", "session");
  expect(Object.keys(described.paths).sort()).toEqual(routes.sort());
  expect(routes).toContain(decodeURIComponent(paths.apiPositions("{slug}")));
  const text = JSON.stringify(described);
  for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
    expect(Object.keys(described.components.schemas)).toContain(name);
  const answer = await asked(() => describedRoute.loader(args(null)));
  expect(await answer.json()).toMatchObject({
    openapi: "3.1.0",
    paths: JSON.parse(JSON.stringify(described.paths)),
  });
  ApiDraft.parse(await (await asked(() => apiDraftRoute.loader(args("observer")))).json());
});

test("the file opens in a spreadsheet: byte-order mark, semicolons, a line for each party and category, no formula", async () => {
  const answer = await asked(() => csvRoute.loader(args("observer")));
  expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${draft.slug}.csv"`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  const lines = text.split("\r\n");
  expect(lines[0]).toBe(
    "Luokka;Puoli;Tilanne;Osapuoli;Kanta;Perustelu;Annettu aiemmasta tekstistä;Vahvisti;Pykälä;Päätöksen päivä;Kertoi puhelimessa;Antoi;Annettu;Esimerkki",
  );
  expect(lines).toHaveLength(1 + 15 + 1);
  expect(text).toContain(`;"'@SUM(1;2) ""ei""\nkoskaan";`);
  expect(text).toContain("'=1+1;Kunta;valmis;jane;kannattaa;;;Hallitus;;;'+358 40;");
  expect(text).toContain("silent;Kunta;vastauksia puuttuu;jane;;;;;;;;;;");
  expect(text).toContain("uusi;Kunta;vastauksia puuttuu;liperi;kannattaa;;kyllä;");
  expect((await asked(() => csvRoute.loader(args("stranger")))).status).toBe(404);
});

test("the matrix takes as many statements for three categories as for forty", async () => {
  const statements = async (one: PositionDraft) => {
    let count = 0;
    const db = world.services.db.withPlugin({
      transformQuery: ({ node }) => {
        count++;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    await positionsPage({ ...world.services, db }, world.seats.chair, one.slug);
    return count;
  };
  const large = await world.newDraft(
    Array.from({ length: 40 }, (_, n) => aCategory({ id: `c${n}`, order: `a${n}` })),
  );
  const few = await statements(draft);
  expect(await statements(large)).toBe(few);
  expect(few).toBeLessThan(10);
});
