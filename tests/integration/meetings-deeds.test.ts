/**
 * Goal: the floor goes as the queue says, and what comes of an item is recorded once with what follows from it. Method: the forms as
 * every seat on real Postgres with a clock that is moved.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OUTCOME_CHARACTERS_MAX, PARTICIPANTS_MAX } from "../../app/domain/meetings/meeting";
import { sendInvitation } from "../../server/commands/agenda/invite.server";
import { type MeetingWorld, meetingWorld } from "../support/meeting-world";
import type { Seat } from "../support/position-world";
import { statusOf } from "../support/services";

let world: MeetingWorld;
let slug: string;
let items: string[];
let draft: Awaited<ReturnType<MeetingWorld["planned"]>>["draft"];
beforeAll(async () => {
  world = await meetingWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock("13:00");
  ({ slug, items, draft } = await world.planned());
  await done("chair", "open");
});

const act = (seat: Seat, intent: string, fields: Record<string, string> = {}) =>
  world.act(slug, seat, intent, fields);
const done = (seat: Seat, intent: string, fields: Record<string, string> = {}) =>
  world.done(slug, seat, intent, fields);
const queue = async () => (await world.page(slug)).queue;

describe("the floor", () => {
  beforeEach(async () => {
    for (const seat of ["liperi", "kitee", "jane"] as const) await done(seat, "take-seat");
  });

  test("is asked once each, points of order first; giving it ends the turn of who spoke", async () => {
    await done("liperi", "ask-floor");
    await done("liperi", "ask-floor");
    await done("kitee", "ask-floor", { pointOfOrder: "on" });
    const [order, first] = await queue();
    expect([order, first].map((turn) => [turn?.party, turn?.isPointOfOrder])).toEqual([
      ...[
        ["kitee", true],
        ["liperi", false],
      ],
    ]);
    expect(await queue()).toHaveLength(2);
    await done("chair", "give-floor", { turn: order!.turnId });
    world.clock("13:02");
    await done("chair", "give-floor", { turn: first!.turnId });
    expect((await queue()).map(({ turnId, givenAt }) => [turnId, givenAt])).toEqual([
      [first!.turnId, "2026-03-20T11:02:00.000Z"],
    ]);
    world.clock("13:03");
    await done("liperi", "end-floor", { turn: first!.turnId });
    expect((await world.page(slug)).spoken).toEqual([
      { party: "kitee", turns: 1, seconds: 120 },
      { party: "liperi", turns: 1, seconds: 60 },
    ]);
    expect(await act("chair", "give-floor", { turn: first!.turnId })).toMatchObject({
      error: "meetings.error.turnGone",
    });
  });

  test("two who are given it at once: one speaks", async () => {
    await done("liperi", "ask-floor");
    await done("kitee", "ask-floor");
    const turns = (await queue()).map(({ turnId }) => turnId);
    await Promise.all(turns.map((turn) => done("chair", "give-floor", { turn })));
    expect((await queue()).filter(({ givenAt }) => givenAt)).toHaveLength(1);
  });

  test("ends with the item and with the meeting; a wish is taken back by who asked, and only by them", async () => {
    await done("liperi", "ask-floor");
    const [turn] = await queue();
    expect(await statusOf(act("kitee", "withdraw-floor", { turn: turn!.turnId }))).toBe(403);
    await done("liperi", "withdraw-floor", { turn: turn!.turnId });
    expect(await queue()).toEqual([]);
    await done("kitee", "ask-floor");
    const [other] = await queue();
    await done("chair", "give-floor", { turn: other!.turnId });
    expect(await statusOf(act("liperi", "end-floor", { turn: other!.turnId }))).toBe(403);
    await done("chair", "move", { from: items[0]!, to: items[1]! });
    expect(await queue()).toEqual([]);
  });

  test("is not asked by who has not taken a seat, nor by an observer", async () => {
    expect(await act("preparer", "ask-floor")).toMatchObject({ error: "meetings.error.notHere" });
    expect(await statusOf(act("observer", "ask-floor"))).toBe(403);
  });
});

describe("what comes of an item", () => {
  test("goes on to the next body, and along the road of its draft; taken back, the step is cancelled", async () => {
    const given = { item: items[1]!, outcome: "forwarded", body: "JANE", on: "2026-04-01", text: "" };
    await done("secretary", "outcome", given);
    const { shown } = await world.page(slug, "secretary", items[1]!);
    expect(shown?.outcomes).toMatchObject([{ outcome: "forwarded", body: "JANE", on: "2026-04-01" }]);
    const steps = await world.db
      .selectFrom("road_steps")
      .select(["body", "happens_on"])
      .where("draft_id", "=", draft.id)
      .execute();
    expect(steps.map(({ body }) => body)).toEqual([{ fi: "JANE" }]);
    const outcomes = () => world.db.selectFrom("road_outcomes").select("state").execute();
    expect(await outcomes()).toEqual([]);
    const event = (await world.page(slug)).recent[0]!.eventId;
    for (const _ of [1, 2]) await done("secretary", "withdraw-event", { event });
    expect(await outcomes()).toEqual([{ state: "cancelled" }]);
  });

  test.each([
    [{ outcome: "forwarded", body: "" }, "body", "bodyMissing"],
    [{ outcome: "reminder" }, "text", "textMissing"],
    [{ outcome: "guessed" }, "outcome", "noOutcome"],
    [{ outcome: "noted", on: "2026-02-30" }, "on", "noDay"],
    [{ outcome: "noted", text: "x".repeat(OUTCOME_CHARACTERS_MAX + 1) }, "text", "long"],
  ])("%j is refused at its field", async (given, field, error) => {
    const fields = { item: items[1]!, ...given } as Record<string, string>;
    expect(await act("secretary", "outcome", fields)).toMatchObject({
      ...{ ok: false, field, error: `meetings.error.${error}` },
    });
  });

  test("what somebody is to do has its words, its doer and a day, and can be taken back", async () => {
    await done("secretary", "action", {
      item: items[1]!,
      text: "Selvitetään",
      body: "Liperi",
      due: "2026-04-01",
    });
    const shown = async () => (await world.page(slug, "secretary", items[1]!)).shown!.actions;
    expect(await shown()).toMatchObject([{ text: "Selvitetään", body: "Liperi", due: "2026-04-01" }]);
    await done("secretary", "withdraw-event", { event: (await shown())[0]!.eventId });
    expect(await shown()).toEqual([]);
    expect(await act("secretary", "action", { item: items[1]!, text: "" })).toMatchObject({ field: "text" });
  });

  test("the next meeting has the next number of its year and a standard agenda; taken back it is cancelled", async () => {
    const given = { item: items[2]!, date: "2028-06-23", starts: "08:30", ends: "10:00", place: "Joensuu" };
    await done("secretary", "next-meeting", given);
    await done("secretary", "next-meeting", { ...given, date: "2028-08-26" });
    const next = (await world.page(slug)).nextMeetings;
    expect(next.map(({ slug: of, startsAt }) => [of, startsAt])).toEqual([
      [`${world.table.slug}-1-2028`, "2028-06-23T05:30:00.000Z"],
      [`${world.table.slug}-2-2028`, "2028-08-26T05:30:00.000Z"],
    ]);
    expect((await world.page(next[0]!.slug)).items.length).toBeGreaterThan(3);
    const [last] = (await world.page(slug)).recent;
    await sendInvitation(world.services, world.seats.secretary, next[1]!.slug);
    await done("secretary", "withdraw-event", { event: last!.eventId });
    const cancelled = await world.row(next[1]!.slug);
    expect(cancelled).toMatchObject({ state: "cancelled" });
    const heard = await world.db
      .selectFrom("notifications")
      .select("kind")
      .where("subject_id", "=", cancelled.id)
      .where("person_id", "=", world.seats.liperi.personId)
      .orderBy("n")
      .execute();
    expect(heard.map(({ kind }) => kind)).toEqual(["meetingInvited", "meetingCancelled"]);
    expect((await world.page(slug)).nextMeetings).toHaveLength(1);
    expect(await act("secretary", "next-meeting", { ...given, date: "ei" })).toMatchObject({ ok: false });
  });
});

test(`an attendance list takes ${PARTICIPANTS_MAX} people and tells when it is full`, async () => {
  const { id } = await world.row(slug);
  await world.db
    .insertInto("participants")
    .values({ meeting_id: id, name: "Viimeinen", list: "other", role: "other", position: PARTICIPANTS_MAX })
    .execute();
  const guest = { name: "Vieras", list: "other", role: "other" };
  expect(await act("secretary", "add-participant", guest)).toMatchObject({
    ...{ error: "meetings.error.tooManyPeople", values: { max: PARTICIPANTS_MAX } },
  });
});
