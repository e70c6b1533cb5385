/** Live documents over Socket.IO: the engine, its transport, and what runs beside it. */
import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { ClientEvents } from "../../app/protocol/collab";
import { MESSAGE_BYTES_MAX } from "../../app/protocol/limits";
import { createChangeDeriver } from "../jobs/derive-changes";
import { authorsInDatabase, createSuggestionDeriver } from "../jobs/derive-text-suggestions";
import { createDraftIndexer } from "../jobs/index-drafts";
import { createSnapshotKeeper } from "../jobs/make-snapshots";
import { createAccess } from "./access";
import { watchBacklog } from "./backlog";
import { NO_METRICS } from "./collab-metrics";
import { createEngine, type Engine } from "./engine";
import type { GatewayOptions } from "./gateway-options";
import { checkConnections, isAllowedRequest } from "./handshake";
import type { DocumentHub } from "./hub";
import { DEFAULT_GATEWAY_LIMITS } from "./limits";
import { createPostgresLog } from "./log/postgres-log";
import { EVENTS } from "./messages";
import { aloneBus } from "./nodes/node-bus";
import { parser } from "./parser";
import type { CollabServer, CollabSocket } from "./socket-types";
import type { SeatSocket, Wire } from "./wire";

/** The hub, and the end of it: flushes what is in flight and closes every socket (not the HTTP server). */
export interface Gateway extends DocumentHub {
  /** From now on sockets of this server are taken. */
  attach(httpServer: HttpServer): void;
  /** Number of sockets that are open. */
  connections(): number;
  close(): Promise<void>;
}

/** Call it after the migrations: what runs beside it starts at once. Sockets come when it is attached to an HTTP server. */
export function createGateway(options: GatewayOptions): Gateway {
  const { db, log, config } = options;
  const limits = { ...DEFAULT_GATEWAY_LIMITS, ...options.limits };
  const updateLog = options.updateLog ?? createPostgresLog(db);
  const metrics = options.metrics ?? NO_METRICS;
  let draining = false;
  const io: CollabServer = new Server({
    parser,
    serveClient: false,
    transports: ["websocket", "polling"],
    maxHttpBufferSize: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
    pingInterval: 15_000,
    pingTimeout: 10_000,
    // A connection that never says what it wants is closed.
    connectTimeout: 10_000,
    allowRequest: (request, decide) =>
      decide(null, !draining && isAllowedRequest(request.headers, config.allowedOrigins)),
  });
  const sockets = () => io.sockets.sockets.values();

  /** New suggestions have their authors. */
  const told = (documentId: string) => engine.hub.publish(documentId, "suggestions");
  const engine: Engine = createEngine({
    ...{ updateLog, log, metrics, limits, sockets },
    access: options.access ?? createAccess(options),
    wire: wireOf(io),
    bus: options.bus ?? aloneBus(randomUUID()),
    leaseKey: options.leaseKey,
    shared: options.shared ?? true,
    sessions: options.sessions,
    ...(options.openRoom && { openRoom: options.openRoom }),
    ...(options.background !== false && {
      authorsOf: (id) => authorsInDatabase({ db, updateLog, derived: told }, id),
    }),
    committed: (documentId, seq, kind) => {
      // Only splits have a history of changes, and only texts hold suggestions.
      if (kind === "split") deriver?.schedule(documentId);
      if (kind === "text") {
        suggestions?.schedule(documentId);
        indexer?.schedule(documentId, kind);
      }
      snapshots.committed(documentId, seq);
    },
  });
  const deriver =
    options.background === false
      ? null
      : createChangeDeriver({
          ...{ db, updateLog, log },
          delay: limits.deriveDelay,
          derived: (documentId) => {
            engine.hub.publish(documentId, "history");
            indexer?.schedule(documentId, "split");
          },
        });
  const suggestions =
    options.background === false
      ? null
      : createSuggestionDeriver({
          ...{ db, updateLog, log },
          delay: limits.deriveDelay,
          derived: told,
        });
  const indexer =
    options.background === false
      ? null
      : createDraftIndexer({ db, log, read: (documentId) => engine.hub.read(documentId) });
  const snapshots = createSnapshotKeeper({
    ...{ log: updateLog, logger: log, metrics },
    after: limits.snapshotAfter,
    onMade: (documentId, { seq, bytes }) => engine.compact(documentId, seq, bytes),
  });
  metrics.watch(() => ({ sockets: io.sockets.sockets.size, ...engine.gauges() }));
  const stopWatching = watchBacklog(sockets, limits, (socketId, bytes) => {
    metrics.cut("slow");
    log.warn({ socketId, bytes }, "a slow reader was cut off");
  });

  checkConnections(io, options, limits);
  io.on("connection", (socket) => {
    bind(engine, socket);
    socket.on("error", (error) => log.warn({ err: error }, "a socket failed"));
    socket.on("disconnect", () => engine.disconnected(socket.id));
  });
  deriver?.catchUp();
  suggestions?.catchUp();
  void indexer?.catchUp();

  return {
    ...engine.hub,
    attach: (httpServer) => void io.attach(httpServer),
    connections: () => io.sockets.sockets.size,
    close: async () => {
      draining = true;
      io.local.emit("server:draining", { within: limits.drainWithin });
      await engine.close(); // acknowledges what is in flight while the sockets are still there
      stopWatching();
      io.engine?.close(); // "transport close": browsers come back by themselves
      await snapshots.stop();
      await deriver?.stop();
      await suggestions?.stop();
      await indexer?.stop();
      await engine.close();
    },
  };
}

/** Every message of the protocol goes to the engine. A browser may send anything, and may forget the callback. */
function bind(engine: Engine, socket: CollabSocket): void {
  for (const event of EVENTS) {
    const listener = async (...args: unknown[]): Promise<void> => {
      const answer = await engine.receive(asSeatSocket(socket), event, args[0]);
      const callback = args.at(-1);
      if (answer && typeof callback === "function") callback(answer);
    };
    socket.on(event, listener as ClientEvents[typeof event]);
  }
}

const asSeatSocket = (socket: CollabSocket): SeatSocket => socket;
const documentChannel = (documentId: string) => `document:${documentId}`;

/** Only this server's own sockets: nothing waits for another server or for Redis. */
function wireOf(io: CollabServer): Wire {
  return {
    enter: (socket, documentId) => void io.sockets.sockets.get(socket.id)?.join(documentChannel(documentId)),
    exit: (socket, documentId) => void io.sockets.sockets.get(socket.id)?.leave(documentChannel(documentId)),
    broadcast: (documentId, event, message, except) => {
      const channel = io.local.to(documentChannel(documentId));
      const to = except ? channel.except(except) : channel;
      (to.emit as (name: string, value: unknown) => void).call(to, event, message);
    },
  };
}
