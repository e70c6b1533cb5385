/**
 * Goal: a mailed link lets one person act for one party on one subject, after a choice of their own, and nothing else.
 * Method: the demo on real Postgres and live documents; mails written by the worker's functions; the routes asked as
 * Remix asks them, without a session: by a person, and by a scanner that follows every link and sends every form as it is.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as linkRoute from "../../app/routes/links.$token";
import * as unsubscribeRoute from "../../app/routes/unsubscribe.$token";
import { readLeaseKey } from "../../db/lease-key";
import { askForPositions } from "../../server/commands/positions/ask-for-positions.server";
import { loggedPath } from "../../server/http/request-log";
import { settleNotifications } from "../../server/jobs/settle-notifications";
import { outboxOnly } from "../../server/mail/transport";
import { readUnsubscribeToken, unsubscribeToken } from "../../server/mail/unsubscribe-token";
import type { Services } from "../../server/services";
import { freshDatabase, type TestDatabase } from "../support/database";
import { responseOf, routeArgs } from "../support/people";
import { rowsNow } from "../support/rights-world";
import { openServices } from "../support/services";

const DRAFT = "jarjestoavustusten-jaottelu";
let database: TestDatabase;
let services: Services & { close(): Promise<void> };
/** Mails by seat. */
let mails: Map<string, { text: string; html: string; headers: Record<string, string> }>;

beforeAll(async () => {
  database = await freshDatabase({ scenario: "north-karelia" });
  services = await openServices(database);
  const request = { slug: DRAFT, dueOn: "2099-05-20", message: "Kokous on lähellä." };
  const asked = await askForPositions(services, { personId: await personAt("sihteeri") }, request);
  expect(asked.ok).toBe(true);
  await settleNotifications({ ...services, transport: outboxOnly });
  const rows = await database.db
    .selectFrom("mails")
    .innerJoin("persons", "persons.id", "person_id")
    .select(["demo_seat", "text", "html", "headers"])
    .where("kind", "=", "positionsAsked")
    .execute();
  mails = new Map(rows.map((row) => [row.demo_seat!, row]));
});
afterAll(async () => {
  await services.close();
  await database.close();
});

const personAt = async (seat: string) =>
  (
    await database.db
      .selectFrom("persons")
      .select("id")
      .where("demo_seat", "=", seat)
      .executeTakeFirstOrThrow()
  ).id;
const tokenOf = (seat: string) => /\/links\/([\w-]+)/.exec(mails.get(seat)!.text)![1]!;
const open = (token: string, query = "") =>
  responseOf(() =>
    linkRoute.loader(routeArgs(services, null, { params: { token }, path: `/links/x${query}` })),
  );
const send = (token: string, form: Record<string, string>) =>
  responseOf(() => linkRoute.action(routeArgs(services, null, { params: { token }, form })));

type Receipt = { id: string; isNew: boolean };
interface Row {
  categoryId: string;
  contentHash: string;
  current: { id: string; value: string } | null;
}
async function rowsAt(token: string): Promise<Row[]> {
  return (await (await open(token)).json()).data.rows;
}
const hidden = (row: Row) => ({
  [`hash:${row.categoryId}`]: row.contentHash,
  [`after:${row.categoryId}`]: row.current?.id ?? "",
});

describe("the mail that asks for positions", () => {
  it("goes to whoever speaks for a party, with one button that is theirs, on the configured origin", () => {
    expect(mails.size).toBeGreaterThan(10);
    expect(mails.has("puheenjohtaja")).toBe(false);
    const { text, html } = mails.get("liperi")!;
    const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link);
    expect(links.every((link) => link.startsWith("http://127.0.0.1:3000"))).toBe(true);
    expect(text).toContain("Kokous on lähellä.");
    expect(html.match(/display:inline-block/g)?.length).toBe(1);
    expect(new Set([...mails.values()].map(({ text: t }) => /\/links\/([\w-]+)/.exec(t)?.[1])).size).toBe(
      mails.size,
    );
  });

  it("leaves no token in the log", () => {
    const path = (originalUrl: string) => loggedPath({ originalUrl });
    expect(path(`/links/${"a".repeat(43)}`)).toBe("/links/…");
    expect(path(`/unsubscribe/${"a".repeat(64)}?x=1`)).toBe("/unsubscribe/…");
  });
});

describe("the link", () => {
  it("opens without a session, sets no cookie, tells no other site, and is kept by no cache", async () => {
    const response = await open(tokenOf("liperi"));
    expect(response.status).toBe(200);
    expect(response.headers.get("Set-Cookie")).toBeNull();
    expect(response.headers.get("Referrer-Policy")).toBe("strict-origin");
    expect(response.headers.get("Cache-Control")).toContain("no-store");
  });

  it("gives positions for its own party, shows a receipt, and takes them back to what they were", async () => {
    const token = tokenOf("kontiolahti");
    const before = await rowsAt(token);
    const [first, second] = [
      before.find((r) => r.current) ?? before[0]!,
      before.find((r) => !r.current) ?? before[1]!,
    ];
    const form = {
      ...{ ...hidden(first), ...hidden(second) },
      ...{ [`value:${first.categoryId}`]: "object", [`reason:${first.categoryId}`]: "Ei käy." },
      ...{ [`value:${second.categoryId}`]: "support", party: "00000000-0000-4000-8000-000000000000" },
    };
    const given = await send(token, form);
    expect(given.status).toBe(302);
    const query = given.headers.get("Location")!.replace(/^[^?]*/, "");
    const receipt = (await (await open(token, query)).json()).receipt;
    expect(receipt.map((r: { value: string }) => r.value).sort()).toEqual(["object", "support"]);
    const now = await rowsAt(token);
    expect(now.find((r) => r.categoryId === first.categoryId)?.current?.value).toBe("object");
    // Another party's link neither shows nor undoes them.
    const foreign = tokenOf("liperi");
    expect((await (await open(foreign, query)).json()).receipt).toEqual([]);
    // What stood there already was not given here, and cannot be undone here.
    const stood = second.current ? [second.current.id] : [];
    const isNew = (r: Receipt) => r.isNew;
    expect(receipt.filter((r: Receipt) => !isNew(r)).map((r: Receipt) => r.id)).toEqual(stood);
    const ids = receipt
      .filter(isNew)
      .map((r: Receipt) => r.id)
      .join(".");
    expect((await send(foreign, { intent: "undo", given: ids })).headers.get("Location")).toContain(
      "undone=no",
    );
    expect((await send(token, { intent: "undo", given: ids })).headers.get("Location")).toContain(
      "undone=yes",
    );
    const after = await rowsAt(token);
    const values = (rows: Row[]) => rows.map((r) => [r.categoryId, r.current?.value ?? null]);
    expect(values(after)).toEqual(values(before));
    expect((await send(token, { intent: "undo", given: ids })).headers.get("Location")).toContain(
      "undone=no",
    );
  });

  it("keeps what was typed when a position is refused", async () => {
    const token = tokenOf("kitee");
    const [row] = await rowsAt(token);
    const id = row!.categoryId;
    const response = await send(token, { ...hidden(row!), [`value:${id}`]: "object", [`reason:${id}`]: "" });
    expect(response.status).toBe(400);
    const answer = await response.json();
    expect(answer.outcomes[id].ok).toBe(false);
    expect(answer.typed[`value:${id}`]).toBe("object");
  });

  it("does nothing when it is unknown, expired, revoked, or its person no longer speaks for the party", async () => {
    const { db } = database;
    expect((await open("unknown")).status).toBe(404);
    const token = tokenOf("joensuu");
    const [row] = await rowsAt(token);
    const choice = { ...hidden(row!), [`value:${row!.categoryId}`]: "support" };
    const closed = async (why: string) => {
      const before = await rowsNow(db);
      const response = await open(token);
      expect([response.status, (await response.json()).why]).toEqual([404, why]);
      const sent = await send(token, choice);
      expect([sent.status, (await sent.json()).why]).toEqual([404, why]);
      expect(await rowsNow(db)).toBe(before);
    };
    const personId = await personAt("joensuu");
    const links = db.updateTable("mailed_links").where("person_id", "=", personId);
    const seats = db.updateTable("memberships").where("person_id", "=", personId);
    await seats.set({ speaks: false }).execute();
    await closed("noRight");
    await seats.set({ speaks: true, ends_at: new Date() }).execute();
    await closed("noRight");
    await seats.set({ ends_at: null }).execute();
    await links.set({ revoked_at: new Date() }).execute();
    await closed("revoked");
    await links.set({ revoked_at: null, expires_at: new Date() }).execute();
    await closed("expired");
  });
});

describe("a scanner that follows every link and sends every form as it is", () => {
  it("changes nothing", async () => {
    const before = await rowsNow(database.db);
    for (const { text } of mails.values()) {
      const token = /\/links\/([\w-]+)/.exec(text)![1]!;
      const shown = await open(token);
      if (shown.status === 200) {
        const rows: Row[] = (await shown.json()).data.rows;
        const form = Object.assign(
          {},
          ...rows.map((r) => ({ ...hidden(r), [`reason:${r.categoryId}`]: "" })),
        );
        expect((await send(token, { ...form, organ: "", section: "", organDate: "" })).status).toBe(400);
        await send(token, { ...form, intent: "undo", given: "" });
      }
      const stop = /\/unsubscribe\/([\w-]+)/.exec(text)![1]!;
      const args = { params: { token: stop } };
      expect((await responseOf(() => unsubscribeRoute.loader(routeArgs(services, null, args)))).status).toBe(
        200,
      );
      const sent = await responseOf(() =>
        unsubscribeRoute.action(routeArgs(services, null, { ...args, form: {} })),
      );
      expect(sent.status).toBe(400);
    }
    expect(await rowsNow(database.db)).toBe(before);
  });
});

describe("the link that stops mail", () => {
  it("is signed for one person, and one press of a mail program stops the mail", async () => {
    const key = await readLeaseKey(database.db);
    const personId = await personAt("outokumpu");
    const token = unsubscribeToken(key, { personId, tableId: null });
    expect(readUnsubscribeToken(key, token)).toEqual({ personId, tableId: null });
    const forged = Buffer.from(token, "base64url");
    forged[0]! ^= 1;
    expect(readUnsubscribeToken(key, forged.toString("base64url"))).toBeNull();
    const form = { "List-Unsubscribe": "One-Click" };
    const response = await responseOf(() =>
      unsubscribeRoute.action(routeArgs(services, null, { params: { token }, form })),
    );
    expect(await response.json()).toEqual({ saved: "none" });
    const levels = await database.db
      .selectFrom("notification_levels")
      .select("level")
      .where("person_id", "=", personId)
      .execute();
    expect(levels).toEqual([{ level: "none" }, { level: "none" }]);
  });
});
