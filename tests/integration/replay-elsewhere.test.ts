/**
 * Goal: another region runs a meeting of its own in the same installation, and neither region sees anything of the other's.
 * Method: the demo; Keski-Pohjanmaa's secretary calls, runs and closes a meeting by the pages' commands; seats of both regions ask.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMeeting } from "../../server/commands/agenda/create-meeting.server";
import { keepMeeting } from "../../server/commands/meetings/meeting-intents.server";
import { meetingEvents } from "../../server/queries/meeting-events.server";
import { meetingsPage } from "../../server/queries/meetings-page.server";
import { readableMeeting } from "../../server/queries/readable-meeting.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { openServices, statusOf } from "../support/services";

const TABLE = "hyvinvointi-ja-tulevaisuuslautakunta";
const SLUG = `${TABLE}-1-2026`;
let now = new Date("2026-11-30T07:00:00Z");
let database: TestDatabase;
let services: Services & { close(): Promise<void> };
beforeAll(async () => {
  database = await freshDatabase({ scenario: "north-karelia", clock: () => now });
  services = await openServices(database, () => now);
});
afterAll(async () => {
  await services.close();
  await database.close();
});

async function sit(seat: string): Promise<Viewer> {
  const person = await database.db
    .selectFrom("persons")
    .select(["id", "name"])
    .where("demo_seat", "=", seat)
    .executeTakeFirstOrThrow();
  return {
    ...{ personId: person.id, name: person.name, language: "fi", isAdministrator: false, demoSeat: seat },
    ...{ sessionHash: `session-of-${seat}`, provenAt: now },
  };
}
const send = async (seat: string, slug: string, fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ key: randomUUID(), ...fields })) form.set(name, value);
  return keepMeeting(services, await sit(seat), slug, form);
};
const meeting = () =>
  database.db.selectFrom("meetings").selectAll().where("slug", "=", SLUG).executeTakeFirstOrThrow();
const items = async () =>
  database.db
    .selectFrom("agenda_items")
    .select(["id", "kind"])
    .where("meeting_id", "=", (await meeting()).id)
    .where("removed_at", "is", null)
    .orderBy("position")
    .execute();

test("Keski-Pohjanmaa's secretary calls, runs and closes a meeting of the committee", async () => {
  const secretary = await sit("kp-sihteeri");
  expect(
    await createMeeting(services, secretary, TABLE, {
      ...{ number: "1", year: "2026", date: "2026-12-01", starts: "09:00", ends: "10:00", place: "Kokkola" },
      ...{ remoteLink: "", isInPerson: true, message: "" },
    }),
  ).toMatchObject({ ok: true, slug: SLUG });
  now = new Date("2026-12-01T07:00:00Z");
  expect(await send("kp-sihteeri", SLUG, { intent: "open" })).toEqual({ ok: true });
  const agenda = await items();
  for (const [index, { id }] of agenda.entries()) {
    if (index === 0) continue;
    now = new Date(now.getTime() + 5 * 60_000);
    const from = agenda[index - 1]!.id;
    expect(await send("kp-sihteeri", SLUG, { intent: "move", from, to: id })).toEqual({ ok: true });
  }
  now = new Date("2026-12-01T08:00:00Z");
  expect(await send("kp-sihteeri", SLUG, { intent: "close" })).toEqual({ ok: true });
  const { id, state, closed_at } = await meeting();
  expect([state, closed_at?.toISOString()]).toEqual(["closed", "2026-12-01T08:00:00.000Z"]);
  const opened = (await meetingEvents(database.db, id)).filter(({ kind }) => kind === "itemOpened");
  expect(opened).toHaveLength(agenda.length);
});

test("North Karelia's seats do not find it, whatever they ask, and nothing of it changes", async () => {
  const [first] = await items();
  const before = await meetingEvents(database.db, (await meeting()).id);
  for (const seat of ["sihteeri", "puheenjohtaja", "liperi", "tarkkailija"]) {
    const viewer = await sit(seat);
    expect(await statusOf(readableMeeting(services, viewer, SLUG)), seat).toBe(404);
    expect(await statusOf(meetingsPage(services, viewer, TABLE)), seat).toBe(404);
    for (const intent of ["open", "close", "reopen", "take-seat", "ask-floor", "outcome", "withdraw-event"])
      expect(await statusOf(send(seat, SLUG, { intent, item: first!.id })), `${seat} ${intent}`).toBe(404);
  }
  expect(await meetingEvents(database.db, (await meeting()).id)).toEqual(before);
});

test("and Keski-Pohjanmaa's seat finds none of North Karelia's", async () => {
  const viewer = await sit("kp-sihteeri");
  const rows = await database.db.selectFrom("meetings").select("slug").where("slug", "!=", SLUG).execute();
  expect(rows.length).toBeGreaterThan(5);
  for (const { slug } of rows) {
    expect(await statusOf(readableMeeting(services, viewer, slug)), slug).toBe(404);
    expect(await statusOf(send("kp-sihteeri", slug, { intent: "open" })), slug).toBe(404);
  }
});
