/**
 * Goal: the log, even at its loudest, names nobody and repeats no text, cookie, token or address.
 * Method: the built server at level debug through a story with everything that could leak, failures included;
 * then every such word is looked for in all that it wrote.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { categoriesMap, setCategoryFields } from "../../app/collab/documents/split-document";
import { DEMO_DRAFT } from "../../db/scenarios/north-karelia/seed";
import { freshDatabase, type TestDatabase } from "../support/database";
import { openDocument } from "../support/headless";
import { type RunningServer, startServer } from "../support/server";

const EMAIL = "aino.virtanen@example.fi";
const PASSWORD = "salasana-jota-kukaan-ei-arvaa";
const TOKEN = "kutsun-tunnus-0123456789";
const TEXT = "Hyvin tunnistettava oikeusperuste";
const WISH = "Hyvin tunnistettava toive";
const ADDRESS = "203.0.113.77";
const BROWSER = "Tunnistettavaselain/7.7";

let database: TestDatabase;
let server: RunningServer;
beforeAll(async () => {
  database = await freshDatabase({ scenario: "north-karelia" });
  server = await startServer({
    env: { DATABASE_URL: database.url, DEMO: "on", LOG_LEVEL: "debug", TRUST_PROXY: "1" },
  });
}, 180_000);
afterAll(async () => {
  await server.close();
  await database.close();
});

async function send(path: string, form?: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(`${server.origin}${path}`, {
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
    headers: { Origin: server.origin, "User-Agent": BROWSER, "X-Forwarded-For": ADDRESS, ...headers },
    redirect: "manual",
  });
}

/** Everything that must not be in the log, by what it is. */
async function secrets(cookie: string): Promise<[what: string, words: string][]> {
  const { db } = database;
  const persons = await db.selectFrom("persons").select("name").execute();
  const sessions = await db.selectFrom("sessions").select("id").execute();
  const [document] = await db.selectFrom("drafts").select("document_id").execute();
  const split = await (await send(`/api/drafts/${DEMO_DRAFT}`, undefined, { cookie })).json();
  const labels = split.categories.map((category: { label: { fi: string } }) => category.label.fi) as string[];
  expect(labels.length).toBeGreaterThan(15);
  expect(document).toBeDefined();
  return [
    ...persons.map(({ name }): [string, string] => ["name", name]),
    ...sessions.map(({ id }): [string, string] => ["session", id]),
    ...labels.map((label): [string, string] => ["label", label]),
    ["cookie", cookie.split("=")[1]!],
    ...Object.entries({ EMAIL, PASSWORD, TOKEN, TEXT, WISH, ADDRESS, BROWSER }),
    ["part of an e-mail", "virtanen"],
    ["part of an encoded e-mail", encodeURIComponent(EMAIL)],
    ["this machine's end of a connection", "::ffff:127"],
  ];
}

test("a story with everything that could leak leaves none of it in the log", async () => {
  const seat = await send("/demo/sign-in", { seat: "liperi" });
  const cookie = seat.headers.get("set-cookie")!.split(";")[0]!;
  const known = { cookie };
  const { document_id: documentId } = await database.db
    .selectFrom("drafts")
    .select("document_id")
    .where("slug", "=", DEMO_DRAFT)
    .executeTakeFirstOrThrow();

  // Pages, forms and their mistakes.
  for (const path of ["/", `/drafts/${DEMO_DRAFT}`, `/drafts/${DEMO_DRAFT}/versions`, "/sessions"])
    expect((await send(path, undefined, known)).status).toBe(200);
  await send("/sign-in", { email: EMAIL, password: PASSWORD });
  await send(`/sign-in?to=${encodeURIComponent(EMAIL)}`);
  await send(`/invitations/${TOKEN}`);
  await send(`/invitations/${TOKEN}`, { name: "Aino Virtanen", email: EMAIL, password: PASSWORD });
  await send(`/drafts/${encodeURIComponent(EMAIL)}`, undefined, known);
  await send(`/drafts/${DEMO_DRAFT}/categories/${encodeURIComponent(TEXT)}/wish`, { wish: WISH }, known);
  await send(`/drafts/${DEMO_DRAFT}/versions`, { label: TEXT, meetingDate: WISH }, known);
  await send("/sessions", { session: TEXT }, { ...known, Origin: `https://${EMAIL.split("@")[1]}` });
  await send("/sign-in", { email: EMAIL, password: PASSWORD }, { "Content-Type": "application/json" });

  // Live editing, taken and refused.
  const document = await openDocument({ origin: server.origin, cookie, documentId });
  const [categoryId] = [...categoriesMap(document.doc).keys()];
  document.setPresence({ open: categoryId, editing: categoryId });
  setCategoryFields(document.doc, categoryId!, { legalBasis: TEXT }, "test");
  await document.whenSaved();
  const refused = document.connection.socket;
  await new Promise((resolve) => refused.emit("document:join", { documentId: TEXT } as never, resolve));
  await new Promise((resolve) =>
    refused.emit("document:update", { documentId, updateId: WISH, bytes: TEXT } as never, resolve),
  );
  await expect(
    openDocument({ origin: server.origin, cookie: `session=${TOKEN}`, documentId }),
  ).rejects.toThrow();

  // The database refuses, and then is away, in the middle of everything.
  await send(`/drafts/${DEMO_DRAFT}/categories/${categoryId}/history`, undefined, known);
  const hidden = await secrets(cookie);
  await database.ownerDb.schema.alterTable("sessions").renameTo("sessions_away").execute();
  for (const path of ["/", `/drafts/${DEMO_DRAFT}`]) await send(path, undefined, known);
  await send("/sign-in", { email: EMAIL, password: PASSWORD });
  await sleep(2_000);
  await database.ownerDb.schema.alterTable("sessions_away").renameTo("sessions").execute();
  await document.close();
  const { stdout, stderr } = await server.stop();

  const log = stderr;
  expect(log).toContain('"msg":"request"');
  expect(log).toContain("request failed");
  expect(log).toContain("a live message was refused");
  expect(stdout).not.toContain(TEXT);
  const found = hidden.filter(([, words]) => log.toLowerCase().includes(words.toLowerCase()));
  expect(found).toEqual([]);
}, 60_000);
