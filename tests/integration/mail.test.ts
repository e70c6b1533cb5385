/**
 * Goal: people are mailed once of what they are told, at the right time, whatever fails meanwhile.
 * Method: the worker's functions on real Postgres, with a clock that is moved by hand over a weekend and the change to
 * winter time, servers that stop in the middle, and a real SMTP server in this process.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { APP_ROLE } from "../../db/embedded";
import { installJobQueue } from "../../db/job-queue";
import { startMailWorker } from "../../server/jobs/mail-worker";
import { sendMail, waitingMails } from "../../server/jobs/send-mails";
import { settleNotifications } from "../../server/jobs/settle-notifications";
import { smtpTransport } from "../../server/mail/transport";
import { freshDatabase, type TestDatabase } from "../support/database";
import { mailWorld, workThrough } from "../support/mail-world";
import { type SmtpServer, startSmtpServer } from "../support/smtp-server";

// Hundreds of rounds of work: a crowded machine needs longer for them than for one.
vi.setConfig({ testTimeout: 60_000 });

let database: TestDatabase;
let smtp: SmtpServer;
beforeAll(async () => {
  database = await freshDatabase();
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.close();
  await database.close();
});

const THURSDAY = "2026-10-22T06:00:00Z";
const AWAY = { ok: false, why: "away", problem: "connect ECONNREFUSED" } as const;

describe("a week", () => {
  it("has a digest on working mornings only, also after the change to winter time, and mentions at once", async () => {
    const world = await mailWorld(database, THURSDAY);
    await world.tell("reply");
    await workThrough(world, "2026-10-23T09:00:00Z");
    await world.tell("reply");
    await workThrough(world, "2026-10-24T10:00:00Z");
    await world.tell("reply");
    await world.tell("mention");
    await workThrough(world, "2026-10-25T22:00:00Z");
    await world.tell("suggestionMade");
    await workThrough(world, "2026-10-27T12:00:00Z");
    expect(world.sent().map(({ at, subject }) => [at, subject.replace(/\d.*/, "")])).toEqual([
      ["2026-10-23T05:00:00.000Z", "Aamukooste: "],
      ["2026-10-24T10:00:00.000Z", "Sihteeri mainitsi sinut: Pöytä"],
      ["2026-10-26T06:00:00.000Z", "Aamukooste: "],
    ]);
    const lines = (text: string) => text.split("\n").filter((line) => line.startsWith("- Sihteeri"));
    expect(world.sent().map(({ text }) => lines(text).length)).toEqual([1, 0, 3]);
  });

  it("loses nothing and sends nothing twice when servers stop and start in the middle and work at once", async () => {
    const world = await mailWorld(database, "2026-10-23T04:00:00Z");
    const told = 12;
    for (let n = 0; n < told; n++) await world.tell(n % 2 ? "mention" : "reply", `key-${n}`);
    await world.tell("mention", "key-1"); // the same deed tried again
    world.at("2026-10-23T05:00:00Z");
    const other = { ...world.deps };
    await Promise.all([
      settleNotifications(world.deps),
      settleNotifications(other),
      settleNotifications(other),
    ]);
    const ids = (await waitingMails(world.deps)).map(({ id }) => id);
    const half = ids.slice(0, ids.length / 2);
    await Promise.all(half.flatMap((id) => [sendMail(world.deps, id), sendMail(other, id)]));
    await world.work(other); // a server that starts finds the rest
    await world.work();
    expect(world.sent().length).toBe(told / 2 + 1);
    expect(new Set(world.sent().map(({ messageId }) => messageId)).size).toBe(world.sent().length);
    const digest = world.sent().find(({ subject }) => subject.startsWith("Aamukooste"));
    expect(digest?.text.match(/^- Sihteeri/gm)?.length).toBe(told / 2);
  });

  it("sends twice only when a crash falls between the server's answer and the commit, with the same Message-ID", async () => {
    const world = await mailWorld(database, THURSDAY);
    await world.tell("mention");
    world.answerWith("crash");
    await expect(world.work()).rejects.toThrow("gone");
    world.answerWith({ ok: true });
    await world.work();
    await world.work();
    const [first, second, ...more] = world.sent();
    expect(more).toEqual([]);
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.text).toBe(first?.text);
  });
});

describe("a mail server that is away", () => {
  it("is tried with growing pauses; an hour later everything arrives once", async () => {
    const world = await mailWorld(database, THURSDAY);
    await world.tell("mention");
    world.answerWith(AWAY);
    await workThrough(world, "2026-10-22T07:10:00Z", 5);
    const row = await database.db
      .selectFrom("mails")
      .select(["attempts", "sent_at", "gave_up_at", "last_problem"])
      .where("to_address", "=", world.email)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ sent_at: null, gave_up_at: null, last_problem: AWAY.problem });
    expect(row.attempts).toBeGreaterThan(4);
    expect(row.attempts).toBeLessThan(10);
    world.answerWith({ ok: true });
    await workThrough(world, "2026-10-22T09:30:00Z", 20);
    expect(world.sent().length).toBe(1);
  });
});

describe("who is not mailed", () => {
  it("is whoever chose no mail, has no address, has left the table, has read it, or did it", async () => {
    const world = await mailWorld(database, THURSDAY);
    const { db } = database;
    const set = (level: "none" | "digest") =>
      db
        .insertInto("notification_levels")
        .values({ person_id: world.reader, table_id: world.table.id, level })
        .onConflict((c) => c.columns(["person_id", "table_id"]).doUpdateSet({ level }))
        .execute();
    await set("none");
    await world.tell("mention");
    await world.work();
    await set("digest");
    await world.tell("mention");
    await world.work();
    expect(world.sent()).toEqual([]); // it waits for the morning
    await db
      .updateTable("notifications")
      .set({ read_at: world.now() })
      .where("settled_at", "is", null)
      .execute();
    await workThrough(world, "2026-10-23T06:00:00Z", 60);
    expect(world.sent()).toEqual([]);
    await world.tell("mention");
    await db.updateTable("memberships").set({ ends_at: world.now() }).where("id", "=", world.seat).execute();
    await workThrough(world, "2026-10-26T07:00:00Z", 240);
    expect(world.sent()).toEqual([]);
    const open = await db
      .selectFrom("notifications")
      .select("id")
      .where("person_id", "=", world.reader)
      .where("settled_at", "is", null)
      .execute();
    expect(open).toEqual([]);
    const own = await db
      .selectFrom("notifications")
      .select("id")
      .where("person_id", "=", world.actor)
      .execute();
    expect(own).toEqual([]);
  });
});

describe("by SMTP", () => {
  it("goes out as text and HTML with the headers of one-press unsubscribing and a fixed Message-ID", async () => {
    const world = await mailWorld(database, THURSDAY);
    const deps = { ...world.deps, transport: smtpTransport(smtp.url, "Kumppanuuspöytä <poyta@example.fi>") };
    await world.tell("mention");
    await world.work(deps);
    const [mail, ...more] = smtp.taken.filter(({ to }) => to.includes(world.email));
    expect(more).toEqual([]);
    const row = await database.db
      .selectFrom("mails")
      .selectAll()
      .where("to_address", "=", world.email)
      .executeTakeFirstOrThrow();
    expect(row.sent_at).not.toBeNull();
    const unfolded = mail!.data.replace(/\r\n[ \t]+/g, " ");
    expect(unfolded).toContain(`Message-ID: ${row.message_id}`);
    expect(unfolded).toMatch(/^List-Unsubscribe: ?<http:\/\/127\.0\.0\.1:3000\/unsubscribe\/[\w-]{64}>\r?$/m);
    expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(unfolded).toContain("text/plain");
    expect(unfolded).toContain("text/html");
    expect(mail!.from).toBe("poyta@example.fi");
  });

  it("to an address that is refused for good ends there: a bounce, and no more mail until it is cleared", async () => {
    const world = await mailWorld(database, THURSDAY);
    const deps = { ...world.deps, transport: smtpTransport(smtp.url, "poyta@example.fi") };
    smtp.refused.add(world.email);
    await world.tell("mention");
    await world.work(deps);
    const bounces = () =>
      database.db.selectFrom("bounces").selectAll().where("address", "=", world.email).execute();
    expect((await bounces()).map(({ reason }) => reason)).toEqual([expect.stringContaining("550")]);
    await world.tell("mention");
    await world.work(deps);
    expect((await bounces()).length).toBe(1);
    const mails = () =>
      database.db.selectFrom("mails").selectAll().where("to_address", "=", world.email).execute();
    expect(await mails()).toHaveLength(1);
    smtp.refused.delete(world.email);
    await database.db
      .updateTable("bounces")
      .set({ cleared_at: world.now() })
      .where("address", "=", world.email)
      .execute();
    await world.tell("mention");
    await world.work(deps);
    expect(smtp.taken.filter(({ to }) => to.includes(world.email))).toHaveLength(1);
  });
});

describe("the worker", () => {
  it("on two servers sends each mail once through the queue, and stops in order", async () => {
    await installJobQueue(database.ownerUrl, APP_ROLE);
    await installJobQueue(database.ownerUrl, APP_ROLE); // every start does
    const world = await mailWorld(database, new Date().toISOString());
    const clock = () => new Date();
    const start = () =>
      startMailWorker({
        ...world.deps,
        clock,
        transport: smtpTransport(smtp.url, "poyta@example.fi"),
        remind: async () => undefined,
      });
    for (let n = 0; n < 5; n++) await world.tell("mention");
    const workers = await Promise.all([start(), start()]);
    const taken = () => smtp.taken.filter(({ to }) => to.includes(world.email)).length;
    await expect.poll(taken, { timeout: 20_000 }).toBe(5);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(taken()).toBe(5);
    expect(await waitingMails(world.deps)).toEqual([]);
  });
});
