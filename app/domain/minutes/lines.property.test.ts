import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCategory } from "../../../tests/support/splits";
import type { MeetingEvent, NamedParty } from "../meetings/meeting";
import { EMPTY_TEXT } from "../text/text";
import { minutesLines } from "./lines";
import { movesOf } from "./moves";
import type { MeetingRecord, RecordItem, RecordParticipant } from "./record";

const START = Date.parse("2022-05-20T10:00:00Z");
const minute = (n: number) => new Date(START + n * 60_000).toISOString();

const person: fc.Arbitrary<Omit<RecordParticipant, "id">> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 20 }),
  title: fc.string({ maxLength: 10 }),
  party: fc.constant(null as NamedParty | null),
  list: fc.constantFrom("member" as const, "other" as const),
  role: fc.constantFrom("member" as const, "other" as const, "chair" as const),
  substitutes: fc.constant(null),
});

/** A meeting that could have been: people come and go, items are opened in turn, changes are made, outcomes recorded. */
const record: fc.Arbitrary<MeetingRecord> = fc
  .record({
    people: fc.array(person, { maxLength: 6 }),
    items: fc.integer({ min: 1, max: 5 }),
    steps: fc.array(
      fc.record({
        who: fc.nat(5),
        kind: fc.constantFrom("arrived", "left", "recused", "next", "outcome", "action"),
      }),
      { maxLength: 25 },
    ),
    changes: fc.array(fc.nat(4), { maxLength: 6 }),
  })
  .map(({ people, items: count, steps, changes }) => {
    const participants = people.map((one, n) => ({ ...one, id: `p${n}` }));
    const items: RecordItem[] = Array.from({ length: count }, (_, n) => ({
      ...{ id: `i${n}`, number: n + 1, kind: n === 0 ? ("opening" as const) : ("ordinary" as const) },
      ...{ title: { fi: `Asia ${n}` }, presenter: "", proposal: { fi: "" }, attachments: [], draft: null },
      ...{ handling: EMPTY_TEXT, decisions: [] },
      changes: changes
        .map((place, id) => ({ place: place % count, id }))
        .filter(({ place }) => place === n)
        .map(({ id }) => ({
          change: { kind: "added" as const, categoryId: `c${id}`, category: aCategory({ id: `c${id}` }) },
          wish: null,
        })),
    }));
    const events: MeetingEvent[] = [];
    let [item, at] = [0, 0];
    const add = (event: object) =>
      events.push({ ...event, id: `e${events.length}`, n: events.length, at: minute(at) } as MeetingEvent);
    add({ kind: "opened" });
    add({ kind: "itemOpened", itemId: "i0", seq: 0 });
    for (const { who, kind } of steps) {
      at += 1;
      const participant = participants[who % Math.max(1, participants.length)];
      if (kind === "next" && item + 1 < count) {
        add({ kind: "itemClosed", itemId: `i${item}`, seq: 0 });
        add({ kind: "itemOpened", itemId: `i${++item}`, seq: 0 });
      } else if (kind === "outcome")
        add({ kind, itemId: `i${item}`, outcome: "noted", body: "", on: null, text: "" });
      else if (kind === "action") add({ kind, itemId: `i${item}`, text: "Tehdään", body: "", due: null });
      else if (participant && kind !== "next")
        add({ kind, participantId: participant.id, itemId: `i${item}` });
    }
    at += 1;
    add({ kind: "closed" });
    return {
      ...{ slug: "poyta-1-2022", number: 1, year: 2022, table: { slug: "poyta", name: { fi: "Pöytä" } } },
      ...{
        recordKind: "memo",
        state: "closed",
        startsAt: minute(0),
        openedAt: minute(0),
        closedAt: minute(at),
      },
      ...{ place: "", isRemote: false, isInPerson: false, isExample: false, source: "" },
      ...{ participants, events, items, nextMeetings: [] },
    } as MeetingRecord;
  });

const holds = (property: (record: MeetingRecord) => void) => fc.assert(fc.property(record, property));

describe("M4, Y1: whatever happened", () => {
  test("M3: every change on the board in an item is told once, and no other", () => {
    holds((one) => {
      const told = minutesLines(one).flatMap((line) =>
        line.kind === "change" ? [`${line.itemId} ${line.change.categoryId}`] : [],
      );
      const made = one.items.flatMap((item) =>
        item.changes.map(({ change }) => `${item.id} ${change.categoryId}`),
      );
      expect(told).toEqual(made);
    });
  });

  test("every outcome and action is told once, under its item", () => {
    holds((one) => {
      const lines = minutesLines(one);
      for (const kind of ["outcome", "action"] as const)
        expect(lines.flatMap((line) => (line.kind === kind ? [line.itemId] : [])).sort()).toEqual(
          one.events.flatMap((event) => (event.kind === kind ? [event.itemId] : [])).sort(),
        );
    });
  });

  test("M1: nobody is said to come, leave or be away at a time at which nothing happened to them", () => {
    holds((one) => {
      const times = new Map<string, Set<string>>();
      for (const event of one.events)
        if (event.kind === "arrived" || event.kind === "left")
          times.set(event.participantId, (times.get(event.participantId) ?? new Set()).add(event.at));
      for (const [id, { moves }] of movesOf(one))
        for (const move of moves) {
          const told = move.kind === "away" ? [move.from, move.to] : move.kind === "recused" ? [] : [move.at];
          for (const at of told) expect(times.get(id)?.has(at)).toBe(true);
        }
    });
  });

  test("M1: each move is told once: in the list where no item is known, else in its item", () => {
    holds((one) => {
      const lines = minutesLines(one);
      const told = lines.flatMap((line) =>
        line.kind === "move"
          ? [JSON.stringify([line.person.id, line.move])]
          : line.kind === "attendee"
            ? line.moves.map((move) => JSON.stringify([line.person.id, move]))
            : [],
      );
      const all = [...movesOf(one)].flatMap(([id, { moves }]) =>
        moves.map((move) => JSON.stringify([id, move])),
      );
      expect(told.sort()).toEqual(all.sort());
    });
  });

  test("items stand in order with their numbers, each with one heading of its handling", () => {
    holds((one) => {
      const lines = minutesLines(one);
      expect(lines.flatMap((line) => (line.kind === "item" ? [line.number] : []))).toEqual(
        one.items.map(({ number }) => number),
      );
      expect(lines.filter(({ kind }) => kind === "handlingHead")).toHaveLength(one.items.length);
    });
  });
});
