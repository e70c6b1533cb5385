/**
 * Goal: who may do what, over every route at once; a new route that nobody thought of here fails the test.
 * Method: the table in tests/support/rights-matrix.ts, asked as Remix asks, on real Postgres and live documents,
 * each act with people, a table and a draft of its own. What was refused has left every row as it was.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { responseOf, routeArgs } from "../support/people";
import { MATRIX } from "../support/rights-matrix";
import type { Asked, Row } from "../support/rights-row";
import {
  type ForeignPlace,
  foreignPlace,
  type Kind,
  PEOPLE,
  type Place,
  placeFor,
  rowsNow,
} from "../support/rights-world";
import { openServices } from "../support/services";

const ROOT = path.resolve(import.meta.dirname, "../..");
const ROUTES = path.join(ROOT, "app/routes");
type Call = (args: ReturnType<typeof routeArgs>) => unknown;
type RouteModule = { loader?: Call; action?: Call };

let database: TestDatabase;
let services: Services;
let foreign: ForeignPlace;
let close: () => Promise<void>;
const modules = new Map<string, RouteModule>();
beforeAll(async () => {
  database = await freshDatabase();
  const opened = await openServices(database);
  close = opened.close;
  services = { ...opened, setupCode: "SETUP-CODE" };
  foreign = await foreignPlace(services);
  for (const file of readdirSync(ROUTES))
    modules.set(file.replace(/\.tsx?$/, ""), await import(/* @vite-ignore */ path.join(ROUTES, file)));
});
afterAll(async () => {
  await close();
  await database.close();
});

const isAction = (row: Row) => "form" in row.ask(anyPlace);
/** Enough of a place to see what a row asks. */
const anyPlace = {
  table: {},
  draft: {},
  invitation: {},
  talk: {},
  text: {},
  round: {},
  initiative: {},
  meeting: { open: {} },
  decision: {},
  sealed: {},
  foreign: { table: {}, draft: {} },
} as unknown as Parameters<Row["ask"]>[0];
/** The parts of a place that a row names. */
function needsOf(row: Row): Set<string> {
  const named = new Set<string>();
  const get = (place: object, part: string) => {
    named.add(part);
    return Reflect.get(place, part);
  };
  row.ask(new Proxy(anyPlace, { get } as ProxyHandler<typeof anyPlace>));
  return named;
}
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const askedOf = (route: string) => MATRIX.filter((row) => row.route === route);

describe("the matrix", () => {
  it("names every route's loader and action, and no other", () => {
    const asked = new Set(MATRIX.map((row) => `${row.route} ${isAction(row) ? "action" : "loader"}`));
    const there = [...modules].flatMap(([route, { loader, action }]) => [
      ...(loader ? [`${route} loader`] : []),
      ...(action ? [`${route} action`] : []),
    ]);
    expect([...asked].sort()).toEqual(there.sort());
  });

  it("names every intent of a meeting", () => {
    const source = read("server/commands/meetings/meeting-intents.server.ts");
    const intents = [...source.matchAll(/case "([\w-]+)":/g)].map((m) => m[1]!);
    expect(intents.length).toBeGreaterThan(15);
    expect(askedOf("meetings.$slug._index").map(({ what }) => what)).toEqual(expect.arrayContaining(intents));
  });

  it("names every intent of the settings", () => {
    const source = read("server/commands/tables/settings-intents.server.ts");
    const ofTables = [...source.matchAll(/case "([\w-]+)":/g)].map((m) => m[1]!);
    expect(ofTables.length).toBeGreaterThan(5);
    const steps = read("server/commands/drafts/change-draft-state.server.ts");
    const ofDrafts = [...steps.matchAll(/^ {2}(\w+): \{ from:/gm)].map((m) => m[1]!);
    const named = read("app/routes/drafts.$slug.settings.tsx").matchAll(/intent === "(\w+)"/g);
    for (const match of named) ofDrafts.push(match[1]!);
    expect(ofDrafts.length).toBeGreaterThan(5);
    expect(askedOf("tables.$slug.settings").map(({ what }) => what)).toEqual(
      expect.arrayContaining(ofTables),
    );
    expect(askedOf("drafts.$slug.settings").map(({ what }) => what)).toEqual(
      expect.arrayContaining(ofDrafts),
    );
  });
});

describe("the answer", () => {
  it.each(MATRIX.map((row): [string, Row] => [`${row.route}: ${row.what}`, row]))("of %s", async (_, row) => {
    const answers = row.answers.split(" ").map(Number);
    const expected = Object.fromEntries(PEOPLE.map((kind, n) => [kind, answers[n]!]));
    const got: Record<string, number> = {};
    const ask = async (kind: Kind, place: Place) => {
      const response = await call(row.route, row.ask(place), place.viewer);
      got[kind] = response.status;
      return response;
    };
    const isRefused = (kind: Kind) => expected[kind]! >= 400;

    const outside: [Kind, Place][] = [];
    for (const kind of PEOPLE.filter(isRefused))
      outside.push([kind, await quietPlace(kind, row, needsOf(row))]);
    if (outside.length > 0) rows ??= await rowsNow(database.db);
    for (const [kind, place] of outside)
      expect((await ask(kind, place)).headers.get("Set-Cookie"), kind).toBeNull();
    if (outside.length > 0) expect(await rowsNow(database.db), "what was refused").toBe(rows);

    for (const kind of PEOPLE.filter((kind) => !isRefused(kind))) {
      const placeOf = isAction(row) ? newPlace : quietPlace;
      await ask(kind, await placeOf(kind, row, needsOf(row)));
      rows = null;
    }
    expect(got).toEqual(expected);
  });

  /** Every row as it was last read; null once something may have changed. */
  let rows: string | null = null;
  /** A place for questions that change nothing, and so can follow one another. */
  const quiet = new Map<string, Promise<Place>>();
  function quietPlace(kind: Kind, { state, voice }: Row, needs: Set<string>): Promise<Place> {
    const parts = ["talk", "round", "initiative", "text", "meeting", "decision", "sealed"].map((part) =>
      needs.has(part),
    );
    const key = [kind, state, voice, ...parts].join(" ");
    if (!quiet.has(key)) {
      quiet.set(key, placeFor(services, kind, foreign, state, voice, needs));
      rows = null;
    }
    return quiet.get(key)!;
  }

  /** A place for what changes something: whoever made an account or signed out is not in the next one's way. */
  async function newPlace(kind: Kind, { state, voice }: Row, needs: Set<string>): Promise<Place> {
    rows = null;
    await database.db.updateTable("persons").set({ email: null }).where("email", "is not", null).execute();
    const elsewhere = kind === "outsider" ? await foreignPlace(services) : foreign;
    return placeFor(services, kind, elsewhere, state, voice, needs);
  }

  async function call(route: string, { params, form, path: at }: Asked, viewer: Viewer | null) {
    const { loader, action } = modules.get(route)!;
    const run = form ? action : loader;
    return responseOf(() => run!(routeArgs(services, viewer, { params, form, path: at })));
  }
});
