/**
 * Where each item of a text lies: in which type, and how deep. Kept in runs (typing makes one run of thousands of
 * clocks), so that the gate can tell what an item of an update belongs to without a Y.Doc.
 */
import * as Y from "yjs";
import type { Refusal } from "../../../app/protocol/collab";
import { DEPTH_MAX } from "./gate-rules";

/** What a type may hold: "gone" is a type that was deleted and forgotten, whatever falls into it is forgotten too. */
type Kind = "elements" | "text" | "gone";
interface Place {
  depth: number;
  kind: Kind;
}
interface Run {
  /** First clock; the run ends where the next begins. */
  start: number;
  place: Place;
  /** Entries of the type's map (attributes), not of its list. */
  keyed: boolean;
  /** Deleted content: it may have been a type. */
  deleted: boolean;
}
interface Client {
  end: number;
  runs: Run[];
  types: Map<number, Place>;
}

/** What lies in the root: elements in a text, what is written in a note. */
const ROOTS: Record<"text" | "note", Place> = {
  text: { depth: 0, kind: "elements" },
  note: { depth: 0, kind: "text" },
};
const GONE: Place = { depth: 1, kind: "gone" };

export class Depths {
  private readonly clients = new Map<number, Client>();
  private readonly root: Place;

  constructor(kind: "text" | "note" = "text") {
    this.root = ROOTS[kind];
  }

  /** The next clock of a client. */
  nextClock(clientId: number): number {
    return this.clients.get(clientId)?.end ?? 0;
  }

  /** The next clocks of all clients: the state vector. */
  clocks(): Map<number, number> {
    return new Map([...this.clients].map(([id, { end }]) => [id, end]));
  }

  /**
   * Takes the struct's clocks from `from` (the next one of its client) on. All that it refers to must be known.
   * Gives the reason when the struct does not fit where it would lie; then nothing was taken.
   */
  place(struct: Y.Item | Y.GC, from: number): Refusal | null {
    const end = struct.id.clock + struct.length;
    if (struct instanceof Y.GC) {
      this.extend(struct.id.client, from, end, GONE, false, true);
      return null;
    }
    const at = this.locate(struct, from);
    if (!at || !fits(struct, at.place, at.keyed)) return "invalid-content";
    const deleted = struct.content instanceof Y.ContentDeleted;
    const client = this.extend(struct.id.client, from, end, at.place, at.keyed, deleted);
    if (struct.content instanceof Y.ContentType) {
      const kind = struct.content.type instanceof Y.XmlText ? "text" : "elements";
      client.types.set(from, { depth: at.place.depth + 1, kind: at.place.kind === "gone" ? "gone" : kind });
    }
    return null;
  }

  /** As `place`, for what is committed: what fits nowhere is taken as gone. */
  take(struct: Y.Item | Y.GC, from: number): void {
    if (this.place(struct, from))
      this.extend(struct.id.client, from, struct.id.clock + struct.length, GONE, false, true);
  }

  /** Forgets the clocks of a client from `end` on. */
  truncate(clientId: number, end: number): void {
    const client = this.clients.get(clientId);
    if (!client || client.end <= end) return;
    if (end === 0) {
      this.clients.delete(clientId);
      return;
    }
    client.end = end;
    while (client.runs.at(-1)!.start >= end) client.runs.pop();
    // Types were set in the order of their clocks.
    for (const clock of [...client.types.keys()].reverse()) {
      if (clock < end) break;
      client.types.delete(clock);
    }
  }

  private extend(
    clientId: number,
    from: number,
    end: number,
    place: Place,
    keyed: boolean,
    deleted: boolean,
  ): Client {
    let client = this.clients.get(clientId);
    if (!client) {
      client = { end: 0, runs: [], types: new Map() };
      this.clients.set(clientId, client);
    }
    const last = client.runs.at(-1);
    if (!last || last.place !== place || last.keyed !== keyed || last.deleted !== deleted)
      client.runs.push({ start: from, place, keyed, deleted });
    client.end = end;
    return client;
  }

  /** The place an item takes, as Yjs finds it: from its neighbours, else from the parent it names. */
  private locate(item: Y.Item, from: number): Pick<Run, "place" | "keyed"> | null {
    const { client, clock } = item.id;
    // What begins below is cut there, and goes on from what stands.
    const left = from > clock ? this.run(client, from - 1) : this.runOf(item.origin);
    const right = this.runOf(item.rightOrigin);
    if (left || right) {
      if (left?.place === GONE || right?.place === GONE) return { place: GONE, keyed: false };
      if (left && right && (left.place !== right.place || left.keyed || right.keyed)) return null;
      return left ?? (right!.keyed ? null : right);
    }
    const keyed = item.parentSub !== null;
    const parent: unknown = item.parent;
    if (!(parent instanceof Y.ID)) return { place: this.root, keyed };
    const type = this.clients.get(parent.client)?.types.get(parent.clock);
    if (type) return { place: type, keyed };
    return this.run(parent.client, parent.clock)?.deleted ? { place: GONE, keyed } : null;
  }

  private runOf(id: Y.ID | null): Run | null {
    return id && this.run(id.client, id.clock);
  }

  private run(clientId: number, clock: number): Run | null {
    const client = this.clients.get(clientId);
    if (!client || clock >= client.end) return null;
    const { runs } = client;
    let low = 0;
    let high = runs.length - 1;
    if (runs[high]!.start <= clock) return runs[high]!;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle]!.start <= clock) low = middle;
      else high = middle - 1;
    }
    return runs[low]!;
  }
}

/** May the item lie there? Elements hold types, texts hold what is written, maps hold values: as the editor writes them. */
function fits({ content }: Y.Item, place: Place, keyed: boolean): boolean {
  if (content instanceof Y.ContentDeleted) return true;
  if (content instanceof Y.ContentType && place.depth >= DEPTH_MAX) return false;
  if (place.kind === "gone") return true;
  if (keyed) return place.depth > 0 && content instanceof Y.ContentAny;
  if (place.kind === "elements") return content instanceof Y.ContentType;
  return (
    content instanceof Y.ContentString ||
    content instanceof Y.ContentFormat ||
    content instanceof Y.ContentEmbed
  );
}
