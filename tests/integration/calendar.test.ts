/**
 * Goal: calendars show what their person may read now, at the right time in summer and winter, until their address is revoked.
 * Method: links made and read on real Postgres; the files parsed by a reader of the test's own, and through the route.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loader as calendarLoader } from "../../app/routes/calendars.$file";
import {
  CALENDAR_LINKS_MAX,
  makeCalendarLink,
  revokeCalendarLink,
} from "../../server/commands/agenda/calendar-links.server";
import { changeMeeting } from "../../server/commands/agenda/change-meeting.server";
import { cancelMeeting } from "../../server/commands/agenda/invite.server";
import { calendarFile, meetingUid } from "../../server/export/meeting-ics.server";
import { subscribedCalendarFile } from "../../server/export/subscribed-calendar.server";
import { loggedPath } from "../../server/http/request-log";
import { meetingForCalendar } from "../../server/queries/agenda-page.server";
import { calendarsPage } from "../../server/queries/calendar.server";
import { type AgendaWorld, agendaWorld, facts } from "../support/agenda-world";
import { eventsIn, readCalendar } from "../support/calendar-text";
import type { Seat } from "../support/position-world";
import { addViewer, statusOf } from "../support/services";

let world: AgendaWorld;
let summer: string;
let winter: string;
beforeAll(async () => {
  world = await agendaWorld();
  summer = await world.newMeeting({
    date: "2026-06-16",
    place: "Ilosaarentalo, Joensuu; sali 1",
    isInPerson: true,
  });
  winter = await world.newMeeting({ date: "2026-12-01", remoteLink: "https://example.org/kokous" });
});
afterAll(() => world?.close());

const as = (seat: Seat) => world.seats[seat];
const link = async (seat: Seat, table = "") => {
  const made = await makeCalendarLink(world.services, as(seat), table);
  if (!made.ok) throw new Error(made.error);
  return made.token;
};
const read = async (token: string) => (await subscribedCalendarFile(world.services, token)) ?? "";

describe("K6: a meeting in a calendar", () => {
  test("has its id for good, its times right in summer and winter, and its place", async () => {
    const events = eventsIn(await read(await link("liperi", world.table.slug)));
    const id = async (slug: string) =>
      meetingUid((await world.row(slug)).id, world.services.config.publicOrigin);
    const of = async (slug: string) => {
      const uid = await id(slug);
      return events.find((event) => event.UID === uid)!;
    };
    expect(await of(summer)).toMatchObject({
      ...{ DTSTART: "20260616T100000Z", DTEND: "20260616T121500Z", SEQUENCE: "0", STATUS: "CONFIRMED" },
      ...{ LOCATION: "Ilosaarentalo, Joensuu; sali 1", SUMMARY: "Pöytä, kokous 1/2026" },
    });
    expect(await of(winter)).toMatchObject({
      ...{ DTSTART: "20261201T110000Z", DTEND: "20261201T131500Z", CLASS: "PRIVATE" },
    });
    expect((await of(winter)).DESCRIPTION).toContain("https://example.org/kokous");
    expect((await of(winter)).DESCRIPTION).toContain("1.12.2026 klo 13.00");
  });

  test("a change has a greater sequence, a cancellation says so, and the id stays", async () => {
    const slug = await world.newMeeting({ date: "2026-09-01" });
    const { number, id } = await world.row(slug);
    await changeMeeting(
      world.services,
      as("secretary"),
      slug,
      facts({ number: String(number), date: "2026-09-02" }),
    );
    const event = async () =>
      eventsIn(await read(await link("kitee"))).find((one) => one.UID?.startsWith(id));
    expect(await event()).toMatchObject({ SEQUENCE: "1", STATUS: "CONFIRMED", DTSTART: "20260902T100000Z" });
    await cancelMeeting(world.services, as("secretary"), slug);
    expect(await event()).toMatchObject({ SEQUENCE: "2", STATUS: "CANCELLED" });
  });

  test("one meeting as a file, in each language", async () => {
    const meeting = await meetingForCalendar(world.services, as("observer"), summer);
    const said = (["fi", "sv", "en"] as const).map((language) => {
      const told = { language, origin: "https://poyta.example", now: new Date("2026-05-01T08:00:00Z") };
      const calendar = readCalendar(calendarFile("x", [meeting], told));
      const event = eventsIn(calendarFile("x", [meeting], told))[0]!;
      return [calendar.properties.METHOD?.value, event.SUMMARY, event.DESCRIPTION?.split("\n")[0], event.URL];
    });
    const url = `https://poyta.example/meetings/${summer}`;
    expect(said).toEqual([
      ["PUBLISH", "Pöytä, kokous 1/2026", "Alkaa 16.6.2026 klo 13.00 Suomen aikaa.", url],
      ["PUBLISH", "Pöytä, möte 1/2026", "Börjar 16.6.2026 13.00 finsk tid.", url],
      ["PUBLISH", "Pöytä, meeting 1/2026", "Begins 16/06/2026, 13:00 Finnish time.", url],
    ]);
    expect(await statusOf(meetingForCalendar(world.services, as("stranger"), summer))).toBe(404);
  });
});

describe("K7: the address of a calendar", () => {
  const open = (file: string) =>
    calendarLoader({
      ...{ request: new Request(`http://127.0.0.1/calendars/${file}`), params: { file } },
      context: { services: world.services, viewer: null, nonce: "" },
    });

  test("opens without a session, and only as long as it is not revoked", async () => {
    const token = await link("jane");
    const answer = (await open(`${token}.ics`)) as Response;
    expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    expect(eventsIn(await answer.text()).length).toBeGreaterThan(1);
    const [mine] = (await calendarsPage(world.services, as("jane"))).links;
    await revokeCalendarLink(world.services, as("kitee"), mine!.id); // another's link stays
    expect((await calendarsPage(world.services, as("jane"))).links).toHaveLength(1);
    await revokeCalendarLink(world.services, as("jane"), mine!.id);
    expect(await statusOf(open(`${token}.ics`))).toBe(404);
    for (const file of ["x.ics", `${"a".repeat(43)}.ics`, token, `${token}.txt`])
      expect(await statusOf(open(file))).toBe(404);
  });

  test("keeps no token: neither in the database nor in the log", async () => {
    const token = await link("jane");
    const rows = await world.db.selectFrom("calendar_links").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    const audit = await world.db.selectFrom("audit_events").selectAll().execute();
    expect(JSON.stringify(audit)).not.toContain(token);
    expect(loggedPath({ originalUrl: `/calendars/${token}.ics` })).toBe("/calendars/…");
  });

  test("shows what its person may read now, and nothing of other tables", async () => {
    const beside = await world.tableBeside();
    await world.newMeeting({ date: "2026-07-01" }, beside);
    const own = await link("member");
    const names = async (token: string) =>
      new Set(eventsIn(await read(token)).map(({ SUMMARY }) => SUMMARY?.split(",")[0]));
    expect(await names(own)).toEqual(new Set(["Pöytä"]));
    await beside.alsoFrom("member");
    expect(await names(own)).toEqual(new Set(["Pöytä", "Toinen pöytä"]));
    const one = await link("member", beside.slug);
    expect(await names(one)).toEqual(new Set(["Toinen pöytä"]));
    await world.db
      .updateTable("memberships")
      .set({ ends_at: new Date("2026-01-01") })
      .where("table_id", "=", beside.id)
      .where("person_id", "=", as("member").personId)
      .execute();
    expect(await names(own)).toEqual(new Set(["Pöytä"]));
    expect(await subscribedCalendarFile(world.services, one)).toBeNull();
  });

  test("is made for a table where one sits, and so many at most", async () => {
    expect(await makeCalendarLink(world.services, as("stranger"), world.table.slug)).toMatchObject({
      ...{ ok: false, error: "agenda.error.noTable" },
    });
    expect(await makeCalendarLink(world.services, as("liperi"), "ei-ole")).toMatchObject({ ok: false });
    for (let n = (await calendarsPage(world.services, as("chair"))).links.length; n < CALENDAR_LINKS_MAX; n++)
      await link("chair");
    expect(await makeCalendarLink(world.services, as("chair"), "")).toMatchObject({
      ...{ ok: false, error: "agenda.error.manyCalendars" },
    });
  });

  test("is empty, not an error, for who sits nowhere", async () => {
    const guest = await addViewer(world, null);
    const made = await makeCalendarLink(world.services, guest, "");
    if (!made.ok) throw new Error(made.error);
    expect(eventsIn(await read(made.token))).toEqual([]);
  });
});
