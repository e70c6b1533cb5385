/**
 * Live documents without their transport: rooms, seats, messages, presence, and what servers tell each other.
 * server/collab/gateway.ts puts Socket.IO in front of it, and the simulation a network of its own.
 */
import type { Logger } from "pino";
import { toWire } from "../../app/protocol/bytes";
import { askTogether } from "../ask-together";
import type { Sessions } from "../session.server";
import type { Access, Right } from "./access";
import type { CollabGauges, CollabMetrics } from "./collab-metrics";
import { type Answer, dispatch } from "./dispatch";
import type { HandlerContext } from "./handlers/context";
import type { DocumentHub } from "./hub";
import { Leases } from "./leases";
import type { GatewayLimits } from "./limits";
import type { DocumentKind, UpdateLog } from "./log/update-log";
import type { Event } from "./messages";
import type { NodeBus, NodeMessage } from "./nodes/node-bus";
import { Presence } from "./presence";
import { createRates } from "./rates";
import { startRechecks } from "./recheck";
import { repeat } from "./repeat";
import { Room } from "./room/room";
import type { Committed, RoomDeps } from "./room/room-deps";
import { Rooms } from "./room/rooms";
import { type Seat, Seats } from "./seats";
import type { SeatSocket, Wire } from "./wire";

export interface EngineOptions {
  updateLog: UpdateLog;
  access: Access;
  wire: Wire;
  bus: NodeBus;
  /** Signs leases; the same on every server of one database. */
  leaseKey: Uint8Array;
  /** May other servers write to the same log? Then it is read again from time to time. */
  shared: boolean;
  log: Logger;
  metrics: CollabMetrics;
  limits: GatewayLimits;
  openRoom?: typeof Room.open;
  /** Who made the suggestions in a text; found in the log when left out. */
  authorsOf?: RoomDeps["authorsOf"];
  /** Called after every commit of this server. */
  committed: (documentId: string, seq: number, kind: DocumentKind) => void;
  sessions: Pick<Sessions, "alive">;
  /** Every socket that is open now. */
  sockets: () => Iterable<SeatSocket>;
}

export interface Engine {
  /** `endSession` is told to the other servers too. */
  hub: DocumentHub;
  /** Handles one message of a socket; null when it has no answer. Never throws. */
  receive(socket: SeatSocket, event: Event, message: unknown): Promise<Answer>;
  /** The socket is gone. */
  disconnected(socketId: string): void;
  /** A snapshot of the document was made. */
  compact(documentId: string, seq: number, snapshot: Uint8Array): void;
  gauges(): Omit<CollabGauges, "sockets">;
  /** Acknowledges what is in flight, while the sockets are still there, and unloads everything. */
  close(): Promise<void>;
}

export function createEngine(options: EngineOptions): Engine {
  const { wire, bus, log, metrics, limits, updateLog, shared } = options;
  const openRoom = options.openRoom ?? Room.open;
  const seats = new Seats();
  const presence = new Presence(wire, seats, bus, limits);
  const rates = createRates(limits);
  let logLag = 0;

  const rooms = new Rooms(load, limits.roomIdle);
  const context: HandlerContext = {
    ...{ log, access: options.access, rooms, seats, presence, wire, rate: rates.of },
    catchUp,
    leases: new Leases(options.leaseKey),
    leave: (seat) => {
      if (!seats.remove(seat)) return;
      rooms.release(seat.documentId, seat.room);
      wire.exit(seat.socket, seat.documentId);
      presence.left(seat);
    },
  };

  async function load(documentId: string): Promise<Room> {
    try {
      const room = await openRoom(documentId, {
        log: updateLog,
        metrics,
        relay: (updates, ours) => relay(documentId, updates, ours),
        onError: (error) => log.error({ err: error, documentId }, "the log of a document failed"),
        onBroken: (error) => reopen(documentId, error),
        ...(options.authorsOf && { authorsOf: options.authorsOf }),
      });
      if (room.quarantine !== null)
        log.error({ documentId, seq: room.seq, why: room.quarantine }, "a document is quarantined");
      return room;
    } catch (error) {
      metrics.failed("load");
      throw error;
    }
  }

  /** To everyone on the document; a browser whose own change is all there is has it already. */
  function relay(documentId: string, updates: Committed[], ours: boolean): void {
    const { seq } = updates[0]!;
    const [sender] = updates.map((update) => update.sender);
    const except = updates.every((update) => update.sender === sender) ? sender : null;
    const message = { documentId, seq, updates: updates.map(({ bytes }) => toWire(bytes)) };
    wire.broadcast(documentId, "document:updates", message, except ?? undefined);
    if (!ours) return;
    const last = updates.at(-1)!.seq;
    bus.tell({ kind: "advanced", documentId, seq: last });
    const kind = rooms.peek(documentId)?.head.kind;
    if (kind) options.committed(documentId, last, kind);
  }

  /** A room that cannot follow its log is given up: browsers join anew, and the document is loaded anew. */
  function reopen(documentId: string, error: unknown): void {
    log.error({ err: error, documentId }, "a document could not follow its log");
    const room = rooms.peek(documentId);
    for (const seat of seats.on(documentId)) {
      context.leave(seat);
      seat.socket.emit("document:closed", { documentId, refusal: "unavailable" });
    }
    if (room) rooms.discard(room);
  }

  /** Reads from the log what other servers wrote and no hint told (promise I8). */
  async function heal(): Promise<void> {
    const open = rooms.all();
    if (open.length === 0) return;
    const heads = await updateLog.heads(open.map(({ documentId }) => documentId));
    const behind = open.filter(({ documentId, seq }) => (heads.get(documentId) ?? 0) > seq);
    logLag = Math.max(0, ...behind.map(({ documentId, seq }) => (heads.get(documentId) ?? 0) - seq));
    await Promise.all(behind.map((room) => room.heal()));
  }

  const headOf = askTogether(async (documentIds: readonly string[]) => {
    const heads = await updateLog.heads([...documentIds]);
    return documentIds.map((documentId) => heads.get(documentId) ?? 0);
  });

  async function catchUp(room: Room): Promise<void> {
    if (!shared || room.quarantine !== null) return;
    const head = await headOf(room.documentId);
    if (head > room.seq) await room.heal();
    if (head > room.seq) throw new Error(`document ${room.documentId} could not be read up to ${head}`);
  }

  /** The room with everything that is committed, on whatever server. */
  function fresh<T>(documentId: string, use: (room: Room) => T | Promise<T>): Promise<T> {
    return rooms.with(documentId, async (room) => {
      await catchUp(room);
      return use(room);
    });
  }

  const publishHere: DocumentHub["publish"] = (documentId, what) =>
    wire.broadcast(documentId, "changed", { documentId, what });
  const rechecks = startRechecks<Seat>(
    {
      ...{ access: options.access, log, sessions: options.sessions, sockets: options.sockets },
      seats: () => seats.all(),
      settle: (seat, right) => settle(context, seat, right),
    },
    limits,
  );
  const recheckDocument = (documentId: string) => rechecks.seats(seats.on(documentId));
  const recheckPersonHere = (personId: string) =>
    rechecks.seats(seats.all().filter(({ socket }) => socket.data.viewer.personId === personId));

  function hear(message: NodeMessage): void {
    if (message.kind === "advanced") {
      const room = rooms.peek(message.documentId);
      if (room && room.seq < message.seq) void room.heal();
    } else if (message.kind === "changed") publishHere(message.documentId, message.what);
    else if (message.kind === "recheck-document") inBackground(recheckDocument(message.documentId));
    else if (message.kind === "recheck-person") inBackground(recheckPersonHere(message.personId));
    else if (message.kind === "session-ended") rechecks.endSession(message.sessionHash);
    else presence.receive(message);
  }
  bus.listen(hear);

  function inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => log.warn({ err: error }, "rights could not be checked"));
  }
  const healing = shared
    ? repeat(limits.healEvery, heal, (error) => log.warn({ err: error }, "the log could not be read"))
    : null;

  return {
    hub: {
      read: (documentId) => fresh(documentId, (room) => room.read()),
      transact: (documentId, editor, origin, change) =>
        fresh(documentId, (room) => room.transact(editor, origin, change)),
      publish: (documentId, what) => {
        publishHere(documentId, what);
        bus.tell({ kind: "changed", documentId, what });
      },
      recheckAccess: (documentId) => {
        bus.tell({ kind: "recheck-document", documentId });
        return recheckDocument(documentId);
      },
      recheckPerson: (personId) => {
        bus.tell({ kind: "recheck-person", personId });
        return recheckPersonHere(personId);
      },
      endSession: (sessionHash) => {
        rechecks.endSession(sessionHash);
        bus.tell({ kind: "session-ended", sessionHash });
      },
    },
    receive: (socket, event, message) => dispatch(context, metrics, socket, event, message),
    disconnected: (socketId) => {
      for (const seat of seats.ofSocket(socketId)) context.leave(seat);
    },
    compact: (documentId, seq, snapshot) => rooms.peek(documentId)?.compact(seq, snapshot),
    gauges: () => gaugesOf(rooms.all(), seats.all().length, logLag),
    close: async () => {
      await Promise.all([healing?.(), rechecks.stop()]);
      await rooms.close();
      presence.close();
    },
  };
}

/** What the person may do now: tells the seat when that changed, and closes it when nothing is left (promise I17). */
function settle(context: HandlerContext, seat: Seat, right: Right | null): void {
  const { documentId, socket } = seat;
  if (context.seats.get(documentId, socket.id) !== seat) return;
  if (!right) {
    context.leave(seat);
    socket.emit("document:closed", { documentId, refusal: "not-allowed" });
    return;
  }
  const quarantined = seat.room.quarantine !== null;
  const access = quarantined ? "read" : right.access;
  const reason = quarantined ? "quarantined" : right.reason;
  if (access === seat.access && reason === seat.reason) return;
  seat.access = access;
  seat.reason = reason;
  socket.emit("document:access", { documentId, access, ...(reason && { reason }) });
}

function gaugesOf(rooms: Room[], seats: number, logLag: number): Omit<CollabGauges, "sockets"> {
  const backlogs = rooms.map(({ backlog }) => backlog);
  const oldest = Math.min(...backlogs.flatMap(({ since }) => since ?? []), Date.now());
  return {
    seats,
    rooms: rooms.length,
    quarantined: rooms.filter(({ quarantine }) => quarantine !== null).length,
    waiting: backlogs.reduce((sum, { count }) => sum + count, 0),
    oldestWaiting: (Date.now() - oldest) / 1000,
    logLag,
  };
}
