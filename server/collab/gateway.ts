/** Live documents over Socket.IO: the implementation of DocumentHub, put together from its parts. */
import { Server } from "socket.io";
import { toWire } from "../../app/protocol/bytes";
import { MESSAGE_BYTES_MAX } from "../../app/protocol/limits";
import { createChangeDeriver } from "../jobs/derive-changes";
import { bindMessages } from "./dispatch";
import type { GatewayOptions } from "./gateway-options";
import type { HandlerContext } from "./handlers/context";
import { checkConnections, isAllowedRequest } from "./handshake";
import type { DocumentHub } from "./hub";
import { DEFAULT_GATEWAY_LIMITS } from "./limits";
import { parser } from "./parser";
import { createPostgresLog } from "./postgres-log";
import { Presence } from "./presence";
import { startRechecks } from "./recheck";
import { type Committed, Room } from "./room";
import { Rooms } from "./rooms";
import { type CollabServer, documentChannel, Seats } from "./seats";

/** The hub, and the end of it: flushes what is in flight and closes every socket (not the HTTP server). */
export interface Gateway extends DocumentHub {
  close(): Promise<void>;
}

/** Attaches Socket.IO to the HTTP server. Call it after the migrations: it starts deriving changes at once. */
export function createGateway(options: GatewayOptions): Gateway {
  const { db, clock, log, config } = options;
  const limits = { ...DEFAULT_GATEWAY_LIMITS, ...options.limits };
  const updateLog = options.updateLog ?? createPostgresLog(db);
  const openRoom = options.openRoom ?? Room.open;
  const io: CollabServer = new Server(options.httpServer, {
    parser,
    serveClient: false,
    transports: ["websocket", "polling"],
    maxHttpBufferSize: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
    pingInterval: 15_000,
    pingTimeout: 10_000,
    // A connection that never says what it wants is closed.
    connectTimeout: 10_000,
    allowRequest: (request, decide) => decide(null, isAllowedRequest(request.headers, config.allowedOrigins)),
  });
  const seats = new Seats();
  const presence = new Presence(io, seats, limits.presenceCoalesce);
  const publish: DocumentHub["publish"] = (documentId, what) => {
    io.to(documentChannel(documentId)).emit("changed", { documentId, what });
  };
  const deriver = createChangeDeriver({
    db,
    updateLog,
    log,
    delay: limits.deriveDelay,
    derived: (documentId) => publish(documentId, "history"),
  });
  const rooms = new Rooms(
    (documentId) =>
      openRoom(documentId, {
        log: updateLog,
        relay: (updates) => {
          relay(io, documentId, updates);
          deriver.schedule(documentId);
        },
        onError: (error) => log.error({ err: error, documentId }, "the log of a document failed"),
      }),
    limits.roomIdle,
  );
  const context: HandlerContext = {
    db,
    clock,
    log,
    rooms,
    seats,
    presence,
    leave: (seat) => {
      if (!seats.remove(seat)) return;
      rooms.release(seat.documentId);
      void seat.socket.leave(documentChannel(seat.documentId));
      presence.left(seat.documentId);
    },
  };
  const rechecks = startRechecks(io, context, options, limits);

  checkConnections(io, options, limits);
  io.on("connection", (socket) => {
    bindMessages(context, socket);
    socket.on("error", (error) => log.warn({ err: error }, "a socket failed"));
    socket.on("disconnect", () => seats.ofSocket(socket.id).forEach(context.leave));
  });
  deriver.catchUp();

  return {
    read: (documentId) => rooms.with(documentId, (room) => ({ doc: room.doc, seq: room.seq })),
    transact: (documentId, editor, origin, change) =>
      rooms.with(documentId, (room) => room.transact(editor, origin, change)),
    publish,
    recheckAccess: (documentId) => rechecks.seats(seats.on(documentId)),
    recheckPerson: (personId) =>
      rechecks.seats(seats.all().filter((seat) => seat.socket.data.viewer.personId === personId)),
    endSession: rechecks.endSession,
    close: async () => {
      await rechecks.stop();
      await rooms.close(); // acknowledges what is in flight while the sockets are still there
      io.engine.close(); // "transport close": browsers come back by themselves
      presence.close();
      await deriver.stop();
      await rooms.close();
    },
  };
}

/** Sends committed updates to every seat; a sender does not get back what it sent. */
function relay(io: CollabServer, documentId: string, updates: Committed[]): void {
  const channel = documentChannel(documentId);
  const send = (to: ReturnType<CollabServer["to"]>, part: Committed[]) => {
    if (part.length > 0)
      to.emit("document:updates", {
        documentId,
        updates: part.map(({ seq, bytes }) => ({ seq, bytes: toWire(bytes) })),
      });
  };
  const senders = [...new Set(updates.flatMap(({ sender }) => sender ?? []))];
  send(io.to(channel).except(senders), updates);
  for (const sender of senders)
    send(
      io.to(sender),
      updates.filter((update) => update.sender !== sender),
    );
}
