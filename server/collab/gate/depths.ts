/**
 * Where each item of a text lies: in which type, and how deep. Kept in runs (typing makes one run of thousands of
 * clocks), so that the gate can tell what an item of an update belongs to without a Y.Doc.
 */
import * as Y from "yjs";
import type { Refusal } from "../../../app/protocol/collab";
import { DEPTH_MAX } from "./gate-rules";
import { isAttribute, isMark, mayHold, ROOT_NAME } from "./text-schema";

/** What a type may hold: "gone" is a type that was deleted and forgotten, whatever falls into it is forgotten too. */
type Kind = "elements" | "text" | "gone";
interface Place {
  depth: number;
  kind: Kind;
  /** Of the node; an XML text has that of the node it lies in. */
  name: string;
}
interface Run {
  /** First clock; the run ends where the next begins. */
  start: number;
  place: Place;
  /** The attribute whose value this is, or null for what stands in the type's list. */
  key: string | null;
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
  text: { depth: 0, kind: "elements", name: ROOT_NAME },
  note: { depth: 0, kind: "text", name: ROOT_NAME },
};
const GONE: Place = { depth: 1, kind: "gone", name: ROOT_NAME };

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
      this.extend(struct.id.client, from, end, GONE, null, true);
      return null;
    }
    const at = this.locate(struct, from);
    if (!at || !fits(struct, at.place, at.key)) return "invalid-content";
    const deleted = struct.content instanceof Y.ContentDeleted;
    const client = this.extend(struct.id.client, from, end, at.place, at.key, deleted);
    if (struct.content instanceof Y.ContentType) {
      const { type } = struct.content;
      const kind = type instanceof Y.XmlText ? "text" : "elements";
      client.types.set(from, {
        depth: at.place.depth + 1,
        kind: at.place.kind === "gone" ? "gone" : kind,
        name: type instanceof Y.XmlElement ? type.nodeName : at.place.name,
      });
    }
    return null;
  }

  /** As `place`, for what is committed: what fits nowhere is taken as gone. */
  take(struct: Y.Item | Y.GC, from: number): void {
    if (this.place(struct, from))
      this.extend(struct.id.client, from, struct.id.clock + struct.length, GONE, null, true);
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
    key: string | null,
    deleted: boolean,
  ): Client {
    let client = this.clients.get(clientId);
    if (!client) {
      client = { end: 0, runs: [], types: new Map() };
      this.clients.set(clientId, client);
    }
    const last = client.runs.at(-1);
    if (!last || last.place !== place || last.key !== key || last.deleted !== deleted)
      client.runs.push({ start: from, place, key, deleted });
    client.end = end;
    return client;
  }

  /** The place an item takes, as Yjs finds it: from its neighbours, else from the parent it names. */
  private locate(item: Y.Item, from: number): Pick<Run, "place" | "key"> | null {
    const { client, clock } = item.id;
    // What begins below is cut there, and goes on from what stands.
    const left = from > clock ? this.run(client, from - 1) : this.runOf(item.origin);
    const right = this.runOf(item.rightOrigin);
    if (left || right) {
      if (left?.place === GONE || right?.place === GONE) return { place: GONE, key: null };
      if (left && right && (left.place !== right.place || left.key !== null || right.key !== null))
        return null;
      return left ?? (right!.key === null ? right : null);
    }
    const key = item.parentSub;
    const parent: unknown = item.parent;
    if (!(parent instanceof Y.ID)) return { place: this.root, key };
    const type = this.clients.get(parent.client)?.types.get(parent.clock);
    if (type) return { place: type, key };
    return this.run(parent.client, parent.clock)?.deleted ? { place: GONE, key } : null;
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

/** May the item lie there? As the editor writes it: names, attributes and marks of its schema, words in words. */
function fits({ content }: Y.Item, place: Place, key: string | null): boolean {
  if (content instanceof Y.ContentDeleted) return true;
  if (content instanceof Y.ContentType && place.depth >= DEPTH_MAX) return false;
  if (place.kind === "gone") return true;
  if (key !== null) return content instanceof Y.ContentAny && isAttribute(place.name, key, content.arr);
  if (place.kind === "elements") return content instanceof Y.ContentType && mayHold(place.name, content.type);
  if (content instanceof Y.ContentFormat) return isMark(content.key, content.value);
  return content instanceof Y.ContentString;
}
