/**
 * Goal: everyone is told who is there, on this server and on others, with little.
 * Method: seats without sockets, a wire and a bus that write down what they are given, a clock of the test's own.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PresenceMessage, PresentPerson } from "../../app/protocol/collab";
import type { NodeMessage } from "./nodes/node-bus";
import { Presence } from "./presence";
import { type Seat, Seats } from "./seats";

const DOCUMENT = "d";
let told: PresenceMessage[];
let said: NodeMessage[];
let seats: Seats;
let presence: Presence;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  said = [];
  seats = new Seats();
  const wire = {
    enter: () => undefined,
    exit: () => undefined,
    broadcast: (_id: string, _event: string, message: unknown) => void told.push(message as PresenceMessage),
  };
  const bus = {
    node: "here",
    tell: (message: NodeMessage) => void said.push(message),
    listen: () => undefined,
    close: async () => undefined,
  };
  presence = new Presence(wire, seats, bus, { presenceCoalesce: 50, presenceCoalesceCrowd: 100 });
});
afterEach(() => {
  presence.close();
  vi.useRealTimers();
});

const identity = { name: "Liperin edustaja", partyId: null, party: null, color: 0 };
function sit(id: string): Seat {
  const data = { viewer: { personId: `p-${id}` } };
  const seat = { documentId: DOCUMENT, socket: { id, data }, identity, presence: {} } as unknown as Seat;
  seats.add(seat);
  presence.came(seat);
  return seat;
}
const elsewhere = (id: string): PresentPerson => ({ connectionId: id, personId: `p-${id}`, ...identity });

describe("people on this server", () => {
  it("who come and move within a moment are told in one message, and only what changed", () => {
    const [a] = [sit("a"), sit("b")];
    vi.advanceTimersByTime(50);
    expect(told.map(({ came }) => came.map(({ connectionId }) => connectionId))).toEqual([["a", "b"]]);
    a.presence = { editing: "x" };
    presence.moved(a);
    a.presence = { editing: "y" };
    presence.moved(a);
    vi.advanceTimersByTime(50);
    expect(told[1]).toEqual({
      documentId: DOCUMENT,
      came: [],
      moved: [{ connectionId: "a", state: { editing: "y" } }],
      left: [],
    });
  });

  it("who leave in one turn vanish in one message", () => {
    const all = [sit("a"), sit("b"), sit("c")];
    vi.advanceTimersByTime(50);
    for (const seat of all.slice(0, 2)) {
      seats.remove(seat);
      presence.left(seat);
    }
    vi.advanceTimersByTime(1);
    expect(told.at(-1)).toMatchObject({ left: ["a", "b"] });
    expect(presence.people(DOCUMENT).map(({ connectionId }) => connectionId)).toEqual(["c"]);
  });
});

describe("people on other servers", () => {
  const there = (whole: boolean, came: string[], left: string[] = []) =>
    presence.receive({
      ...{ kind: "presence", node: "there", documentId: DOCUMENT, whole, moved: [], left },
      came: came.map(elsewhere),
    });

  it("are asked for when the first one sits down here, and answered to those who ask", () => {
    sit("a");
    expect(said).toContainEqual({ kind: "who", documentId: DOCUMENT });
    presence.receive({ kind: "who", documentId: DOCUMENT });
    expect(said.at(-1)).toMatchObject({ kind: "presence", whole: true, came: [{ connectionId: "a" }] });
  });

  it("are among the people, and a whole list replaces what was known of that server", () => {
    sit("a");
    there(false, ["x", "y"]);
    expect(presence.people(DOCUMENT).map(({ connectionId }) => connectionId)).toEqual(["a", "x", "y"]);
    there(true, ["y"]);
    expect(told.at(-1)).toMatchObject({ left: ["x"] });
    expect(presence.people(DOCUMENT).map(({ connectionId }) => connectionId)).toEqual(["a", "y"]);
  });

  it("vanish when their server stops, and when it has been silent for long", () => {
    sit("a");
    there(false, ["x"]);
    presence.receive({ kind: "gone", node: "there" });
    expect(presence.people(DOCUMENT)).toHaveLength(1);
    there(false, ["y"]);
    vi.advanceTimersByTime(120_000);
    expect(presence.people(DOCUMENT)).toHaveLength(1);
    expect(told.at(-1)).toMatchObject({ left: ["y"] });
  });
});
