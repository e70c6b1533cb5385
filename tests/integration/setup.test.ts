/**
 * Goal: a new installation is set up once, by who has the code, and whole or not at all.
 * Method: an empty database each time; the route as Remix calls it.
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as home from "../../app/routes/_index";
import * as setupRoute from "../../app/routes/setup";
import { createSetupCode } from "../../server/commands/setup/setup-code.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { cookieOf, responseOf, routeArgs, testServices } from "../support/people";

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

const FORM = {
  name: "Ylläpitäjä",
  email: "yllapito@example.fi",
  password: "pitkä lause on hyvä",
  region: "Pohjois-Karjala",
  parties:
    "Liperi\n\nOutokumpu; kunta; Outokummun\r\nPohjois-Karjalan hyvinvointialue; Välfärdsområde\nJANE; järjestöneuvottelukunta; JANEn",
  table: "Kumppanuuspöytä",
};
type World = ReturnType<typeof world>;
const world = (setupCode: string | null = createSetupCode()) => testServices(database.db, { setupCode });
const open = (services: World) => responseOf(() => setupRoute.loader(routeArgs(services, null, {})));
const post = (services: World, form: Record<string, string>) =>
  responseOf(() => setupRoute.action(routeArgs(services, null, { form })));
const count = async (table: "persons" | "regions" | "parties" | "tables") =>
  (await database.db.selectFrom(table).select("id").execute()).length;

describe("set-up", () => {
  it("makes the administrator, the region, its parties and the table, and signs in at the table", async () => {
    const services = world();
    expect((await open(services)).status).toBe(200);
    const answer = await post(services, {
      ...FORM,
      code: services.setupCode!.toLowerCase().replaceAll("-", " "),
    });
    expect(answer.headers.get("Location")).toBe("/tables/kumppanuuspoyta");
    const { viewer } = await services.sessions.read(cookieOf(answer.headers.get("Set-Cookie")!));
    expect(viewer).toMatchObject({ name: "Ylläpitäjä", isAdministrator: true });
    const parties = await database.db
      .selectFrom("parties")
      .select(["short_name", "genitive", "kind"])
      .execute();
    expect(parties).toEqual([
      { short_name: "Liperi", genitive: "Liperin", kind: "municipality" },
      { short_name: "Outokumpu", genitive: "Outokummun", kind: "municipality" },
      expect.objectContaining({ kind: "region" }),
      { short_name: "JANE", genitive: "JANEn", kind: "associationCouncil" },
    ]);
    expect(await database.db.selectFrom("table_parties").selectAll().execute()).toHaveLength(4);
  });

  it("is there only once", async () => {
    const services = world();
    const form = { ...FORM, code: services.setupCode! };
    const answers = await Promise.all([post(services, form), post(services, form)]);
    expect(answers.map((a) => a.status).sort()).toEqual([302, 404]);
    expect((await open(services)).status).toBe(404);
    expect((await post(services, form)).status).toBe(404);
    expect([await count("persons"), await count("tables")]).toEqual([1, 1]);
  });

  it("wants the code, and leaves nothing without it", async () => {
    const services = world();
    for (const code of ["", "ABCD-EFGH-JKMN-PQRS", createSetupCode()]) {
      const answer = await post(services, { ...FORM, code });
      expect(await answer.json()).toMatchObject({ error: "setup.errors.wrongCode" });
    }
    expect([await count("persons"), await count("regions")]).toEqual([0, 0]);
    expect((await post(world(null), { ...FORM, code: "" })).status).toBe(404);
  });

  it("tells which line of the parties it cannot read, and keeps what was typed but for secrets", async () => {
    const services = world();
    const answer = await post(services, {
      ...FORM,
      code: services.setupCode!,
      parties: "Liperi\nKitee; avaruusasema",
    });
    const body = await answer.json();
    expect(body).toMatchObject({ error: "setup.errors.partyLine", values: { line: "Kitee; avaruusasema" } });
    expect(Object.keys(body.typed).sort()).toEqual(["email", "name", "parties", "region", "table"]);
    expect(await count("persons")).toBe(0);
  });

  it("is where an empty installation begins", async () => {
    const answer = await responseOf(() => home.loader(routeArgs(world(), null, {})));
    expect(answer.headers.get("Location")).toBe("/setup");
  });
});
