/**
 * Goal: a handling of 200,000 characters loses nothing on its way to the page, the minutes and their files; a meeting that is
 * full of records can still be ended.
 * Method: a lived meeting on real Postgres; the words are counted at every stop.
 */
import { unzipSync } from "fflate";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVENTS_MAX, HANDLING_CHARACTERS_MAX } from "../../app/domain/meetings/meeting";
import { plainText } from "../../app/domain/text/reading";
import { keepMinutes } from "../../server/commands/minutes/minutes-intents.server";
import { minutesResponse } from "../../server/export/minutes-response.server";
import { meetingPage } from "../../server/queries/meeting-page.server";
import { minutesFile } from "../../server/queries/minutes-file.server";
import { minutesPage } from "../../server/queries/minutes-page.server";
import { itemsOf, prepareReplay, SLUG } from "../support/replay-story";
import { type ReplayWorld, replayWorld } from "../support/replay-world";

const LINE = "Keskusteltiin järjestöjen avustuksista ja kuntien osuudesta niissä. ";
const LINES = Math.floor(HANDLING_CHARACTERS_MAX / LINE.length);
let world: ReplayWorld;
beforeAll(async () => {
  world = await replayWorld();
  await prepareReplay(world);
  const [first] = await itemsOf(world);
  world.at("13.00");
  expect(await world.send("joensuu", SLUG, { intent: "open" })).toMatchObject({ ok: true });
  const paragraphs = Array.from({ length: LINES }, (_, n) => `${n} ${LINE}`.slice(0, LINE.length).trim());
  await world.write("sihteeri", first!.handlingId!, paragraphs);
  world.at("15.15");
}, 120_000);
afterAll(() => world.close());

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const count = (text: string) => text.match(/Keskusteltiin järjestöjen/g)?.length;

describe("a meeting that is full of records", () => {
  test("M1: takes no more, says so, and can be ended", async () => {
    await sql`insert into meeting_events (meeting_id, kind, at, participant_id, recorded_by, key)
      select e.meeting_id, 'arrived', e.at, p.id, e.recorded_by, 'filler-' || filler.no
      from (select * from meeting_events where kind = 'opened') e
      cross join lateral (select id from participants where meeting_id = e.meeting_id limit 1) p
      cross join generate_series(1, ${EVENTS_MAX}) filler(no)`.execute(world.db);
    const { items } = await meetingPage(world.services, world.viewer("joensuu"), SLUG);
    expect(await world.send("joensuu", SLUG, { intent: "move", item: items[1]!.id })).toEqual({
      ...{ ok: false, error: "meetings.error.tooManyEvents", values: { max: EVENTS_MAX } },
    });
    expect(await world.send("joensuu", SLUG, { intent: "close" })).toMatchObject({ ok: true });
  }, 60_000);
});

describe("a handling of 200,000 characters", () => {
  test("M4: stands whole in the minutes, which are begun, approved and sealed", async () => {
    const secretary = world.viewer("sihteeri");
    expect(await keepMinutes(world.services, secretary, SLUG, form({ intent: "start" }))).toMatchObject({
      ok: true,
    });
    const { polished, derived } = await minutesPage(world.services, secretary, SLUG, "fi");
    expect([count(plainText(derived)), count(plainText(polished!.text))]).toEqual([LINES, LINES]);
    for (const [seat, role] of [
      ["sihteeri", "secretary"],
      ["joensuu", "chair"],
    ] as const) {
      const given = form({ intent: "approve", role, hash: polished!.hash, key: `${role}-avain` });
      expect(await keepMinutes(world.services, world.viewer(seat), SLUG, given)).toEqual({ ok: true });
    }
    expect((await minutesPage(world.services, secretary, SLUG, "fi")).state).toBe("approved");
  }, 60_000);

  test("M4: stands whole in the Word file, and a PDF is made of it", async () => {
    const file = await minutesFile(world.services, world.viewer("liperi"), SLUG, "fi");
    const docx = new Uint8Array(await (await minutesResponse(file, "docx")).arrayBuffer());
    expect(count(new TextDecoder().decode(unzipSync(docx)["word/document.xml"]))).toBe(LINES);
    const pdf = new Uint8Array(await (await minutesResponse(file, "pdf")).arrayBuffer());
    expect(new TextDecoder("latin1").decode(pdf.subarray(0, 5))).toBe("%PDF-");
  }, 60_000);
});
