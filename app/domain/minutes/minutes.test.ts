import { describe, expect, test } from "vitest";
import { aCategory } from "../../../tests/support/splits";
import type { MeetingEvent } from "../meetings/meeting";
import { EMPTY_TEXT } from "../text/text";
import { minutesRemarks } from "./checks";
import { editedFacts } from "./facts";
import { movesOf } from "./moves";
import type { MeetingRecord, RecordItem } from "./record";

const at = (time: string) => `2022-05-20T${time}:00.000Z`;
const item = (id: string, more: Partial<RecordItem> = {}): RecordItem => ({
  ...{ id, number: Number(id.slice(1)), kind: "ordinary", title: { fi: id }, presenter: "" },
  ...{ proposal: { fi: "" }, attachments: [], draft: null, handling: EMPTY_TEXT, changes: [], decisions: [] },
  ...more,
});
const recordOf = (
  events: object[],
  items: RecordItem[],
  more: Partial<MeetingRecord> = {},
): MeetingRecord => ({
  ...{ slug: "s", number: 1, year: 2022, table: { slug: "t", name: { fi: "T" } }, recordKind: "memo" },
  ...{ state: "closed", startsAt: at("10:00"), openedAt: at("10:00"), closedAt: at("12:00"), place: "" },
  ...{ isRemote: false, isInPerson: false, isExample: false, source: "", nextMeetings: [], items },
  participants: [
    {
      id: "p",
      name: "Liperin edustaja",
      title: "",
      party: null,
      list: "member",
      role: "member",
      substitutes: null,
    },
  ],
  events: events.map((event, n) => ({ id: `e${n}`, n, ...event }) as MeetingEvent),
  ...more,
});

describe("Y1: comings and goings", () => {
  const moves = (...events: [kind: string, time: string, itemId: string | null][]) =>
    movesOf(
      recordOf(
        events.map(([kind, time, itemId]) => ({ kind, at: at(time), itemId, participantId: "p" })),
        [item("i1", { kind: "opening" }), item("i2")],
      ),
    ).get("p")?.moves;

  test("who is there in time was there from the beginning", () => {
    expect(moves(["arrived", "10:00", null])).toEqual([]);
    expect(moves(["arrived", "10:09", "i1"])).toEqual([]);
    expect(moves(["arrived", "10:11", "i1"])).toEqual([{ kind: "arrived", at: at("10:11"), itemId: "i1" }]);
    expect(moves(["arrived", "10:05", "i2"])).toEqual([{ kind: "arrived", at: at("10:05"), itemId: "i2" }]);
  });

  test("away within one item, or with no item known, is one thing; over items it is two", () => {
    expect(moves(["arrived", "10:00", null], ["left", "10:40", null], ["arrived", "11:19", null])).toEqual([
      { kind: "away", from: at("10:40"), to: at("11:19"), itemId: null },
    ]);
    expect(moves(["arrived", "10:00", "i1"], ["left", "10:40", "i2"], ["arrived", "10:50", "i2"])).toEqual([
      { kind: "away", from: at("10:40"), to: at("10:50"), itemId: "i2" },
    ]);
    expect(moves(["arrived", "10:00", "i1"], ["left", "10:40", "i1"], ["arrived", "11:19", "i2"])).toEqual([
      { kind: "left", at: at("10:40"), itemId: "i1" },
      { kind: "returned", at: at("11:19"), itemId: "i2" },
    ]);
  });

  test("M2: recusal is told in its item", () => {
    expect(moves(["arrived", "10:00", "i1"], ["recused", "10:30", "i2"])).toEqual([
      { kind: "recused", itemId: "i2" },
    ]);
  });
});

describe("Y2: edited facts", () => {
  const derived = ["Puheenjohtaja päätti kokouksen klo 15.15.", "Liperin edustaja poistui klo 14.30."];
  test("what stands word for word is not told, whatever is around it", () => {
    const paragraphs = ["Lopuksi.  Puheenjohtaja päätti kokouksen  klo 15.15. Kiitos.", derived[1]!];
    expect(editedFacts(derived, paragraphs)).toEqual([]);
  });
  test("what was altered is told with what stands there, what is gone without", () => {
    expect(editedFacts(derived, ["Puheenjohtaja päätti kokouksen klo 15.20."])).toEqual([
      { derived: derived[0], stands: "Puheenjohtaja päätti kokouksen klo 15.20." },
      { derived: derived[1], stands: null },
    ]);
  });
});

test("Y3: what is to be looked at before approval", () => {
  const asked = aCategory({ id: "c", question: { text: "" } });
  const change = { kind: "questionRaised" as const, categoryId: "c", category: asked, after: { text: "" } };
  const events = [{ kind: "itemOpened", itemId: "i1", seq: 0, at: at("10:00") }];
  const one = recordOf(events, [item("i1", { changes: [{ change, wish: " " }] }), item("i2")], {
    state: "open",
  });
  expect(minutesRemarks(one, new Set(["i2"])).map(({ kind }) => kind)).toEqual([
    ...["notClosed", "nobodyPresent", "noHandling", "wishWithoutName", "openQuestion", "openDecision"],
  ]);
  const done = [
    { kind: "arrived", participantId: "p", itemId: "i1", at: at("10:00") },
    { kind: "outcome", itemId: "i1", outcome: "noted", body: "", on: null, text: "", at: at("10:01") },
  ];
  expect(minutesRemarks(recordOf([...events, ...done], [item("i1")]), new Set())).toEqual([]);
});
