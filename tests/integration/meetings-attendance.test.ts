/**
 * Goal: who was there at any minute is known from the events: coming, leaving, corrections, deputies, recusal, quorum. Method: the
 * forms as every seat on real Postgres with a clock that is moved.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { presentAt } from "../../app/domain/meetings/attendance";
import { type MeetingWorld, meetingWorld } from "../support/meeting-world";
import type { Seat } from "../support/position-world";
import { statusOf } from "../support/services";

let world: MeetingWorld;
let slug: string;
let items: string[];
beforeAll(async () => {
  world = await meetingWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock("12:00");
  ({ slug, items } = await world.planned());
  world.clock("13:00");
  world.published.length = 0;
});

const act = (seat: Seat, intent: string, fields: Record<string, string> = {}) =>
  world.act(slug, seat, intent, fields);
const done = (seat: Seat, intent: string, fields: Record<string, string> = {}) =>
  world.done(slug, seat, intent, fields);
const kinds = async () => (await world.events(slug)).map(({ kind }) => kind);
const move = (from: number, to: number, seat: Seat = "chair") =>
  act(seat, "move", { from: items[from]!, to: items[to]! });

describe("M1: who was there", () => {
  test("at any minute: came, left and came again, as the secretary corrected it", async () => {
    await done("chair", "open");
    await done("liperi", "take-seat");
    world.clock("13:40");
    await done("liperi", "leave-seat");
    world.clock("14:19");
    await done("liperi", "take-seat");
    world.clock("14:30");
    const kitee = await world.participant(slug, "kitee");
    await done("secretary", "record-attendance", { participant: kitee, what: "arrived", time: "14:22" });
    world.clock("15:15");
    await done("chair", "close");
    expect(await world.presence(slug, "liperi")).toEqual(["11:00–11:40", "12:19–13:15"]);
    const events = await world.events(slug);
    const liperi = await world.participant(slug, "liperi");
    const there = (time: string) => presentAt(events, `2026-03-20T${time}:00.000Z`);
    expect(there("11:39")).toContain(liperi);
    expect(there("11:40")).not.toContain(liperi);
    expect(there("12:19")).toContain(liperi);
    expect(there("12:21")).not.toContain(kitee);
    expect(there("12:22")).toContain(kitee);
    expect(there("13:15")).toEqual([]);
    expect(events.filter(({ kind }) => kind === "left")[0]).toMatchObject({ itemId: items[0] });
  });

  test("the server's clock counts: a time that has not come, comes after the end, or says nothing new is refused", async () => {
    const participant = await world.participant(slug, "liperi");
    const record = (what: string, time: string) =>
      act("secretary", "record-attendance", { participant, what, time });
    expect(await record("arrived", "13:00")).toMatchObject({ error: "meetings.error.notOpen" });
    await done("chair", "open");
    expect(await record("arrived", "13:01")).toMatchObject({ field: "time", error: "meetings.error.notYet" });
    expect(await record("arrived", "25:00")).toMatchObject({ field: "time", error: "meetings.error.noTime" });
    expect(await record("left", "")).toMatchObject({ error: "meetings.error.isAway" });
    expect(await record("came", "")).toMatchObject({ error: "meetings.error.noWhat" });
    expect(await record("arrived", "12:55")).toEqual({ ok: true });
    expect(await record("arrived", "")).toMatchObject({ error: "meetings.error.isHere" });
    world.clock("15:00");
    await done("chair", "close");
    world.clock("16:00");
    expect(await record("arrived", "15:30")).toMatchObject({ error: "meetings.error.afterEnd" });
    expect(await record("left", "15:30")).toMatchObject({ error: "meetings.error.afterEnd" });
    expect(await record("left", "14:00")).toEqual({ ok: true });
    expect(await world.presence(slug, "liperi")).toEqual(["10:55–12:00"]);
  });

  test("a form's own author or moment is not believed", async () => {
    await done("chair", "open");
    const forged = {
      at: "2020-01-01T00:00:00Z",
      recorded_by: world.seats.chair.personId,
      participant: randomUUID(),
    };
    await done("liperi", "take-seat", forged);
    const row = await world.db
      .selectFrom("meeting_events")
      .selectAll()
      .where("recorded_by", "=", world.seats.liperi.personId)
      .orderBy("n", "desc")
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ kind: "arrived", at: new Date("2026-03-20T11:00:00Z") });
    expect(row.participant_id).toBe(await world.participant(slug, "liperi"));
  });

  test("a lost line records nothing; leaving for good does, and takes the wish to speak with it", async () => {
    await done("chair", "open");
    await done("liperi", "take-seat");
    await done("liperi", "ask-floor");
    const before = (await world.events(slug)).length;
    await world.services.documents.endSession("there is no such socket");
    expect(await world.events(slug)).toHaveLength(before);
    expect((await world.page(slug, "liperi")).me).toMatchObject({ isPresent: true });
    world.clock("13:20");
    await done("liperi", "leave-seat");
    const after = await world.page(slug, "liperi");
    expect(after.me).toMatchObject({ isPresent: false, turnId: null });
    expect(after.queue).toEqual([]);
  });

  test("what was recorded by mistake is taken back and stays in the log", async () => {
    await done("chair", "open");
    await done("liperi", "take-seat");
    world.clock("13:10");
    const participant = await world.participant(slug, "liperi");
    await done("secretary", "record-attendance", { participant, what: "left", time: "" });
    const left = (await world.events(slug)).find(({ kind }) => kind === "left")!;
    await done("secretary", "withdraw-event", { event: left.id });
    await done("secretary", "withdraw-event", { event: left.id });
    expect(await world.presence(slug, "liperi")).toEqual(["11:00–"]);
    expect((await kinds()).filter((kind) => kind === "withdrawn")).toHaveLength(1);
    const opened = (await world.events(slug)).find(({ kind }) => kind === "opened")!;
    expect(await statusOf(act("secretary", "withdraw-event", { event: opened.id }))).toBe(404);
  });

  test("who sits at the table and is on no list gets a line: list by what they are there", async () => {
    const { id } = await world.row(slug);
    await world.db.deleteFrom("participants").where("meeting_id", "=", id).execute();
    await done("chair", "open");
    for (const seat of ["liperi", "observer", "secretary"] as const) await done(seat, "take-seat");
    const lines = (await world.page(slug)).people.map(({ list, role, isPresent }) => [list, role, isPresent]);
    expect(lines).toEqual([
      ...[
        ["member", "chair", true],
        ["member", "member", true],
      ],
      ...[
        ["other", "other", true],
        ["other", "secretary", true],
      ],
    ]);
  });

  test("a deputy sits for a member of their party, on the members' list", async () => {
    await done("chair", "open");
    const member = await world.participant(slug, "jane");
    await done("secretary", "add-participant", {
      ...{ name: "Vara Jäsen", title: "varajäsen", list: "member", role: "member", substitutes: member },
    });
    const deputy = (await world.page(slug)).people.find(({ name }) => name === "Vara Jäsen")!;
    expect(deputy).toMatchObject({ list: "member", party: { id: world.party.jane }, hasAccount: false });
    expect(deputy.substitutes).not.toBeNull();
    const arrive = { participant: deputy.participantId, what: "arrived", time: "" };
    const before = (await world.page(slug)).meeting.quorum!.present;
    await done("secretary", "record-attendance", arrive);
    expect((await world.page(slug)).meeting.quorum!.present).toBe(before + 1);
  });

  test("quorum is of parties, and is lost when one leaves", async () => {
    await done("chair", "open"); // of kitee
    expect((await world.page(slug)).meeting.quorum).toEqual({ present: 1, needed: 2, holds: false });
    await done("liperi", "take-seat");
    await done("liperiToo", "take-seat");
    expect((await world.page(slug)).meeting.quorum).toEqual({ present: 2, needed: 2, holds: true });
    world.clock("13:20");
    await done("liperi", "leave-seat");
    expect((await world.page(slug)).meeting.quorum?.holds).toBe(true);
    await done("liperiToo", "leave-seat");
    expect((await world.page(slug)).meeting.quorum).toEqual({ present: 1, needed: 2, holds: false });
  });
});

describe("M2: recusal", () => {
  test("is of one item, is ended, and is shown on that item alone", async () => {
    await done("chair", "open");
    await move(0, 1);
    await done("liperi", "take-seat");
    const about = { participant: await world.participant(slug, "liperi"), item: items[1]! };
    const shown = async () =>
      (await world.page(slug)).people.find(({ participantId }) => participantId === about.participant)!;
    await done("secretary", "recuse", about);
    await done("secretary", "recuse", about);
    expect((await kinds()).filter((kind) => kind === "recused")).toHaveLength(1);
    expect(await shown()).toMatchObject({ isRecused: true, isPresent: true });
    await move(1, 2);
    expect((await shown()).isRecused).toBe(false);
    await move(2, 1);
    expect((await shown()).isRecused).toBe(true);
    await done("secretary", "end-recusal", about);
    expect((await shown()).isRecused).toBe(false);
  });
});
