/**
 * Goal: a code opens one's own seat on a telephone, in one meeting, for as long as it lasts, and nothing else.
 * Method: the demo's coming meeting on real Postgres, with a clock that is moved.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSeatLink, SEAT_LINK_HOURS } from "../../server/commands/meetings/create-seat-link.server";
import { keepMeeting } from "../../server/commands/meetings/meeting-intents.server";
import { noteSeatSeen } from "../../server/commands/meetings/note-seat-seen.server";
import { keepSeat } from "../../server/commands/meetings/seat-intents.server";
import { meetingPage } from "../../server/queries/meeting-page.server";
import { seatPage } from "../../server/queries/seat-page.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { signedIn } from "../support/people";
import { openServices } from "../support/services";

let database: TestDatabase;
let services: Services;
let close: () => Promise<void>;
let slug: string;
let chair: Viewer;
let liperi: Viewer;
let now = new Date();
beforeAll(async () => {
  database = await freshDatabase({ scenario: "north-karelia" });
  const opened = await openServices(database);
  close = opened.close;
  now = new Date(); // after the seats were given
  services = { ...opened, clock: () => now };
  const planned = database.db
    .selectFrom("meetings")
    .select("slug")
    .where("is_example", "=", true)
    .where("state", "=", "planned");
  slug = (await planned.orderBy("starts_at").executeTakeFirstOrThrow()).slug;
  [chair, liperi] = await Promise.all([seat("puheenjohtaja"), seat("liperi")]);
});
afterAll(async () => {
  await close();
  await database.close();
});

async function seat(name: string): Promise<Viewer> {
  const person = database.db.selectFrom("persons").select("id").where("demo_seat", "=", name);
  return signedIn(services, (await person.executeTakeFirstOrThrow()).id);
}
const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries({ key: crypto.randomUUID(), ...fields })) made.set(name, value);
  return made;
};
const statusOf = async (asked: Promise<unknown>) =>
  asked.then(
    () => 200,
    (thrown) => (thrown instanceof Response ? thrown.status : Promise.reject(thrown)),
  );
const say = (token: string, fields: Record<string, string>) => keepSeat(services, token, form(fields));
const rows = async (table: "meeting_events" | "speaking_events") =>
  (await database.db.selectFrom(table).select("id").execute()).length;

describe("a seat on a telephone", () => {
  test("is made only while the meeting is open, and only its hash is kept", async () => {
    expect(await statusOf(createSeatLink(services, liperi, slug))).toBe(403);
    expect(await keepMeeting(services, chair, slug, form({ intent: "open" }))).toEqual({ ok: true });
    const token = await createSeatLink(services, liperi, slug);
    const kept = await database.db.selectFrom("seat_links").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  test("looking writes nothing; it acts as its person, and the same key twice does it once", async () => {
    const token = await createSeatLink(services, liperi, slug);
    const before = await rows("meeting_events");
    const open = await seatPage(services, token);
    expect(open?.page.name).toBe("Liperin edustaja");
    expect(open?.page.data.may).toMatchObject({ attend: true, speak: true, lead: false, record: false });
    expect(await rows("meeting_events")).toBe(before);
    expect(await say(token, { intent: "take-seat" })).toEqual({ ok: true });
    const key = crypto.randomUUID();
    const asked = await rows("speaking_events");
    for (const _ of [1, 2]) expect(await say(token, { intent: "ask-floor", key })).toEqual({ ok: true });
    expect(await rows("speaking_events")).toBe(asked + 1);
    const page = await meetingPage(services, chair, slug);
    expect(page.people.find(({ name }) => name === "Liperin edustaja")?.isPresent).toBe(true);
    expect(page.queue.map(({ name }) => name)).toEqual(["Liperin edustaja"]);
  });

  test("others see that the telephone is there, and that it has gone silent", async () => {
    const token = await createSeatLink(services, liperi, slug);
    const began = now;
    const look = async (seconds: number) => {
      now = new Date(began.getTime() + seconds * 1000);
      return (await meetingPage(services, chair, slug)).people.find(
        ({ personId }) => personId === liperi.personId,
      )?.isOnTelephone;
    };
    const news: string[] = [];
    const watched = {
      ...services,
      documents: { ...services.documents, publish: (_: string, what: string) => void news.push(what) },
    };
    const asks = async (seconds: number) => {
      now = new Date(began.getTime() + seconds * 1000);
      await noteSeatSeen(watched, (await seatPage(services, token))!.seat);
    };
    expect(await look(0)).toBe(false);
    for (const second of [1, 4, 7, 10, 13, 16]) await asks(second);
    expect(await look(30)).toBe(true);
    expect(await look(40)).toBe(false);
    await asks(41);
    expect(await look(42)).toBe(true);
    expect(news).toEqual(["meeting", "meeting"]);
    // Another code is another telephone, which nobody has opened.
    await createSeatLink(services, liperi, slug);
    expect(await look(43)).toBe(false);
    now = began;
  });

  test("leads and records nothing, whoever holds it", async () => {
    const token = await createSeatLink(services, chair, slug);
    for (const intent of ["close", "move", "give-floor", "outcome", "add-participant", "withdraw-event"])
      expect(await statusOf(say(token, { intent })), intent).toBe(404);
    const { queue } = await meetingPage(services, chair, slug);
    const turn = queue[0]!.turnId;
    await keepMeeting(services, chair, slug, form({ intent: "give-floor", turn }));
    expect(await statusOf(say(token, { intent: "end-floor", turn }))).toBe(404);
    expect((await meetingPage(services, chair, slug)).queue[0]?.givenAt).not.toBeNull();
  });

  test("a new code closes the one before, and a guess opens nothing", async () => {
    const first = await createSeatLink(services, liperi, slug);
    const second = await createSeatLink(services, liperi, slug);
    expect(await seatPage(services, first)).toBeNull();
    expect(await seatPage(services, second)).not.toBeNull();
    expect(await seatPage(services, "arvaus")).toBeNull();
    expect(await statusOf(say(first, { intent: "ask-floor" }))).toBe(404);
  });

  test("ends in a day, and with the meeting", async () => {
    const token = await createSeatLink(services, liperi, slug);
    const began = now;
    now = new Date(began.getTime() + SEAT_LINK_HOURS * 3_600_000 - 1000);
    expect(await seatPage(services, token)).not.toBeNull();
    now = new Date(began.getTime() + SEAT_LINK_HOURS * 3_600_000);
    expect(await seatPage(services, token)).toBeNull();
    now = began;
    expect(await keepMeeting(services, chair, slug, form({ intent: "close" }))).toEqual({ ok: true });
    expect(await seatPage(services, token)).toBeNull();
    expect(await statusOf(say(token, { intent: "take-seat" }))).toBe(404);
  });
});
