/**
 * Goal: what a table's settings change, and what a table never loses.
 * Method: the settings page's own forms, sent as its secretary; rows looked at after.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as invitationRoute from "../../app/routes/invitations.$token";
import * as tableRoute from "../../app/routes/tables.$slug._index";
import type { Services } from "../../server/services";
import { freshDatabase, type TestDatabase } from "../support/database";
import { addPerson, responseOf, routeArgs, signedIn, sit } from "../support/people";
import { tableWorld } from "../support/table-world";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe("settings", () => {
  it("rename a table and keep what was typed when the name is missing", async () => {
    const { services, table, secretary, post } = await tableWorld(database);
    const refused = await post(secretary.viewer, { intent: "change-table", name: "  ", purpose: "Tärkeä" });
    expect(refused.status).toBe(400);
    expect((await refused.json()).typed.purpose).toBe("Tärkeä");
    await post(secretary.viewer, {
      intent: "change-table",
      name: "Uusi",
      nameSv: "Ny",
      observersComment: "on",
    });
    const row = await services.db
      .selectFrom("tables")
      .selectAll()
      .where("id", "=", table.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ name: { fi: "Uusi", sv: "Ny" }, observers_comment: true });
  });

  it("add, make and remove parties; one that has members stays", async () => {
    const { services, table, secretary, post } = await tableWorld(database);
    const at = async () => {
      const rows = await services.db
        .selectFrom("table_parties")
        .innerJoin("parties", "parties.id", "table_parties.party_id")
        .select("parties.short_name")
        .where("table_id", "=", table.id)
        .orderBy("position")
        .execute();
      return rows.map((r) => r.short_name);
    };
    await post(secretary.viewer, { intent: "add-party", party: table.otherParty });
    await post(secretary.viewer, {
      intent: "create-party",
      partyName: "Outokumpu",
      genitive: "Outokummun",
      shortName: "Outokumpu",
      kind: "municipality",
    });
    expect(await at()).toEqual(["Liperi", "Kitee", "Outokumpu"]);
    const personId = await addPerson(services);
    await sit(services, { personId, tableId: table.id, role: "member", partyId: table.otherParty });
    const refused = await post(secretary.viewer, { intent: "remove-party", party: table.otherParty });
    expect(await refused.json()).toMatchObject({ error: "tables.errors.partyHasMembers" });
    await post(secretary.viewer, { intent: "remove-party", party: table.party });
    expect(await at()).toEqual(["Kitee", "Outokumpu"]);
  });

  it("rename a party of the table; its address stays, and what is too long or missing changes nothing", async () => {
    const { services, table, secretary, post } = await tableWorld(database);
    const of = (id: string) =>
      services.db.selectFrom("parties").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const before = await of(table.party);
    const form = { intent: "change-party", party: table.party, genitive: "Uuden kunnan", shortName: "Uusi" };
    await post(secretary.viewer, { ...form, partyName: "Uusi kunta", partyNameSv: "Nya kommunen" });
    const after = await of(table.party);
    expect(after).toEqual({
      ...before,
      name: { fi: "Uusi kunta", sv: "Nya kommunen" },
      ...{ genitive: "Uuden kunnan", short_name: "Uusi" },
    });
    for (const bad of [{ partyName: "" }, { genitive: "" }, { shortName: "x".repeat(25) }]) {
      const refused = await post(secretary.viewer, { ...form, partyName: "Toinen", ...bad });
      expect([refused.status, (await refused.json()).typed.partyName]).toEqual([
        400,
        bad.partyName ?? "Toinen",
      ]);
    }
    const elsewhere = await post(secretary.viewer, { ...form, partyName: "Kitee", party: table.otherParty });
    expect(elsewhere.status).toBe(404); // of the region, but not at this table
    expect(await of(table.party)).toEqual(after);
  });

  it("take a party's open invitations with it: a link leads to no seat that the table does not have", async () => {
    const { services, table, secretary, post } = await tableWorld(database);
    const invite = { intent: "create-invitation", role: "member", party: table.party };
    const { link } = await (await post(secretary.viewer, invite)).json();
    await post(secretary.viewer, { intent: "remove-party", party: table.party });
    const personId = await addPerson(services);
    const answer = await responseOf(async () =>
      invitationRoute.action(
        routeArgs(services, await signedIn(services, personId), {
          params: { token: link.split("/").at(-1) },
          form: {},
        }),
      ),
    );
    expect(answer.headers.get("Location")).toMatch(/^\/invitations\//);
    const seats = services.db.selectFrom("memberships").select("id").where("person_id", "=", personId);
    expect(await seats.execute()).toEqual([]);
  });

  it("change a member's role and last day; the live documents check the person again", async () => {
    const { services, secretary, post, as } = await tableWorld(database);
    const { membership, viewer } = await as("member");
    const form = {
      intent: "change-membership",
      membership,
      role: "preparer",
      deputy: "on",
      lastDay: "2026-06-30",
    };
    expect((await post(secretary.viewer, form)).status).toBe(302);
    const row = await membershipRow(services, membership);
    // Midnight in Finland, in summer time.
    expect(row).toMatchObject({ role: "preparer", deputy: true, ends_at: new Date("2026-06-30T21:00:00Z") });
    expect(services.calls.rechecked).toEqual([viewer.personId]);
    const past = await post(secretary.viewer, { ...form, lastDay: "2026-03-01" });
    expect(await past.json()).toMatchObject({ error: "tables.errors.lastDayInvalid" });
  });

  it("end a membership: the table is no longer there for that person", async () => {
    const { services, table, secretary, post, as } = await tableWorld(database);
    const { membership, viewer } = await as("member");
    await post(secretary.viewer, { intent: "end-membership", membership });
    const page = await responseOf(() =>
      tableRoute.loader(routeArgs(services, viewer, { params: { slug: table.slug } })),
    );
    expect(page.status).toBe(404);
    expect((await post(secretary.viewer, { intent: "end-membership", membership })).status).toBe(404);
  });

  it("P3: a voice needs a party and is never an observer's", async () => {
    const { secretary, post, as } = await tableWorld(database);
    const { membership } = await as("member");
    const change = async (role: string) =>
      (await post(secretary.viewer, { intent: "change-membership", membership, role, speaks: "on" })).json();
    expect(await change("member")).toMatchObject({ error: "tables.errors.speaksWithoutParty" });
    expect(await change("observer")).toMatchObject({ error: "tables.errors.observerSpeaks" });
  });

  it("never leave a table without a secretary, even when two step down at once", async () => {
    const { services, secretary, post, as } = await tableWorld(database);
    const alone = { intent: "change-membership", membership: secretary.membership };
    for (const form of [
      { ...alone, role: "member" },
      { ...alone, role: "secretary", lastDay: "2026-12-31" },
      { intent: "end-membership", membership: secretary.membership },
    ]) {
      const refused = await post(secretary.viewer, form);
      expect(await refused.json()).toMatchObject({ error: "tables.errors.lastSecretary" });
    }
    const second = await as("secretary");
    const answers = await Promise.all(
      [secretary, second].map(({ viewer, membership }) =>
        post(viewer, { intent: "end-membership", membership }),
      ),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([302, 400]);
    const rows = [
      await membershipRow(services, secretary.membership),
      await membershipRow(services, second.membership),
    ];
    expect(rows.filter((r) => r.ends_at === null)).toHaveLength(1);
  });

  it("ask for a fresh sign-in before rights are changed", async () => {
    const { clock, services, secretary, post, as } = await tableWorld(database);
    const { membership } = await as("member");
    clock.addDays(0.51);
    const refused = await post(secretary.viewer, { intent: "change-membership", membership, role: "chair" });
    expect(await refused.json()).toMatchObject({ error: "tables.errors.signInAgain" });
    expect((await membershipRow(services, membership)).role).toBe("member");
  });

  it("write who did what", async () => {
    const { table, secretary, post } = await tableWorld(database);
    await post(secretary.viewer, { intent: "change-table", name: "Nimi" });
    const event = await database.db
      .selectFrom("audit_events")
      .selectAll()
      .where("subject_id", "=", table.id)
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      person_id: secretary.viewer.personId,
      action: "table.changed",
      detail: { name: { fi: "Nimi" } },
    });
  });
});

function membershipRow(services: Services, id: string) {
  return services.db.selectFrom("memberships").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}
