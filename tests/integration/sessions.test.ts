/**
 * Goal: a session is nobody else's, ends when it should, and signing in tells nothing to who only guesses.
 * Method: the real adapter on a real Postgres, a clock that is moved by hand, routes called as Remix calls them.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as demo from "../../app/routes/demo._index";
import * as demoSignIn from "../../app/routes/demo.sign-in";
import * as sessionsRoute from "../../app/routes/sessions";
import * as signInRoute from "../../app/routes/sign-in";
import * as signOutRoute from "../../app/routes/sign-out";
import { createPasswords, PasswordsBusy } from "../../server/passwords.server";
import { deviceOf, requestLanguage } from "../../server/request.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import {
  addPerson,
  cookieOf,
  fixedClock,
  responseOf,
  routeArgs,
  signedIn,
  testServices,
} from "../support/people";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase({ scenario: "north-karelia" });
});
afterAll(() => database.close());

describe("a session", () => {
  it("is kept only as a hash", async () => {
    const services = testServices(database.db);
    const personId = await addPerson(services);
    const setCookie = await services.sessions.create(personId, "Firefox, Linux");
    const secret = cookieOf(setCookie).split("=")[1]!;
    const rows = await database.db
      .selectFrom("sessions")
      .selectAll()
      .where("person_id", "=", personId)
      .execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows[0]!.id).toMatch(/^[0-9a-f]{64}$/);
    // The hash itself opens nothing.
    expect((await services.sessions.read(`session=${rows[0]!.id}`)).viewer).toBeNull();
  });

  it("is asked about with many others at once: those that ended, expired or never were are left out", async () => {
    const clock = fixedClock();
    const services = testServices(database.db, { clock });
    const early = await signedIn(services, await addPerson(services));
    clock.addDays(6);
    const personId = await addPerson(services);
    const [one, other] = [await signedIn(services, personId), await signedIn(services, personId)];
    const hashes = [early, one, other].map(({ sessionHash }) => sessionHash);
    expect(await services.sessions.alive([...hashes, "never-was"])).toEqual(new Set(hashes));
    await services.sessions.end(other.sessionHash);
    clock.addDays(2);
    expect(await services.sessions.alive(hashes)).toEqual(new Set([one.sessionHash]));
    clock.addDays(6);
    expect(await services.sessions.alive(hashes)).toEqual(new Set()); // asking renewed nothing
    expect(await services.sessions.alive([])).toEqual(new Set());
  });

  it("has a cookie that scripts and other sites do not get, and the __Host- name over https", async () => {
    const plain = testServices(database.db);
    const personId = await addPerson(plain);
    const cookie = await plain.sessions.create(personId, "");
    expect(cookie).toMatch(/^session=/);
    for (const part of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(part);
    expect(cookie).not.toContain("Secure");
    const https = testServices(database.db, { config: { publicOrigin: "https://poyta.example" } });
    const secure = await https.sessions.create(personId, "");
    expect(secure).toMatch(/^__Host-session=/);
    expect(secure).toContain("Secure");
    expect(secure).not.toContain("Domain");
  });

  it("ends when it has been idle for seven days", async () => {
    const clock = fixedClock();
    const services = testServices(database.db, { clock });
    const cookie = cookieOf(await services.sessions.create(await addPerson(services), ""));
    clock.addDays(6.9);
    expect((await services.sessions.read(cookie)).viewer).not.toBeNull();
    clock.addDays(7.1);
    const ended = await services.sessions.read(cookie);
    expect(ended.viewer).toBeNull();
    expect(ended.setCookie).toContain("Max-Age=0");
  });

  it("is renewed with use, and ends after thirty days all the same", async () => {
    const clock = fixedClock();
    const services = testServices(database.db, { clock });
    const cookie = cookieOf(await services.sessions.create(await addPerson(services), ""));
    clock.addDays(1);
    expect((await services.sessions.read(cookie)).setCookie).toBeUndefined();
    for (let day = 1; day < 29; day += 4) {
      clock.addDays(4);
      const { viewer, setCookie } = await services.sessions.read(cookie);
      expect(viewer, `day ${day}`).not.toBeNull();
      expect(setCookie, `day ${day}`).toContain("session=");
    }
    clock.addDays(1.1);
    expect((await services.sessions.read(cookie)).viewer).toBeNull();
  });

  it("survives bytes that are no session", async () => {
    const { sessions } = testServices(database.db);
    for (const header of ["session=%E0%A4%A", `session=${"x".repeat(5000)}`, "session=", "; ;=", "a=b"])
      expect((await sessions.read(header)).viewer).toBeNull();
  });

  it("is the only one that signing out ends, and its sockets close", async () => {
    const services = testServices(database.db);
    const personId = await addPerson(services);
    const [here, there] = [await signedIn(services, personId), await signedIn(services, personId)];
    const answer = await responseOf(() => signOutRoute.action(routeArgs(services, here, { form: {} })));
    expect(answer.headers.get("Set-Cookie")).toContain("Max-Age=0");
    expect(services.calls.ended).toEqual([here.sessionHash]);
    const left = await database.db
      .selectFrom("sessions")
      .select("id")
      .where("person_id", "=", personId)
      .execute();
    expect(left.map((s) => s.id)).toEqual([there.sessionHash]);
  });

  it("is not ended by opening an address", async () => {
    const services = testServices(database.db);
    const viewer = await signedIn(services, await addPerson(services));
    signOutRoute.loader();
    const row = await database.db
      .selectFrom("sessions")
      .select("id")
      .where("id", "=", viewer.sessionHash)
      .execute();
    expect(row).toHaveLength(1);
  });

  it("of somebody else cannot be ended; one's own others can", async () => {
    const services = testServices(database.db);
    const me = await addPerson(services);
    const [mine, myOther] = [await signedIn(services, me), await signedIn(services, me)];
    const stranger = await signedIn(services, await addPerson(services));
    const end = (form: Record<string, string>) =>
      responseOf(() => sessionsRoute.action(routeArgs(services, mine, { form })));
    expect((await end({ session: stranger.sessionHash })).status).toBe(404);
    expect((await end({ others: "all" })).status).toBe(302);
    expect(services.calls.ended).toEqual([myOther.sessionHash]);
    const left = await database.db
      .selectFrom("sessions")
      .select("id")
      .where("id", "=", stranger.sessionHash)
      .execute();
    expect(left).toHaveLength(1);
  });
});

describe("signing in", () => {
  const password = "pitkä lause on hyvä";
  const post = async (services: ReturnType<typeof testServices>, form: Record<string, string>) =>
    responseOf(() => signInRoute.action(routeArgs(services, null, { path: "/sign-in", form })));

  it("answers an unknown e-mail and a wrong password alike", async () => {
    const services = testServices(database.db);
    await addPerson(services, { email: "liperi@example.fi", password });
    const typed = { password: "jokin aivan muu" };
    const unknown = await post(services, { ...typed, email: "kuka@example.fi" });
    const wrong = await post(services, { ...typed, email: "liperi@example.fi" });
    expect([unknown.status, wrong.status]).toEqual([400, 400]);
    const [a, b] = [await unknown.json(), await wrong.json()];
    expect({ ...a, typed: null }).toEqual({ ...b, typed: null });
    expect(a.typed).toEqual({ email: "kuka@example.fi" }); // kept; the password is not sent back
    expect(unknown.headers.get("Set-Cookie")).toBeNull();
  });

  it("takes an e-mail in any case and goes where the person was going", async () => {
    const services = testServices(database.db);
    await addPerson(services, { email: "Kitee@example.fi", password });
    const answer = await post(services, { email: "kitee@EXAMPLE.fi", password, to: "/tables/poyta" });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe("/tables/poyta");
    const { viewer } = await services.sessions.read(cookieOf(answer.headers.get("Set-Cookie")!));
    expect(viewer?.name).toBe("Liperin edustaja");
  });

  it("never leads to another site", async () => {
    const services = testServices(database.db);
    await addPerson(services, { email: "redirect@example.fi", password });
    for (const to of [
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "/\n/evil",
    ]) {
      const answer = await post(services, { email: "redirect@example.fi", password, to });
      expect(answer.headers.get("Location"), to).toBe("/");
    }
  });

  it("ends the session this browser had before", async () => {
    const services = testServices(database.db);
    const before = await signedIn(services, await addPerson(services));
    await addPerson(services, { email: "uusi@example.fi", password });
    await responseOf(() =>
      signInRoute.action(routeArgs(services, before, { form: { email: "uusi@example.fi", password } })),
    );
    expect(services.calls.ended).toEqual([before.sessionHash]);
  });

  it("asks to wait when too many passwords are being compared, and is there again after", async () => {
    const services = testServices(database.db);
    const passwords = createPasswords();
    const hash = await passwords.hash(password);
    const tries = await Promise.allSettled(
      Array.from({ length: 60 }, () => passwords.verify(hash, password)),
    );
    const refused = tries.flatMap((t) => (t.status === "rejected" ? [t.reason] : []));
    expect(refused).toHaveLength(60 - 2 - 50); // two at work, fifty waiting
    expect(refused[0]).toBeInstanceOf(PasswordsBusy);
    expect(await passwords.verify(hash, password)).toBe(true);

    const busy = {
      ...services,
      passwords: { ...passwords, verify: () => Promise.reject(new PasswordsBusy()) },
    };
    const answer = await post(busy, { email: "ruuhka@example.fi", password });
    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({ error: "session.errors.busy" });
  });
});

describe("the demo", () => {
  const sitDown = (services: ReturnType<typeof testServices>, form: Record<string, string>) =>
    responseOf(() => demoSignIn.action(routeArgs(services, null, { path: "/demo/sign-in", form })));

  it("does not exist outside demo mode", async () => {
    const services = testServices(database.db, { config: { demo: false } });
    expect((await responseOf(() => demo.loader(routeArgs(services, null, {})))).status).toBe(404);
    expect((await responseOf(() => demoSignIn.loader(routeArgs(services, null, {})))).status).toBe(404);
    expect((await sitDown(services, { seat: "liperi" })).status).toBe(404);
  });

  it("has a seat for each party and duty, one press each", async () => {
    const services = testServices(database.db, { config: { demo: true } });
    const answered = await responseOf(() => demo.loader(routeArgs(services, null, { path: "/demo" })));
    type Region = { slug: string; draft: string; groups: { group: string; seats: { seat: string }[] }[] };
    const regions = ((await answered.json()).regions as Region[]).map(({ groups, ...region }) => ({
      ...region,
      seats: Object.fromEntries(groups.map(({ group, seats: held }) => [group, held.map((s) => s.seat)])),
    }));
    expect(regions).toMatchObject([
      { slug: "pohjois-karjala", draft: "jarjestoavustusten-jaottelu" },
      { slug: "keski-pohjanmaa", draft: "vastine-valtuustoaloitteeseen", seats: { duties: ["kp-sihteeri"] } },
    ]);
    const { seats } = regions[0]!;
    expect(seats.municipalities).toHaveLength(11);
    expect(seats.region).toEqual(["hyvinvointialue"]);
    expect(new Set(seats.others)).toEqual(new Set(["jane", "pelastuslaitos", "maakuntaliitto"]));
    expect(new Set(seats.duties)).toEqual(new Set(["puheenjohtaja", "sihteeri", "tarkkailija"]));
    for (const seat of Object.values(seats).flat() as string[]) {
      const answer = await sitDown(services, { seat });
      expect(answer.status, seat).toBe(302);
      const { viewer } = await services.sessions.read(cookieOf(answer.headers.get("Set-Cookie")!));
      expect(viewer?.demoSeat).toBe(seat);
    }
  });

  it("refuses a seat that is not there", async () => {
    const services = testServices(database.db, { config: { demo: true } });
    const answer = await sitDown(services, { seat: "kuningas" });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("Set-Cookie")).toBeNull();
  });
});

describe("a request", () => {
  const withHeaders = (headers: Record<string, string>) => new Request("http://x/", { headers });

  it("is in the chosen language, else the person's, else the browser's, else Finnish", async () => {
    const services = testServices(database.db);
    const viewer = await signedIn(services, await addPerson(services));
    const swedish = { ...viewer, language: "sv" as const };
    expect(requestLanguage(withHeaders({ Cookie: "a=b; language=en" }), swedish)).toBe("en");
    expect(requestLanguage(withHeaders({ Cookie: "language=xx" }), swedish)).toBe("sv");
    // A seat of the demo is many people's.
    const seat = { ...swedish, demoSeat: "liperi" };
    expect(requestLanguage(withHeaders({ "Accept-Language": "en" }), seat)).toBe("en");
    expect(requestLanguage(withHeaders({ "Accept-Language": "de, en;q=0.5, sv-FI;q=0.8" }), null)).toBe("sv");
    expect(requestLanguage(withHeaders({ "Accept-Language": "de" }), null)).toBe("fi");
  });

  it("tells its device in a few words", () => {
    const agent =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0";
    expect(deviceOf(withHeaders({ "User-Agent": agent }))).toBe("Microsoft Edge, Windows");
    expect(deviceOf(withHeaders({}))).toBe("");
  });
});
