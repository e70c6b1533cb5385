/**
 * Goal: who may see and do what to a table.
 * Method: each route as {none, another table, observer, member, secretary, administrator}; rows looked at after.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as home from "../../app/routes/_index";
import * as tableRoute from "../../app/routes/tables.$slug._index";
import * as settingsRoute from "../../app/routes/tables.$slug.settings";
import * as newTableRoute from "../../app/routes/tables.new";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { responseOf, routeArgs, testServices } from "../support/people";
import { sendSettings, tableWorld } from "../support/table-world";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe("rights at a table", () => {
  it("reading: those who sit there and administrators; for others it is not there", async () => {
    const { services, table, viewers } = await tableWorld(database);
    const got = await statuses(viewers, (viewer) =>
      tableRoute.loader(
        routeArgs(services, viewer, { path: `/tables/${table.slug}`, params: { slug: table.slug } }),
      ),
    );
    expect(got).toEqual({
      none: 302,
      "another table": 404,
      observer: 200,
      member: 200,
      secretary: 200,
      administrator: 200,
    });
  });

  it("settings: only its secretary and administrators", async () => {
    const { services, table, viewers } = await tableWorld(database);
    const got = await statuses(viewers, (viewer) =>
      settingsRoute.loader(routeArgs(services, viewer, { params: { slug: table.slug } })),
    );
    expect(got).toEqual({
      none: 302,
      "another table": 404,
      observer: 403,
      member: 403,
      secretary: 200,
      administrator: 200,
    });
  });

  it("every form of the settings asks again, and a refused one leaves no row", async () => {
    const { services, table, viewers, secretary, as } = await tableWorld(database);
    const { membership } = await as("member");
    const forms: Record<string, string>[] = [
      { intent: "change-table", name: "Uusi nimi" },
      { intent: "add-party", party: table.otherParty },
      { intent: "remove-party", party: table.otherParty },
      { intent: "create-party", partyName: "Uusi", genitive: "Uuden", shortName: "Uusi", kind: "other" },
      { intent: "change-membership", membership, role: "chair" },
      { intent: "end-membership", membership },
      { intent: "create-invitation", role: "member" },
      { intent: "revoke-invitation", invitation: membership },
      { intent: "aivan muuta" },
    ];
    const before = await auditCount();
    for (const form of forms) {
      const refused = { ...viewers };
      delete refused.secretary;
      delete refused.administrator;
      const got = await statuses(refused, (viewer) =>
        settingsRoute.action(routeArgs(services, viewer, { params: { slug: table.slug }, form })),
      );
      expect(got, form.intent).toEqual({ none: 401, "another table": 404, observer: 403, member: 403 });
    }
    expect(await auditCount()).toBe(before);
    expect(
      (await sendSettings(services, table.slug, secretary.viewer, { intent: "aivan muuta" })).status,
    ).toBe(404);
  });

  it("a new table: an administrator or a secretary of the region; who makes it is its secretary", async () => {
    const { services, table, viewers } = await tableWorld(database);
    const form = { region: table.regionId, name: "Uusi pöytä", purpose: "Valmistelee." };
    const got = await statuses(viewers, (viewer) =>
      newTableRoute.action(routeArgs(services, viewer, { form })),
    );
    expect(got).toMatchObject({ none: 401, "another table": 403, observer: 403, member: 403 });
    expect(got).toMatchObject({ secretary: 302, administrator: 302 });
    const made = await database.db
      .selectFrom("memberships")
      .innerJoin("tables", "tables.id", "memberships.table_id")
      .select(["tables.slug", "memberships.role"])
      .where("person_id", "=", viewers.secretary!.personId)
      .where("tables.id", "!=", table.id)
      .execute();
    expect(made).toEqual([{ slug: expect.stringMatching(/^uusi-poyta/), role: "secretary" }]);
  });
});

describe("home", () => {
  it("shows my tables with what I am there, and nothing of others", async () => {
    const { services, table, viewers } = await tableWorld(database);
    const page = await (
      await responseOf(() => home.loader(routeArgs(services, viewers.observer!, {})))
    ).json();
    expect(page.tables.map((t: { slug: string }) => t.slug)).toEqual([table.slug]);
    expect(page.tables[0].seats).toEqual([{ role: "observer", party: null, speaks: false, deputy: false }]);
    expect(page.may).toEqual({ createTable: false });
  });

  it("sends a signed-out person to sign in, in demo mode to the seats", async () => {
    const to = async (demo: boolean) => {
      const services = testServices(database.db, { config: { demo } });
      return (await responseOf(() => home.loader(routeArgs(services, null, {})))).headers.get("Location");
    };
    expect(await to(false)).toBe("/sign-in");
    expect(await to(true)).toBe("/demo");
  });
});

async function statuses(viewers: Record<string, Viewer | null>, run: (viewer: Viewer | null) => unknown) {
  const got: Record<string, number> = {};
  for (const [name, viewer] of Object.entries(viewers))
    got[name] = (await responseOf(() => run(viewer))).status;
  return got;
}

async function auditCount(): Promise<number> {
  const rows = await database.db.selectFrom("audit_events").select("id").execute();
  return rows.length;
}
