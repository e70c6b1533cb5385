/**
 * Goal: who forgot a password gets a new one and nobody learns who has an account; a changed password or address ends
 * what the old one opened, and its person is told.
 * Method: routes called as Remix calls them on a real Postgres, a clock that is moved by hand; what would be mailed is
 * read from the queue, and its links are opened.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LINKS_PER_HOUR_MAX, NEW_PASSWORD_MINUTES, WRONG_PASSWORDS_MAX } from "../../app/domain/people";
import * as accountRoute from "../../app/routes/account";
import * as confirmRoute from "../../app/routes/confirm-email.$token";
import * as forgottenRoute from "../../app/routes/forgotten-password";
import * as newPasswordRoute from "../../app/routes/new-password.$token";
import { ANSWER_MILLISECONDS } from "../../server/commands/accounts/ask-new-password.server";
import { signIn } from "../../server/commands/sessions/sign-in.server";
import { outboxPage } from "../../server/queries/outbox-page.server";
import type { Viewer } from "../../server/session.server";
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

const OLD = "vanha pitkä salasana";
const NEW = "uusi pitkä salasana";
let database: TestDatabase;
let clock: ReturnType<typeof fixedClock>;
let services: ReturnType<typeof testServices>;
let hash: string;
beforeAll(async () => {
  database = await freshDatabase();
  clock = fixedClock();
  services = testServices(database.db, { clock });
  hash = await services.passwords.hash(OLD);
});
afterAll(() => database.close());

let people = 0;
/** A person with a password, and how many browsers they are signed in with. */
async function someone({ browsers = 1 } = {}) {
  const email = `henkilo${++people}@example.fi`;
  const id = await addPerson(services, { name: "Liperin edustaja", email });
  await database.db.updateTable("persons").set({ password_hash: hash }).where("id", "=", id).execute();
  const viewers: Viewer[] = [];
  for (let n = 0; n < browsers; n++) viewers.push(await signedIn(services, id));
  return { id, email, viewer: viewers[0]!, viewers };
}

type Action = (args: ReturnType<typeof routeArgs>) => unknown;
const post = (action: Action, form: Record<string, string>, viewer: Viewer | null = null, token = "") =>
  responseOf(() => action(routeArgs(services, viewer, { form, params: { token } })));
const open = (loader: Action, token: string, viewer: Viewer | null = null) =>
  responseOf(() => loader(routeArgs(services, viewer, { params: { token } })));
const ask = (email: string) => post(forgottenRoute.action, { email });
const mailsTo = (address: string) =>
  database.db.selectFrom("mails").selectAll().where("to_address", "=", address).orderBy("n").execute();
const kindsTo = async (address: string) => (await mailsTo(address)).map(({ kind }) => kind);
/** The token of the link in the last mail to the address. */
async function tokenTo(address: string, kind: string): Promise<string> {
  const mail = (await mailsTo(address)).findLast((m) => m.kind === kind);
  return /\/(?:new-password|confirm-email)\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}
const opensWith = async (email: string, password: string) =>
  (await signIn(services, { email, password, device: "", previous: null })).ok;
const standing = (viewers: Viewer[]) => services.sessions.alive(viewers.map((v) => v.sessionHash));
const personOf = (setCookie: string | null) =>
  services.sessions.read(cookieOf(setCookie ?? "")).then(({ viewer }) => viewer?.personId);

describe("a forgotten password", () => {
  it("gets the same answer after the same kind of time, whether the address is known or not", async () => {
    const { email } = await someone();
    const answers = [];
    for (const address of [email, "ei-kukaan@example.fi", email.toUpperCase()]) {
      const started = performance.now();
      const { status, headers } = await ask(address);
      const took = performance.now() - started;
      expect(took).toBeGreaterThanOrEqual(ANSWER_MILLISECONDS - 5);
      answers.push([status, [...headers]]);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await kindsTo(email)).toEqual(["account.newPassword", "account.newPassword"]);
    expect(await mailsTo("ei-kukaan@example.fi")).toEqual([]);
    expect((await ask("ei osoite")).status).toBe(400);
  });

  it("is mailed a link in the person's language through the public address, kept only as a hash", async () => {
    const { id, email } = await someone();
    await database.db.updateTable("persons").set({ language: "sv" }).where("id", "=", id).execute();
    await ask(email);
    const [mail] = await mailsTo(email);
    expect(mail!.subject).toBe("Nytt lösenord");
    expect(mail!.html).toContain('lang="sv"');
    expect(mail!.text).toContain(`${services.config.publicOrigin}/new-password/`);
    expect(mail!.message_id).toMatch(/^<[0-9a-f-]{36}@127\.0\.0\.1>$/);
    const kept = await database.db.selectFrom("password_resets").selectAll().execute();
    const token = await tokenTo(email, "account.newPassword");
    expect(JSON.stringify(kept)).not.toContain(token);
    // A demo shows its mails to everybody, and not this one.
    expect(JSON.stringify(await outboxPage(services, null, false))).not.toContain(token);
  });

  it(`gets at most ${LINKS_PER_HOUR_MAX} links an hour, and then the same answer without one`, async () => {
    const { email } = await someone();
    for (let n = 0; n < LINKS_PER_HOUR_MAX + 1; n++) expect((await ask(email)).status).toBe(302);
    expect(await mailsTo(email)).toHaveLength(LINKS_PER_HOUR_MAX);
    clock.addDays(1.1 / 24);
    await ask(email);
    expect(await mailsTo(email)).toHaveLength(LINKS_PER_HOUR_MAX + 1);
  });

  it("is never mailed to a seat of the demo", async () => {
    const { id, email } = await someone();
    await database.db
      .updateTable("persons")
      .set({ demo_seat: `seat-${id}` })
      .where("id", "=", id)
      .execute();
    expect((await ask(email)).status).toBe(302);
    expect(await mailsTo(email)).toEqual([]);
  });

  it("is renewed once by the link: looking uses nothing, every session ends, its person is told", async () => {
    const { id, email, viewers } = await someone({ browsers: 2 });
    await ask(email);
    await ask(email);
    const other = await tokenTo(email, "account.newPassword");
    const first = /new-password\/([\w-]+)/.exec((await mailsTo(email))[0]!.text)![1]!;
    for (let n = 0; n < 2; n++) {
      const page = await open(newPasswordRoute.loader, first);
      expect([page.status, (await page.json()).state]).toEqual([200, "open"]);
      expect(page.headers.get("Referrer-Policy")).toBe("strict-origin");
      expect(page.headers.get("Cache-Control")).toContain("no-store");
    }
    const short = await post(newPasswordRoute.action, { password: "lyhyt" }, null, first);
    expect(short.status).toBe(400);
    expect(await opensWith(email, OLD)).toBe(true);

    const both = await Promise.all(
      [NEW, "toinen pitkä salasana"].map((password) =>
        post(newPasswordRoute.action, { password }, null, first),
      ),
    );
    const signInPage = both.filter((answer) => answer.headers.get("location")?.startsWith("/sign-in"));
    expect(signInPage).toHaveLength(1); // of two at once, one
    const kept = both[0] === signInPage[0] ? NEW : "toinen pitkä salasana";
    expect([await opensWith(email, OLD), await opensWith(email, kept)]).toEqual([false, true]);
    expect((await standing(viewers)).size).toBe(0);
    expect(services.calls.ended).toEqual(expect.arrayContaining(viewers.map((v) => v.sessionHash)));
    expect((await kindsTo(email)).at(-1)).toBe("account.passwordChanged");

    for (const token of [first, other]) {
      expect((await (await open(newPasswordRoute.loader, token)).json()).state).toBe("used");
      await post(newPasswordRoute.action, { password: "kolmas pitkä salasana" }, null, token);
      expect(await opensWith(email, kept)).toBe(true);
    }
    const { rows } = { rows: await database.db.selectFrom("audit_events").selectAll().execute() };
    expect(rows.filter((row) => row.subject_id === id).map((row) => row.action)).toContain(
      "password.renewed",
    );
    expect(JSON.stringify(rows)).not.toContain(first);
  });

  it(`has a link for ${NEW_PASSWORD_MINUTES} minutes, and nobody guesses one`, async () => {
    const { email } = await someone();
    await ask(email);
    const token = await tokenTo(email, "account.newPassword");
    clock.addDays((NEW_PASSWORD_MINUTES + 1) / 24 / 60);
    expect((await (await open(newPasswordRoute.loader, token)).json()).state).toBe("expired");
    await post(newPasswordRoute.action, { password: NEW }, null, token);
    expect(await opensWith(email, OLD)).toBe(true);
    expect((await open(newPasswordRoute.loader, "arvattu")).status).toBe(404);
    expect((await post(newPasswordRoute.action, { password: NEW }, null, "arvattu")).status).toBe(404);
  });
});

describe("a changed password", () => {
  const change = (viewer: Viewer, currentPassword: string, password = NEW) =>
    post(accountRoute.action, { intent: "change-password", currentPassword, password }, viewer);

  it("asks the present one, ends every session and goes on here with a new one", async () => {
    const { id, email, viewers } = await someone({ browsers: 2 });
    await ask(email);
    const wrong = await change(viewers[0]!, "väärä pitkä salasana");
    expect([wrong.status, (await wrong.json()).field]).toEqual([400, "currentPassword"]);
    expect((await standing(viewers)).size).toBe(2);
    const answer = await change(viewers[0]!, OLD);
    expect(answer.headers.get("location")).toBe("/account?saved=password");
    expect((await standing(viewers)).size).toBe(0);
    expect(services.calls.ended).toEqual(expect.arrayContaining(viewers.map((v) => v.sessionHash)));
    expect(await personOf(answer.headers.get("Set-Cookie"))).toBe(id);
    expect([await opensWith(email, OLD), await opensWith(email, NEW)]).toEqual([false, true]);
    expect(await kindsTo(email)).toEqual(["account.newPassword", "account.passwordChanged"]);
    // The link that was asked before opens nothing more.
    const token = await tokenTo(email, "account.newPassword");
    expect((await (await open(newPasswordRoute.loader, token)).json()).state).toBe("used");
  });

  it(`is not guessed: after ${WRONG_PASSWORDS_MAX} wrong ones even the right one has to wait`, async () => {
    const { email, viewer } = await someone();
    for (let n = 0; n < WRONG_PASSWORDS_MAX; n++) await change(viewer, `väärä salasana ${n}`);
    const refused = await change(viewer, OLD);
    expect((await refused.json()).error).toBe("account.errors.tooManyTries");
    expect(await opensWith(email, OLD)).toBe(true);
  });

  it("keeps nothing secret in what comes back to the form", async () => {
    const { viewer } = await someone();
    const answer = await change(viewer, OLD, "lyhyt");
    expect(await answer.text()).not.toMatch(/lyhyt|vanha/);
  });
});

describe("a changed address", () => {
  const askFor = (viewer: Viewer, email: string, currentPassword = OLD) =>
    post(accountRoute.action, { intent: "change-email", email, currentPassword }, viewer);

  it("is confirmed from the new one by its own person: both are told, sessions end, links of the old close", async () => {
    const { id, email, viewer, viewers } = await someone({ browsers: 2 });
    const stranger = await someone();
    const next = `uusi-${email}`;
    expect((await askFor(viewer, next, "väärä pitkä salasana")).status).toBe(400);
    expect((await askFor(viewer, next)).headers.get("location")).toBe("/account?saved=email");
    expect([await kindsTo(next), await kindsTo(email)]).toEqual([
      ["account.confirmEmail"],
      ["account.emailAsked"],
    ]);
    const token = await tokenTo(next, "account.confirmEmail");
    await ask(email);

    // What opens or submits the links of a mail has no session of this person: nothing changes.
    expect((await open(confirmRoute.loader, token)).headers.get("location")).toContain("/sign-in");
    expect((await post(confirmRoute.action, {}, null, token)).status).toBe(401);
    expect((await (await open(confirmRoute.loader, token, stranger.viewer)).json()).state).toBe("foreign");
    await post(confirmRoute.action, {}, stranger.viewer, token);
    expect((await (await open(confirmRoute.loader, token, viewer)).json()).email).toBe(next);
    expect(await opensWith(email, OLD)).toBe(true);

    const answer = await post(confirmRoute.action, {}, viewer, token);
    expect(answer.headers.get("location")).toBe("/account?saved=confirmed");
    expect(await personOf(answer.headers.get("Set-Cookie"))).toBe(id);
    expect((await standing(viewers)).size).toBe(0);
    expect(services.calls.ended).toEqual(expect.arrayContaining(viewers.map((v) => v.sessionHash)));
    expect([await opensWith(email, OLD), await opensWith(next, OLD)]).toEqual([false, true]);
    expect((await kindsTo(email)).at(-1)).toBe("account.emailChangedOld");
    expect((await kindsTo(next)).at(-1)).toBe("account.emailChangedNew");
    const reset = await tokenTo(email, "account.newPassword");
    expect((await (await open(newPasswordRoute.loader, reset)).json()).state).toBe("used");
    const again = await signedIn(services, id);
    expect((await (await open(confirmRoute.loader, token, again)).json()).state).toBe("used");
  });

  it("that somebody has gets the same answer, a mail to its owner and no link", async () => {
    const [asker, owner] = [await someone(), await someone()];
    const answer = await askFor(asker.viewer, owner.email.toUpperCase());
    expect(answer.headers.get("location")).toBe("/account?saved=email");
    const [mail] = await mailsTo(owner.email.toUpperCase());
    expect(mail!.kind).toBe("account.emailTaken");
    expect(mail!.text).not.toContain("/confirm-email/");
    expect(mail!.text).not.toContain(asker.email);
  });

  it("that somebody else took in the meantime is refused, and everything stays as it was", async () => {
    const { email, viewer } = await someone();
    const next = `uusi-${email}`;
    await askFor(viewer, next);
    await addPerson(services, { email: next.toUpperCase() });
    const answer = await post(confirmRoute.action, {}, viewer, await tokenTo(next, "account.confirmEmail"));
    expect([answer.status, (await answer.json()).error]).toEqual([400, "account.errors.emailRefused"]);
    expect(await opensWith(email, OLD)).toBe(true);
    expect((await standing([viewer])).size).toBe(1);
  });

  it(`is asked for ${LINKS_PER_HOUR_MAX} times an hour at most, and not for one's own`, async () => {
    const { email, viewer } = await someone();
    expect((await (await askFor(viewer, email)).json()).error).toBe("account.errors.sameEmail");
    for (let n = 0; n < LINKS_PER_HOUR_MAX; n++)
      expect((await askFor(viewer, `${n}-${email}`)).status).toBe(302);
    expect((await (await askFor(viewer, `x-${email}`)).json()).error).toBe("account.errors.tooManyLinks");
    expect(await mailsTo(`x-${email}`)).toEqual([]);
  });

  it("mails no words of the asker's own to an address that may be a stranger's", async () => {
    const { id, email, viewer } = await someone();
    await database.db.updateTable("persons").set({ name: "Osta halvalla" }).where("id", "=", id).execute();
    await askFor(viewer, `uusi-${email}`);
    expect((await mailsTo(`uusi-${email}`))[0]!.text).not.toContain("Osta halvalla");
    expect((await mailsTo(email))[0]!.text).toContain("Osta halvalla");
  });
});
