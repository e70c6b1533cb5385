/**
 * Goal: one's own name and language change from the account page; who can ask a person for a better address sees which
 * ones mail came back from, and nobody else does.
 * Method: routes called as Remix calls it on a real Postgres, as secretaries of two tables, a member and an administrator.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as accountRoute from "../../app/routes/account";
import * as bouncesRoute from "../../app/routes/bounces";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { addPerson, addTable, responseOf, routeArgs, signedIn, sit, testServices } from "../support/people";

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  database = await freshDatabase();
  services = testServices(database.db);
});
afterAll(() => database.close());

/** Somebody with an address. */
const someone = async () => {
  const email = `henkilo-${randomUUID()}@example.fi`;
  const id = await addPerson(services, { name: "Liperin edustaja", email });
  return { id, email, viewer: await signedIn(services, id) };
};

describe("the account page", () => {
  const change = (form: Record<string, string>, viewer: Viewer) =>
    responseOf(() => accountRoute.action(routeArgs(services, viewer, { form })));

  it("changes name and language; a demo seat has a page that changes nothing", async () => {
    const { id, viewer } = await someone();
    const form = { intent: "change-details", name: "<b>Uusi</b>", language: "sv" };
    const answer = await change(form, viewer);
    expect(answer.headers.get("Set-Cookie")).toContain("language=sv");
    const row = await database.db
      .selectFrom("persons")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect([row.name, row.language]).toEqual(["<b>Uusi</b>", "sv"]);
    expect((await change({ ...form, name: "" }, viewer)).status).toBe(400);

    const seat = await signedIn(services, await addPerson(services));
    const demo = { ...seat, demoSeat: "liperi" };
    const page = await responseOf(() => accountRoute.loader(routeArgs(services, demo, {})));
    expect((await page.json()).account).toMatchObject({ isDemoSeat: true, hasPassword: false });
    expect((await change(form, demo)).status).toBe(403);
    const password = { intent: "change-password", currentPassword: "", password: "uusi pitkä salasana" };
    expect((await (await change(password, demo)).json()).error).toBe("account.errors.noPassword");
  });
});

describe("addresses that bounced", () => {
  const page = async (viewer: Viewer) => {
    const answer = await responseOf(() => bouncesRoute.loader(routeArgs(services, viewer, {})));
    return (
      (await answer.json()).bounces as { id: string; address: string; person: string; reason: string }[]
    ).map(({ id: _, ...line }) => line);
  };

  it("are told to the secretaries of their people's tables and to administrators, once each, and cleared", async () => {
    const { db } = database;
    const [table, other] = [await addTable(services, "bounces"), await addTable(services, "bounces-2")];
    const [member, gone] = [await someone(), await someone()];
    await sit(services, { personId: member.id, tableId: table.id, role: "member" });
    const ended = await sit(services, { personId: gone.id, tableId: table.id, role: "member" });
    await db
      .updateTable("memberships")
      .set({ ends_at: new Date(1) })
      .where("id", "=", ended)
      .execute();
    const secretaryAt = async (tableId: string) => {
      const { id, viewer } = await someone();
      await sit(services, { personId: id, tableId, role: "secretary" });
      return viewer;
    };
    const [secretary, elsewhere] = [await secretaryAt(table.id), await secretaryAt(other.id)];
    const administrator = await signedIn(services, await addPerson(services, { isAdministrator: true }));
    const bounce = async (address: string, reason: string, created_at: Date) =>
      (
        await db
          .insertInto("bounces")
          .values({ address, reason, mail_id: null, created_at, cleared_at: null })
          .returning("id")
          .executeTakeFirstOrThrow()
      ).id;
    const first = await bounce(member.email, "550 mailbox full", new Date("2026-03-01T08:00:00Z"));
    const second = await bounce(
      member.email.toUpperCase(),
      "550 no such user",
      new Date("2026-03-02T08:00:00Z"),
    );
    await bounce(gone.email, "550 gone", new Date("2026-03-01T09:00:00Z"));
    await bounce("ei-kukaan@example.fi", "550 nobody", new Date("2026-03-01T07:00:00Z"));

    const line = {
      address: member.email.toUpperCase(),
      person: "Liperin edustaja",
      reason: "550 no such user",
    };
    const mine = (lines: object[]) => lines.map((all) => ({ ...all, at: undefined }));
    expect(mine(await page(secretary))).toEqual([{ ...line, at: undefined }]);
    expect(await page(elsewhere)).toEqual([]);
    expect((await page(administrator)).map(({ reason }) => reason)).toEqual([
      ...["550 no such user", "550 gone", "550 nobody"],
    ]);

    const clear = (viewer: Viewer, id: string) =>
      responseOf(() => bouncesRoute.action(routeArgs(services, viewer, { form: { bounce: id } })));
    expect((await clear(elsewhere, second)).status).toBe(404);
    expect((await clear(member.viewer, second)).status).toBe(403);
    expect((await clear(secretary, second)).headers.get("location")).toBe("/bounces?cleared");
    expect(await page(secretary)).toEqual([]); // the earlier one of the same address too
    expect((await clear(secretary, first)).status).toBe(404);
    const left = await db.selectFrom("bounces").select("reason").where("cleared_at", "is", null).execute();
    expect(left.map(({ reason }) => reason).sort()).toEqual(["550 gone", "550 nobody"]);
  });
});
