/** The live half of the server in this process: a real database, real sessions, a gateway on a port of its own. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { readLeaseKey } from "../../db/lease-key";
import { createGateway, type Gateway } from "../../server/collab/gateway";
import type { GatewayOptions } from "../../server/collab/gateway-options";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import type { UpdateLog } from "../../server/collab/log/update-log";
import { createSessions, type Sessions } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "./database";
import { type HeadlessDocument, openDocument } from "./headless";

export interface LiveServer {
  database: TestDatabase;
  sessions: Sessions;
  /** The gateway that runs now: another one after a restart. */
  readonly gateway: Gateway;
  origin: string;
  /** Of the scenario's draft. */
  documentId: string;
  personOf(seat: string): Promise<string>;
  /** The Cookie header of a new session at the seat. */
  cookieOf(seat: string): Promise<string>;
  /** Opens the draft at the seat; closed with the server. */
  open(seat: string): Promise<HeadlessDocument>;
  /** One more server of the same database, which hears of this one only from the log. */
  second(): Promise<{ origin: string; close(): Promise<void> }>;
  /** Ends every connection at once, as a killed process would, and starts anew on the same port after `pause`. */
  restart(pause?: number): Promise<void>;
  close(): Promise<void>;
}

const config = {
  publicOrigin: "http://127.0.0.1",
  sessionIdleDays: 7,
  sessionAbsoluteDays: 30,
};

export interface LiveServerOptions extends Partial<GatewayOptions> {
  /** Puts something in front of the log, anew at every start: a process that ends forgets. */
  wrapLog?: (real: UpdateLog) => UpdateLog;
}

/** Starts with the demo scenario. */
export async function startLiveServer({ wrapLog, ...options }: LiveServerOptions = {}): Promise<LiveServer> {
  const database = await freshDatabase({ scenario: "north-karelia" });
  const { db } = database;
  const clock = () => new Date();
  const sessions = createSessions({ db, config, clock });
  const log = pino({ level: "silent" });
  const { document_id: documentId } = await db
    .selectFrom("drafts")
    .select("document_id")
    .where("kind", "=", "split")
    .executeTakeFirstOrThrow();
  const leaseKey = await readLeaseKey(db);
  const opened: HeadlessDocument[] = [];
  let http: Server;
  let gateway: Gateway;
  let port = 0;

  async function start(): Promise<void> {
    ({ http, gateway, port } = await startOn(port));
  }
  async function startOn(wanted: number) {
    const http = createServer((_request, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => http.listen(wanted, "127.0.0.1", resolve));
    const { port } = http.address() as AddressInfo;
    const allowedOrigins = [`http://127.0.0.1:${port}`];
    const gateway = createGateway({
      db,
      config: { allowedOrigins },
      log,
      clock,
      sessions,
      leaseKey,
      ...(wrapLog && { updateLog: wrapLog(createPostgresLog(db)) }),
      ...options,
    });
    gateway.attach(http);
    return { http, gateway, port };
  }
  async function stop(): Promise<void> {
    http.closeAllConnections();
    await gateway.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  }
  await start();
  const origin = `http://127.0.0.1:${port}`;

  const server: LiveServer = {
    database,
    sessions,
    get gateway() {
      return gateway;
    },
    origin,
    documentId,
    personOf: async (seat) =>
      (await db.selectFrom("persons").select("id").where("demo_seat", "=", seat).executeTakeFirstOrThrow())
        .id,
    cookieOf: async (seat) => (await sessions.create(await server.personOf(seat), "a test")).split(";")[0]!,
    open: async (seat) => {
      const document = await openDocument({ origin, cookie: await server.cookieOf(seat), documentId });
      opened.push(document);
      return document;
    },
    second: async () => {
      const other = await startOn(0);
      const close = async () => {
        other.http.closeAllConnections();
        await other.gateway.close();
        await new Promise((resolve) => other.http.close(resolve));
      };
      return { origin: `http://127.0.0.1:${other.port}`, close };
    },
    restart: async (pause = 0) => {
      await stop();
      await new Promise((resolve) => setTimeout(resolve, pause));
      await start();
    },
    close: async () => {
      await Promise.all(opened.map((document) => document.close()));
      await stop();
      await database.close();
    },
  };
  return server;
}
