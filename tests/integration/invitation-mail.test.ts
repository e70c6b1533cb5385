/**
 * Goal: everyone who is invited gets one mail with the agenda and a calendar file that their program understands; a change and a
 * cancellation reach the same event. Method: commands and the mail worker's functions on real Postgres with a clock moved by hand;
 * the calendar files parsed; one mail through a real SMTP server in this process.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeMeeting } from "../../server/commands/agenda/change-meeting.server";
import { cancelMeeting, sendInvitation } from "../../server/commands/agenda/invite.server";
import type { MailDeps } from "../../server/jobs/mail-deps";
import { sendMail, waitingMails } from "../../server/jobs/send-mails";
import { settleNotifications } from "../../server/jobs/settle-notifications";
import { type MailTransport, type OutgoingMail, smtpTransport } from "../../server/mail/transport";
import { meetingSettings } from "../../server/queries/meeting-settings.server";
import { outboxPage } from "../../server/queries/outbox-page.server";
import { type AgendaWorld, agendaWorld, facts } from "../support/agenda-world";
import { eventsIn, readCalendar } from "../support/calendar-text";
import type { Seat } from "../support/position-world";
import { addViewer, statusOf } from "../support/services";
import { type SmtpServer, startSmtpServer } from "../support/smtp-server";

let world: AgendaWorld;
let smtp: SmtpServer;
let slug: string;
let sent: OutgoingMail[];
const LANGUAGES = { liperi: "fi", kitee: "sv", jane: "en" } as const;
beforeAll(async () => {
  world = await agendaWorld();
  smtp = await startSmtpServer();
  for (const [seat, language] of Object.entries(LANGUAGES))
    await person(world.seats[seat as Seat].personId)
      .set({ email: `${seat}@example.fi`, language })
      .execute();
});
afterAll(async () => {
  await smtp?.close();
  await world?.close();
});
beforeEach(async () => {
  world.setClock("2026-03-02T10:00:00Z");
  slug = await world.newMeeting({ place: "Joensuu", message: "Tervetuloa" });
  await world.added(slug, { title: "Jaottelu", titleSv: "Indelning", presenter: "Valmistelija" });
  sent = [];
});

const person = (id: string) => world.db.updateTable("persons").where("id", "=", id);
const as = (seat: Seat) => world.seats[seat];
const transport: MailTransport = {
  send: async (mail) => {
    sent.push(mail);
    return { ok: true };
  },
  close: () => undefined,
};
async function work(by: MailTransport = transport) {
  const deps: MailDeps = { ...world.services, transport: by };
  await settleNotifications(deps);
  for (const { id } of await waitingMails(deps)) await sendMail(deps, id);
}
const invite = () => sendInvitation(world.services, as("secretary"), slug);
const change = async (more: Parameters<typeof facts>[0]) => {
  const { number } = await world.row(slug);
  return changeMeeting(world.services, as("secretary"), slug, facts({ number: String(number), ...more }));
};
const to = (seat: Seat) => sent.filter((mail) => mail.to === `${seat}@example.fi`);
const eventOf = ({ attachments }: OutgoingMail) => eventsIn(attachments[0]!.content)[0]!;

describe("K6: an invitation", () => {
  test("reaches who sits at the table once, with agenda and calendar, in each one's language", async () => {
    expect(await invite()).toEqual({ ok: true });
    await invite();
    await work();
    await work();
    expect(sent.map((mail) => mail.to).sort()).toEqual(
      Object.keys(LANGUAGES)
        .map((seat) => `${seat}@example.fi`)
        .sort(),
    );
    const { number, id } = await world.row(slug);
    expect([to("liperi"), to("kitee"), to("jane")].map(([mail]) => mail!.subject)).toEqual([
      `Kutsu kokoukseen ${number}/2026: Pöytä`,
      `Kallelse till möte ${number}/2026: Pöytä`,
      `Invitation to meeting ${number}/2026: Pöytä`,
    ]);
    const [mail] = to("kitee");
    for (const words of ["20.3.2026 13.00–15.15", "Joensuu", "Tervetuloa", "2. Indelning, Valmistelija"])
      expect(mail!.text).toContain(words);
    expect(mail!.text).toContain(`/meetings/${slug}/agenda`);
    expect(mail!.attachments[0]).toMatchObject({ name: "meeting.ics", method: "request" });
    expect(readCalendar(mail!.attachments[0]!.content).properties.METHOD?.value).toBe("REQUEST");
    expect(eventOf(mail!)).toMatchObject({
      ...{ DTSTART: "20260320T110000Z", DTEND: "20260320T131500Z", SEQUENCE: "0", STATUS: "CONFIRMED" },
      SUMMARY: `Pöytä, möte ${number}/2026`,
    });
    expect(eventOf(mail!).UID).toBe(`${id}@127.0.0.1`);
    expect(eventOf(mail!).ATTENDEE?.toLowerCase()).toBe("mailto:kitee@example.fi");
    expect(mail!.headers["List-Unsubscribe"]).toBeDefined();
  });

  test("a change is told once a revision, to the same event with a greater sequence", async () => {
    await invite();
    await work();
    expect((await meetingSettings(world.services, as("secretary"), slug)).invitation.isChanged).toBe(false);
    await change({ message: "Muutettu teksti" });
    expect((await meetingSettings(world.services, as("secretary"), slug)).invitation.isChanged).toBe(false);
    await change({ starts: "12:00" });
    expect((await meetingSettings(world.services, as("secretary"), slug)).invitation.isChanged).toBe(true);
    await Promise.all([invite(), invite()]);
    await work();
    const mails = to("liperi");
    expect(mails.map(({ subject }) => subject.replace(/ \d+\/2026/, ""))).toEqual([
      ...["Kutsu kokoukseen: Pöytä", "Kokouksen tiedot ovat muuttuneet: Pöytä"],
    ]);
    const [first, second] = mails.map(eventOf);
    expect(second).toMatchObject({ UID: first!.UID, SEQUENCE: "1", DTSTART: "20260320T100000Z" });
  });

  test("a cancellation takes the event away; who was never invited hears nothing", async () => {
    await cancelMeeting(world.services, as("secretary"), await world.newMeeting());
    await work();
    expect(sent).toEqual([]);
    await invite();
    await work();
    expect(await cancelMeeting(world.services, as("secretary"), slug)).toEqual({ ok: true });
    await work();
    const [, mail] = to("jane");
    expect(mail!.subject).toMatch(/^Meeting \d+\/2026 is cancelled: Pöytä$/);
    expect(readCalendar(mail!.attachments[0]!.content).properties.METHOD?.value).toBe("CANCEL");
    expect(eventOf(mail!)).toMatchObject({ STATUS: "CANCELLED", SEQUENCE: "1" });
    expect(mail!.text).not.toContain("Agenda");
    expect(await invite()).toMatchObject({ ok: false, error: "agenda.error.cancelled" });
  });

  test("cancelled before the mail went: nobody is invited to it any more", async () => {
    await invite();
    await cancelMeeting(world.services, as("secretary"), slug);
    await work();
    expect(to("liperi").map(({ subject }) => subject.split(" ")[0])).toEqual(["Kokous"]);
  });

  test("a participant without a seat is invited too, and somebody who came later is reached by asking again", async () => {
    const guest = await addViewer(world, null);
    await person(guest.personId)
      .set({ email: `guest-${randomUUID()}@example.fi` })
      .execute();
    await invite();
    await work();
    const { id } = await world.row(slug);
    await world.db
      .insertInto("participants")
      .values({
        ...{ meeting_id: id, person_id: guest.personId, name: "Vieras", list: "other", role: "presenter" },
        position: 99,
      })
      .execute();
    const before = sent.length;
    await invite();
    await work();
    expect(sent.slice(before).map((mail) => mail.to)).toEqual([expect.stringContaining("guest-")]);
    const [mail] = sent.slice(before);
    expect(mail!.headers["List-Unsubscribe"]).toBeUndefined();
    expect(mail!.text).toContain("osallistujaksi");
    // To them it is the first they hear of it, whatever has changed since the others were invited.
    expect(mail!.subject).toMatch(/^Kutsu /);
  });

  test("goes before the meeting, by who prepares it", async () => {
    expect(await statusOf(sendInvitation(world.services, as("liperi"), slug))).toBe(403);
    world.setClock("2026-03-20T11:00:00Z");
    expect(await invite()).toMatchObject({ ok: false, error: "agenda.error.past" });
    await world.handle(slug, await world.added(slug));
    expect(await invite()).toMatchObject({ ok: false, error: "agenda.error.notPlanned" });
  });
});

test("by SMTP the calendar stands in the mail and beside it, and the outbox shows that it goes", async () => {
  await invite();
  const mails = smtpTransport(smtp.url, "Kumppanuuspöytä <poyta@example.org>");
  await work(mails);
  mails.close();
  const taken = smtp.taken.find((mail) => mail.to.includes("liperi@example.fi"))!;
  expect(taken.data).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
  expect(taken.data).toMatch(/Content-Disposition: attachment; filename=meeting\.ics/i);
  const outbox = await outboxPage(world.services, null, false);
  expect(outbox.mails[0]!.attachments.map(({ name }) => name)).toEqual(["meeting.ics"]);
});
