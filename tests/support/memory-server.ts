/** Live documents without a database: the gateway on the memory log, everyone signed in as whoever they say. */
import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Kysely } from "kysely";
import pino from "pino";
import { io, type Socket } from "socket.io-client";
import * as parser from "socket.io-msgpack-parser";
import * as Y from "yjs";
import { fromWire, toWire } from "../../app/protocol/bytes";
import type { ClientEvents, JoinAnswer, ServerEvents, UpdateAnswer } from "../../app/protocol/collab";
import { PROTOCOL_VERSION } from "../../app/protocol/limits";
import type { Database } from "../../db/schema/tables";
import { createGateway, type Gateway } from "../../server/collab/gateway";
import type { GatewayOptions } from "../../server/collab/gateway-options";
import { MemoryLog } from "../../server/collab/log/memory-log";

type MemorySocket = Socket<ServerEvents, ClientEvents>;

export interface MemoryServer {
  origin: string;
  log: MemoryLog;
  gateway: Gateway;
  /** A connection of the person. Connected when it resolves. */
  connect(person: string): Promise<MemorySocket>;
  close(): Promise<void>;
}

export async function startMemoryServer(options: Partial<GatewayOptions> = {}): Promise<MemoryServer> {
  const httpServer = createServer();
  await new Promise<void>((resolve) => httpServer.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
  const log = new MemoryLog();
  const viewerOf = (person: string) => ({ personId: person, sessionHash: person, name: person });
  const gateway = createGateway({
    db: null as unknown as Kysely<Database>, // nothing that runs here asks it
    config: { allowedOrigins: [origin] },
    log: pino({ level: "silent" }),
    clock: () => new Date(),
    sessions: {
      read: async (cookie) => ({ viewer: viewerOf(cookie?.split("=")[1] ?? "nobody") }) as never,
      alive: async (hashes) => new Set(hashes),
    },
    access: { rights: async (seats) => seats.map(() => ({ access: "edit", party: null })) },
    leaseKey: randomBytes(32),
    updateLog: log,
    shared: false,
    background: false,
    ...options,
  });
  gateway.attach(httpServer);
  const sockets: MemorySocket[] = [];
  return {
    ...{ origin, log, gateway },
    connect: async (person) => {
      const socket: MemorySocket = io(origin, {
        parser,
        auth: { protocol: PROTOCOL_VERSION },
        forceNew: true,
        reconnection: false,
        transports: ["websocket"],
        extraHeaders: { cookie: `person=${person}`, origin },
      });
      sockets.push(socket);
      await new Promise<void>((resolve, reject) => {
        socket.once("connect", resolve);
        socket.once("connect_error", reject);
      });
      return socket;
    },
    close: async () => {
      for (const socket of sockets) socket.disconnect();
      await gateway.close();
      httpServer.closeAllConnections();
      await new Promise((resolve) => httpServer.close(resolve));
    },
  };
}

/** Joins a document with nothing and fills `doc`. */
export async function joinWith(socket: MemorySocket, documentId: string, doc: Y.Doc): Promise<JoinAnswer> {
  const request = { documentId, schema: 1, known: null, leases: [] };
  const answer = (await socket.emitWithAck("document:join", request)) as JoinAnswer;
  if (!answer.ok) return answer;
  for (const update of answer.updates) Y.applyUpdate(doc, fromWire(update));
  doc.clientID = answer.lease.clientId;
  return answer;
}

/** Sends an update with a new id; resolves with the answer. */
export function sendUpdate(
  socket: MemorySocket,
  documentId: string,
  bytes: Uint8Array,
): Promise<UpdateAnswer> {
  const message = { documentId, updateId: randomUUID(), bytes: toWire(bytes) };
  return socket.emitWithAck("document:update", message) as Promise<UpdateAnswer>;
}

/** The bytes of a change. */
export function changed(doc: Y.Doc, make: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on("update", keep);
  doc.transact(make);
  doc.off("update", keep);
  return Y.mergeUpdates(updates);
}
