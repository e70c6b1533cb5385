/** Writes the example meeting 9/2022 of the partnership table. */
import type { ScenarioContext } from "../../scenario-context";
import { SEATS } from "../seats";
import { seedDecision } from "./example-decision";
import {
  at,
  DECIDED_ITEM,
  EXAMPLE_DRAFT,
  EXAMPLE_SLUG,
  EXAMPLE_TITLE,
  ITEMS,
  PRESENT,
  STATES,
  VERSIONS,
} from "./example-facts";
import type { Place } from "./ids";
import {
  type SeededEvent,
  type SeededParticipant,
  writeEvents,
  writeItems,
  writeMeeting,
  writeParticipants,
} from "./write-meeting";
import { writeSplitDraft } from "./write-split";

/** When each item was opened; the last one closes with the meeting. */
const ITEM_TIMES = ["9.00", "9.05", "9.40", "9.55"];
const CLOSED = at("10.00");

export async function seedExample(context: ScenarioContext, place: Place): Promise<void> {
  const by = { personId: place.person("sihteeri") };
  const tableId = place.table("kumppanuuspoyta");
  const { draftId, versions } = await writeSplitDraft(
    context,
    {
      ...{ tableId, slug: EXAMPLE_DRAFT, title: EXAMPLE_TITLE, states: STATES, versions: VERSIONS },
      background: [],
    },
    by,
  );
  const meetingId = await writeMeeting(
    context,
    {
      ...{ tableId, slug: EXAMPLE_SLUG, number: 9, year: 2022, startsAt: at("9.00"), endsAt: CLOSED },
      ...{ place: "Teams (esimerkki)", state: "closed", openedAt: at("9.00"), closedAt: CLOSED },
      isExample: true,
    },
    by,
  );
  const people = peopleOf(place);
  const participants = await writeParticipants(
    context,
    meetingId,
    people.map(({ row }) => row),
  );
  const items = await writeItems(
    context,
    meetingId,
    ITEMS.map((item, index) => (index + 1 === DECIDED_ITEM ? { ...item, draftId } : item)),
    by,
  );
  const moves = people.map(({ arrived, left }, index) => ({ id: participants[index] ?? "", arrived, left }));
  await writeEvents(context, meetingId, eventsOf(moves, items), by);
  const version = versions.at(-1);
  const itemId = items[DECIDED_ITEM - 1];
  if (version && itemId) await seedDecision(context, place, { meetingId, itemId, draftId, version });
}

interface Attending {
  row: SeededParticipant;
  arrived: string;
  left?: string;
}

/** The chair, those who sit for a party, and the secretary. */
function peopleOf(place: Place): Attending[] {
  const row = (seat: string, more: Partial<SeededParticipant>): SeededParticipant => {
    const found = SEATS.find((one) => one.seat === seat);
    const partyId = found?.party ? place.party(found.party) : null;
    return {
      ...{ name: found?.name ?? "", personId: place.person(seat), partyId, list: "member", role: "member" },
      ...more,
    };
  };
  return [
    { row: row("puheenjohtaja", { role: "chair" }), arrived: "9.00" },
    ...PRESENT.map(({ seat, ...times }) => ({ row: row(seat, {}), ...times })),
    { row: row("sihteeri", { list: "other", role: "secretary" }), arrived: "9.00" },
  ];
}

/** What happened, in order of time. */
function eventsOf(people: { id: string; arrived: string; left?: string }[], items: string[]): SeededEvent[] {
  /** The item that was open at a time; people who come at the start come to the first. */
  const itemAt = (time: string) => {
    const passed = ITEM_TIMES.filter((opened) => at(opened) <= at(time)).length;
    return items[passed - 1] ?? null;
  };
  const seqOf = (index: number, seq: number) => (index + 1 === DECIDED_ITEM ? seq : null);
  const handled = items.flatMap((itemId, index): SeededEvent[] => {
    const [from, to] = [ITEM_TIMES[index] ?? "", ITEM_TIMES[index + 1]];
    return [
      { kind: "itemOpened", itemId, seq: seqOf(index, 1), at: at(from) },
      { kind: "itemClosed", itemId, seq: seqOf(index, STATES.length), at: to ? at(to) : CLOSED },
    ];
  });
  const moves = people.flatMap(({ id: participantId, arrived, left }): SeededEvent[] => [
    { kind: "arrived", participantId, itemId: itemAt(arrived), at: at(arrived) },
    ...(left ? [{ kind: "left" as const, participantId, itemId: itemAt(left), at: at(left) }] : []),
  ]);
  const events: SeededEvent[] = [
    { kind: "opened", at: at("9.00") },
    ...handled,
    ...moves,
    { kind: "closed", at: CLOSED },
  ];
  // Sorting keeps the order of what happened at the same minute.
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}
