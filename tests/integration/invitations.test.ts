/**
 * Goal: an invitation seats one person, once, in time; looking at it uses nothing.
 * Method: commands and routes on a real Postgres; the negatives look for rows that must not be there.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as invitationRoute from "../../app/routes/invitations.$token";
import { acceptInvitation } from "../../server/commands/invitations/accept-invitation.server";
import { createInvitation } from "../../server/commands/invitations/create-invitation.server";
import { revokeInvitation } from "../../server/commands/invitations/revoke-invitation.server";
import { tableSettings } from "../../server/queries/table-settings.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import {
  addPerson,
  addTable,
  cookieOf,
  fixedClock,
  responseOf,
  routeArgs,
  signedIn,
  sit,
  testServices,
} from "../support/people";

let database: TestDatabase;
let number = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function world() {
  const clock = fixedClock();
  const services = testServices(database.db, { clock });
  const table = await addTable(services, `kutsupoyta-${++number}`);
  const personId = await addPerson(services, { name: "Sihteeri" });
  await sit(services, { personId, tableId: table.id, role: "secretary" });
  const secretary = await signedIn(services, personId);
  const terms = { role: "member", partyId: table.party, speaks: true, deputy: false } as const;
  const invite = async () => {
    const answer = await createInvitation(services, secretary, table.slug, terms);
    if (!answer.ok) throw new Error(answer.error);
    return answer.token;
  };
  const membersOf = () =>
    database.db.selectFrom("memberships").selectAll().where("table_id", "=", table.id).execute();
  return { clock, services, table, secretary, invite, membersOf, terms };
}
type World = Awaited<ReturnType<typeof world>>;
let w: World;
beforeEach(async () => {
  w = await world();
});

const account = () => ({
  name: "Liperin edustaja",
  email: `vieras-${++number}@example.fi`,
  password: "pitkä lause on hyvä",
});
const open = (token: string) =>
  responseOf(() => invitationRoute.loader(routeArgs(w.services, null, { params: { token } })));
const press = (token: string, form: Record<string, string>) =>
  responseOf(() => invitationRoute.action(routeArgs(w.services, null, { params: { token }, form })));

describe("an invitation", () => {
  it("is kept only as a hash", async () => {
    const token = await w.invite();
    const rows = await database.db.selectFrom("invitations").selectAll().execute();
    const audit = await database.db.selectFrom("audit_events").selectAll().execute();
    expect(JSON.stringify([rows, audit])).not.toContain(token);
  });

  it("is not used by opening the link, however often", async () => {
    const token = await w.invite();
    for (let i = 0; i < 3; i++) expect((await (await open(token)).json()).state).toBe("open");
    const headers = (await open(token)).headers;
    expect(headers.get("Referrer-Policy")).toBe("strict-origin");
    expect(headers.get("Cache-Control")).toBe("private, no-store");
    expect(await w.membersOf()).toHaveLength(1);
  });

  it("makes an account, a seat and a session by a person's button", async () => {
    const answer = await press(await w.invite(), account());
    expect(answer.headers.get("Location")).toBe(`/tables/${w.table.slug}`);
    const { viewer } = await w.services.sessions.read(cookieOf(answer.headers.get("Set-Cookie")!));
    const seat = (await w.membersOf()).find((m) => m.person_id === viewer?.personId);
    expect(seat).toMatchObject({ role: "member", party_id: w.table.party, speaks: true });
    expect(w.services.calls.rechecked).toEqual([viewer?.personId]);
  });

  it("seats a person who has an account with that account", async () => {
    const token = await w.invite();
    const viewer = await signedIn(w.services, await addPerson(w.services));
    const answer = await responseOf(() =>
      invitationRoute.action(routeArgs(w.services, viewer, { params: { token }, form: {} })),
    );
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    expect((await w.membersOf()).map((m) => m.person_id)).toContain(viewer.personId);
  });

  it("works once, even when two press at the same moment", async () => {
    const token = await w.invite();
    const guests = [account(), account(), account()].map(
      (a) => ({ kind: "new", language: "fi", ...a }) as const,
    );
    const answers = await Promise.all(guests.map((guest) => acceptInvitation(w.services, token, guest)));
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    expect(answers.filter((a) => "closed" in a)).toHaveLength(2);
    expect(await w.membersOf()).toHaveLength(2);
    // The accounts of those who came too late were not made either.
    const emails = guests.map((g) => g.email);
    const made = await database.db.selectFrom("persons").select("id").where("email", "in", emails).execute();
    expect(made).toHaveLength(1);
    expect((await (await open(token)).json()).state).toBe("used");
  });

  it("expires after seven days", async () => {
    const token = await w.invite();
    w.clock.addDays(7.01);
    const page = await (await open(token)).json();
    expect(page).toMatchObject({ state: "expired", seat: null });
    expect((await press(token, account())).headers.get("Location")).toBe(`/invitations/${token}`);
    expect(await w.membersOf()).toHaveLength(1);
  });

  it("can be revoked, and then seats nobody", async () => {
    const token = await w.invite();
    const before = await tableSettings(w.services, w.secretary, w.table.slug, "fi");
    await revokeInvitation(w.services, w.secretary, w.table.slug, before.invitations[0]!.id);
    expect((await (await open(token)).json()).state).toBe("revoked");
    await press(token, account());
    expect(await w.membersOf()).toHaveLength(1);
    const after = await tableSettings(w.services, w.secretary, w.table.slug, "fi");
    expect(after.invitations.map((i) => i.state)).toEqual(["revoked"]);
  });

  it("of an unknown token is a page that is not there", async () => {
    expect((await open("ei-tällaista")).status).toBe(404);
    expect((await press("ei-tällaista", account())).status).toBe(404);
  });

  it("keeps what was typed when it is refused, but for the password", async () => {
    const token = await w.invite();
    const answer = await press(token, { ...account(), email: "ei osoite" });
    expect(answer.status).toBe(400);
    const body = await answer.json();
    expect(body).toMatchObject({ error: "session.errors.emailNeeded", field: "email" });
    expect(body.typed).toEqual({ name: "Liperin edustaja", email: "ei osoite" });
    for (const password of ["lyhyt", "x".repeat(129)])
      expect(await (await press(token, { ...account(), password })).json()).toMatchObject({
        field: "password",
      });
    expect((await (await open(token)).json()).state).toBe("open");
  });

  it("takes over no account that exists", async () => {
    const taken = account();
    const personId = await addPerson(w.services, { email: taken.email.toUpperCase() });
    const answer = await press(await w.invite(), taken);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    expect((await w.membersOf()).map((m) => m.person_id)).not.toContain(personId);
  });

  it("is not spent on a seat one has", async () => {
    const token = await w.invite();
    const personId = await addPerson(w.services);
    await sit(w.services, { personId, tableId: w.table.id, role: "member", partyId: w.table.party });
    const viewer = await signedIn(w.services, personId);
    const answer = await acceptInvitation(w.services, token, { kind: "account", viewer });
    expect(answer).toMatchObject({ ok: false, error: "session.errors.alreadySeated" });
    expect((await (await open(token)).json()).state).toBe("open");
  });
});

describe("making an invitation", () => {
  it("belongs to the secretary: an observer and a member may not, and no row is left", async () => {
    for (const role of ["observer", "member", "chair", "preparer"] as const) {
      const personId = await addPerson(w.services);
      await sit(w.services, { personId, tableId: w.table.id, role });
      const viewer = await signedIn(w.services, personId);
      const answer = await responseOf(() => createInvitation(w.services, viewer, w.table.slug, w.terms));
      expect(answer.status, role).toBe(403);
    }
    const rows = await database.db
      .selectFrom("invitations")
      .select("id")
      .where("table_id", "=", w.table.id)
      .execute();
    expect(rows).toEqual([]);
  });

  it("P3: gives a voice only for a party, and never to an observer", async () => {
    const make = (terms: Partial<World["terms"]> | object) =>
      createInvitation(w.services, w.secretary, w.table.slug, { ...w.terms, ...terms });
    expect(await make({ partyId: null })).toMatchObject({ error: "tables.errors.speaksWithoutParty" });
    expect(await make({ role: "observer" })).toMatchObject({ error: "tables.errors.observerSpeaks" });
    expect(await make({ partyId: w.table.otherParty })).toMatchObject({
      error: "tables.errors.partyNotAtTable",
    });
  });
});
