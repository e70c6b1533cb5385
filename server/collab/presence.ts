/**
 * Tells each document who is there: changes within a moment go as one message, people who leave vanish at once.
 * Those on other servers come over the bus; a server that falls silent is forgotten with everyone on it.
 */
import type { PresenceMessage, PresenceState, PresentPerson } from "../../app/protocol/collab";
import type { GatewayLimits } from "./limits";
import type { NodeBus, NodeMessage } from "./nodes/node-bus";
import { asPerson, type Seat, type Seats } from "./seats";
import type { Wire } from "./wire";

/** People on one document from which on changes are told less often. */
const CROWD = 30;
/** A server says again who is on it, and is forgotten when it has not. Milliseconds. */
const ANNOUNCE_EVERY = 30_000;
const SILENT_AFTER = 75_000;

type Presences = Extract<NodeMessage, { kind: "presence" }>;

/** What is not told yet about one document. */
interface Pending {
  came: Map<string, Seat>;
  moved: Map<string, Seat>;
  timer: NodeJS.Timeout;
}

interface Remote {
  node: string;
  person: PresentPerson;
}

export class Presence {
  private readonly pending = new Map<string, Pending>();
  private readonly remote = new Map<string, Map<string, Remote>>();
  /** Who left in this turn of the loop: when a server or a hall falls away, many do at once. */
  private readonly leaving = new Map<string, string[]>();
  private readonly heard = new Map<string, number>();
  private readonly announcing: NodeJS.Timeout;

  constructor(
    private readonly wire: Wire,
    private readonly seats: Seats,
    private readonly bus: NodeBus,
    private readonly limits: Pick<GatewayLimits, "presenceCoalesce" | "presenceCoalesceCrowd">,
  ) {
    this.announcing = setInterval(() => this.announce(), ANNOUNCE_EVERY);
    this.announcing.unref();
  }

  /** Everyone on the document, on other servers too. */
  people(documentId: string): PresentPerson[] {
    const remote = [...(this.remote.get(documentId)?.values() ?? [])].map(({ person }) => person);
    return [...this.seats.on(documentId).map(asPerson), ...remote];
  }

  /** Someone took a seat: told within the moment. */
  came(seat: Seat): void {
    this.pendingOf(seat.documentId).came.set(seat.socket.id, seat);
    if (this.seats.count(seat.documentId) === 1) this.bus.tell({ kind: "who", documentId: seat.documentId });
  }

  /** Someone opened, typed or moved something: told within the moment, the latest only. */
  moved(seat: Seat): void {
    this.pendingOf(seat.documentId).moved.set(seat.socket.id, seat);
  }

  /** Someone left: told at the end of this turn. */
  left({ documentId, socket }: Seat): void {
    const pending = this.pending.get(documentId);
    pending?.came.delete(socket.id);
    pending?.moved.delete(socket.id);
    const leaving = this.leaving.get(documentId);
    if (leaving) return void leaving.push(socket.id);
    const left = [socket.id];
    this.leaving.set(documentId, left);
    setImmediate(() => {
      this.leaving.delete(documentId);
      this.tell(documentId, { came: [], moved: [], left });
    });
  }

  /** What another server says. */
  receive(message: NodeMessage): void {
    if (message.kind === "presence") this.remember(message);
    else if (message.kind === "gone") this.forget(message.node);
    else if (message.kind === "who" && this.seats.count(message.documentId) > 0)
      this.say(message.documentId, this.seats.on(message.documentId).map(asPerson));
  }

  close(): void {
    clearInterval(this.announcing);
    for (const { timer } of this.pending.values()) clearTimeout(timer);
    this.pending.clear();
    this.bus.tell({ kind: "gone", node: this.bus.node });
  }

  private pendingOf(documentId: string): Pending {
    const known = this.pending.get(documentId);
    if (known) return known;
    const { presenceCoalesce, presenceCoalesceCrowd } = this.limits;
    const delay = this.seats.count(documentId) > CROWD ? presenceCoalesceCrowd : presenceCoalesce;
    const timer = setTimeout(() => this.flush(documentId), delay);
    const pending: Pending = { came: new Map(), moved: new Map(), timer };
    this.pending.set(documentId, pending);
    return pending;
  }

  private flush(documentId: string): void {
    const pending = this.pending.get(documentId);
    if (!pending) return;
    this.pending.delete(documentId);
    const { came, moved } = pending;
    this.tell(documentId, {
      came: [...came.values()].map(asPerson),
      moved: [...moved.values()].filter(({ socket }) => !came.has(socket.id)).map(asMoved),
      left: [],
    });
  }

  /** To the seats here, and to the other servers. */
  private tell(documentId: string, what: Omit<PresenceMessage, "documentId">): void {
    this.wire.broadcast(documentId, "presence:changed", { documentId, ...what });
    this.bus.tell({ kind: "presence", node: this.bus.node, documentId, whole: false, ...what });
  }

  private say(documentId: string, came: PresentPerson[]): void {
    const message = { kind: "presence", node: this.bus.node, documentId, whole: true, came } as const;
    this.bus.tell({ ...message, moved: [], left: [] });
  }

  private announce(): void {
    for (const documentId of this.seats.documents())
      this.say(documentId, this.seats.on(documentId).map(asPerson));
    const now = Date.now();
    for (const [node, at] of this.heard) if (now - at > SILENT_AFTER) this.forget(node);
  }

  private remember({ node, documentId, whole, came, moved, left }: Presences): void {
    this.heard.set(node, Date.now());
    const people = this.remote.get(documentId) ?? new Map<string, Remote>();
    this.remote.set(documentId, people);
    const here = new Set(came.map(({ connectionId }) => connectionId));
    const gone = whole
      ? [...people].flatMap(([id, remote]) => (remote.node === node && !here.has(id) ? id : []))
      : left;
    for (const id of gone) people.delete(id);
    for (const person of came) people.set(person.connectionId, { node, person });
    for (const { connectionId, state } of moved) {
      const remote = people.get(connectionId);
      if (remote) people.set(connectionId, { node, person: { ...remote.person, ...state } });
    }
    if (people.size === 0) this.remote.delete(documentId);
    if (this.seats.count(documentId) > 0)
      this.wire.broadcast(documentId, "presence:changed", { documentId, came, moved, left: gone });
  }

  private forget(node: string): void {
    this.heard.delete(node);
    for (const [documentId, people] of this.remote) {
      const left = [...people].flatMap(([id, remote]) => (remote.node === node ? id : []));
      for (const id of left) people.delete(id);
      if (people.size === 0) this.remote.delete(documentId);
      if (left.length > 0)
        this.wire.broadcast(documentId, "presence:changed", { documentId, came: [], moved: [], left });
    }
  }
}

function asMoved({ socket, presence }: Seat): { connectionId: string; state: PresenceState } {
  return { connectionId: socket.id, state: presence };
}
