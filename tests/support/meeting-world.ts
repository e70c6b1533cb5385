/** The table of the position world with meetings that are lived through their own forms. */
import { randomUUID } from "node:crypto";
import type { Outcome } from "../../app/messages/problem";
import { keepMeeting } from "../../server/commands/meetings/meeting-intents.server";
import { meetingEvents } from "../../server/queries/meeting-events.server";
import { meetingPage } from "../../server/queries/meeting-page.server";
import { agendaWorld } from "./agenda-world";
import type { Seat } from "./position-world";

/** The day of the meetings; Finland is two hours ahead of UTC then. */
const DAY = "2026-03-20";

export async function meetingWorld() {
  const world = await agendaWorld();
  let planned = 0;
  const act = (
    slug: string,
    seat: Seat,
    intent: string,
    fields: Record<string, string> = {},
  ): Promise<Outcome> => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ key: randomUUID(), ...fields, intent }))
      form.set(name, value);
    return keepMeeting(world.services, world.seats[seat], slug, form);
  };
  const page = (slug: string, seat: Seat = "secretary", item: string | null = null) =>
    meetingPage(world.services, world.seats[seat], slug, item);
  return {
    ...world,
    act,
    page,
    /** What the form answers when it must go through. */
    done: async (...args: Parameters<typeof act>) => {
      const outcome = await act(...args);
      if (!outcome.ok) throw new Error(outcome.error);
    },
    /** The clock stands at this time of the meeting's day, or of another. */
    clock: (time: string, day = DAY) => world.setClock(new Date(`${day}T${time}+02:00`).toISOString()),
    /** A planned meeting at 13.00–15.15 with a draft's item second on its agenda: opening, the draft, coming meetings, ... */
    planned: async () => {
      const draft = await world.newDraft();
      // Far apart: a next meeting that is set takes the number after.
      planned += 100;
      const slug = await world.newMeeting({ date: DAY, number: String(planned) });
      await world.added(slug, { title: "Jaottelu", draft: draft.slug });
      const items = (await page(slug)).items.map(({ id }) => id);
      return { slug, draft, items };
    },
    events: async (slug: string) => meetingEvents(world.db, (await world.row(slug)).id),
    /** Id of the participant that a seat is. */
    participant: async (slug: string, seat: Seat) => {
      const { personId } = world.seats[seat];
      return (await page(slug)).people.find((one) => one.personId === personId)!.participantId;
    },
    /** Presence of a seat as times of the day in UTC, "11:00–11:40". */
    presence: async (slug: string, seat: Seat) => {
      const { personId } = world.seats[seat];
      const line = (await page(slug)).people.find((one) => one.personId === personId);
      return (line?.intervals ?? []).map(
        ({ from, to }) => `${from.slice(11, 16)}–${to?.slice(11, 16) ?? ""}`,
      );
    },
  };
}
export type MeetingWorld = Awaited<ReturnType<typeof meetingWorld>>;
