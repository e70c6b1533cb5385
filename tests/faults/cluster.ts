/**
 * Real servers on a real database, with a proxy that breaks things before each of them: browsers → front → nodes →
 * a proxy of its own each → Postgres with its durable settings. Redis when the machine has one.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import { openDatabase } from "../../db/client";
import { APP_ROLE, type EmbeddedDatabase, startEmbedded } from "../../db/embedded";
import { grantAppRole, migrate } from "../../db/migrate";
import { seedScenario } from "../../db/scenarios";
import type { Database } from "../../db/schema/tables";
import { addDraft } from "../../server/commands/drafts/add-draft.server";
import { createSessions } from "../../server/session.server";
import { Bot } from "../support/bots";
import { type Broken, Checker, type Reading } from "../support/checker";
import { contentOf, contentOfSnapshot, contentOfUpdates, rowsOfLog } from "../support/durability";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy";
import { type HeadlessDocument, openDocument } from "../support/headless";
import { hasRedis, type RunningRedis, startRedis } from "../support/redis";
import { type RunningServer, startServer } from "../support/server";
import { aCategory } from "../support/splits";

/** How long everyone may take to agree after the last fault. Milliseconds. */
const AGREED_WITHIN = 30_000;
const SESSION_DAYS = { sessionIdleDays: 7, sessionAbsoluteDays: 30 };

/** One server, and the way to its database. */
export interface ClusterNode {
  server: RunningServer;
  database: FaultProxy;
}

export interface Client {
  seat: string;
  document: HeadlessDocument;
  bot: Bot;
}

export interface ClusterOptions {
  nodes?: number;
  random: () => number;
  /** Where the database's files go; a folder of its own when left out. */
  dataDir?: string;
  /** Settings of the database. */
  settings?: Record<string, string>;
  env?: Record<string, string>;
}

export class Cluster {
  readonly checker = new Checker();
  readonly clients: Client[] = [];
  /** Faults by name, as often as they happened. */
  readonly faults: Record<string, number> = {};
  private readonly found: Broken[] = [];
  private cookies = new Map<string, string>();
  private names = 0;

  private constructor(
    private readonly options: ClusterOptions,
    private readonly folder: string,
    readonly postgres: EmbeddedDatabase,
    /** As the application, past every proxy. */
    readonly db: Kysely<Database>,
    /** As the owner of the schema. */
    readonly ownerDb: Kysely<Database>,
    readonly front: FaultProxy,
    readonly nodes: ClusterNode[],
    readonly documentId: string,
    readonly redis: RunningRedis | null,
  ) {}

  static async start(options: ClusterOptions): Promise<Cluster> {
    const folder = mkdtempSync(path.join(os.tmpdir(), "kp-faults-"));
    const dataDir = options.dataDir ?? path.join(folder, "data");
    const { settings } = options;
    const postgres = await startEmbedded({ dataDir, ...(settings && { settings }) });
    const [db, ownerDb] = [
      openDatabase(postgres.appUrl, { max: 3 }),
      openDatabase(postgres.ownerUrl, { max: 1 }),
    ];
    await migrate(ownerDb);
    await grantAppRole(ownerDb, APP_ROLE);
    await seedScenario(db, "north-karelia");
    const { document_id } = await db
      .selectFrom("drafts")
      .select("document_id")
      .where("kind", "=", "split")
      .executeTakeFirstOrThrow();
    const front = await startFaultProxy([], { random: options.random });
    const redis = hasRedis ? await startRedis() : null;
    const cluster = new Cluster(options, folder, postgres, db, ownerDb, front, [], document_id, redis);
    try {
      for (let n = 0; n < (options.nodes ?? 2); n++) await cluster.addNode();
    } catch (error) {
      await cluster.close();
      throw error;
    }
    return cluster;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.front.port}`;
  }

  /** Another server on the same database. */
  async addNode(): Promise<ClusterNode> {
    const through = (url: string, port: number) => {
      const address = new URL(url);
      address.port = String(port);
      return address.href;
    };
    const { appUrl, ownerUrl } = this.postgres;
    const database = await startFaultProxy([Number(new URL(appUrl).port)], { random: this.options.random });
    const server = await startServer({
      scenario: "empty",
      dataDir: path.join(this.folder, `node-${this.nodes.length}`),
      env: {
        DATABASE_URL: through(appUrl, database.port),
        MIGRATION_DATABASE_URL: through(ownerUrl, database.port),
        PUBLIC_ORIGIN: this.origin,
        LOG_LEVEL: "error",
        ...(this.redis && { REDIS_URL: this.redis.url }),
        ...this.options.env,
      },
    });
    const node = { server, database };
    this.nodes.push(node);
    this.front.targets = [...this.front.targets, server.port];
    return node;
  }

  /** Notes that a fault is made. */
  fault(name: string): void {
    this.faults[name] = (this.faults[name] ?? 0) + 1;
  }

  /** The Cookie header of a session at the seat; one session a seat, unless a new one is asked for. */
  async cookieOf(seat: string, fresh = false): Promise<string> {
    const known = this.cookies.get(seat);
    if (known && !fresh) return known;
    const config = { publicOrigin: this.origin, ...SESSION_DAYS };
    const sessions = createSessions({ db: this.db, config, clock: () => new Date() });
    const { id } = await this.db
      .selectFrom("persons")
      .select("id")
      .where("demo_seat", "=", seat)
      .executeTakeFirstOrThrow();
    const cookie = (await sessions.create(id, "a test")).split(";")[0]!;
    if (!fresh) this.cookies.set(seat, cookie);
    return cookie;
  }

  /** Opens the draft at the seat, with a bot that writes in it; at this server, if one is named. */
  async join(
    seat: string,
    { node, documentId = this.documentId }: { node?: ClusterNode; documentId?: string } = {},
  ): Promise<Client> {
    const cookie = await this.cookieOf(seat);
    const all = this.front.targets;
    if (node) this.front.targets = [node.server.port];
    const document = await openDocument({ origin: this.origin, cookie, documentId }).finally(() => {
      if (node) this.front.targets = all;
    });
    const seq = () => (document.state.kind === "saved" ? document.state.seq : Number.MAX_SAFE_INTEGER);
    const bot = new Bot(`b${++this.names}`, document, this.checker, this.options.random, seq);
    const client = { seat, document, bot };
    this.clients.push(client);
    return client;
  }

  /** Another draft with a split of its own; answers its document. */
  async newDocument(): Promise<string> {
    const { db } = this;
    const { id, name } = await db
      .selectFrom("persons")
      .select(["id", "name"])
      .where("demo_seat", "=", "sihteeri")
      .executeTakeFirstOrThrow();
    const { table_id } = await db
      .selectFrom("drafts")
      .select("table_id")
      .where("kind", "=", "split")
      .executeTakeFirstOrThrow();
    const viewer = {
      ...{ personId: id, name, language: "fi" as const, isAdministrator: false },
      ...{ demoSeat: "sihteeri", sessionHash: "a test", provenAt: new Date() },
    };
    const categories = ["a", "b", "c", "d"].map((category) => aCategory({ id: category }));
    const content = { kind: "split", split: { categories } } as const;
    const draft = { tableId: table_id, title: { fi: `Luonnos ${randomUUID()}` }, content };
    const { slug } = await db
      .transaction()
      .execute((trx) => addDraft(trx, viewer, { ...draft, sideNotes: {}, background: [] }));
    const of = db.selectFrom("drafts").select("document_id").where("slug", "=", slug);
    return (await of.executeTakeFirstOrThrow()).document_id;
  }

  async leave(client: Client): Promise<void> {
    this.clients.splice(this.clients.indexOf(client), 1);
    await client.document.close();
  }

  /** Waits until everyone has everything and it is in the log; answers what is broken. */
  async verdict(complete = true): Promise<Broken[]> {
    const end = Date.now() + AGREED_WITHIN;
    const rest = (late: string) => sleep(Math.max(0, end - Date.now()), late, { ref: false });
    const broken: Broken[] = [];
    for (const { seat, document } of this.clients) {
      const saved = document.whenSaved().then(
        () => null,
        (error: unknown) => `${seat} cannot save: ${error}`,
      );
      const late = await Promise.race([saved, rest(`${seat} is still ${document.state.kind}`)]);
      if (late) broken.push({ promise: "typed is kept", what: late });
    }
    let rows = await rowsOfLog(this.db, this.documentId);
    let log = contentOfUpdates(rows.map(({ bytes }) => bytes));
    while (this.clients.some(({ document }) => contentOf(document) !== log) && Date.now() < end) {
      await sleep(100);
      rows = await rowsOfLog(this.db, this.documentId);
      log = contentOfUpdates(rows.map(({ bytes }) => bytes));
    }
    const readings: Reading[] = [{ who: "the log", content: log }];
    const snapshot = await contentOfSnapshot(this.db, this.documentId).catch(() => null);
    if (snapshot) readings.push({ who: "the newest snapshot and the log after it", content: snapshot });
    for (const { seat, document } of this.clients) readings.push({ who: seat, content: contentOf(document) });
    for (const node of this.nodes) {
      const fresh = await this.join("jane", { node });
      readings.push({ who: `a fresh reader at ${node.server.port}`, content: contentOf(fresh.document) });
      await this.leave(fresh);
    }
    broken.push(...this.checker.check(readings, { complete }), ...this.checker.checkLog(rows));
    this.found.push(...broken);
    return broken;
  }

  /** What servers and clients say of themselves, for a run that failed. */
  async describe(): Promise<string> {
    const clients = this.clients.map(({ seat, document }) => `${seat}: ${JSON.stringify(document.state)}`);
    const asked = this.nodes.map(async ({ server }) => {
      const answer = await fetch(`${server.origin}/readyz`).then(
        (response) => response.text(),
        (error: unknown) => String(error),
      );
      return `${server.port}: ${answer}\n${server.output().stderr.slice(-2_000)}`;
    });
    return [...clients, ...(await Promise.all(asked))].join("\n");
  }

  /** Everyone leaves. */
  async empty(): Promise<void> {
    for (const client of [...this.clients]) await this.leave(client);
  }

  /** What was done and what was found, in a line. */
  get report(): string {
    const { sent, acked } = this.checker.summary;
    const faults = Object.entries(this.faults).map(([name, count]) => `${name} × ${count}`);
    const count = (which: RegExp) => this.found.filter(({ promise }) => which.test(promise)).length;
    const found = `lost ${count(/is kept$/)}, duplicated ${count(/once/)}, other ${count(/^(?!.*(is kept|once))/)}`;
    return `${sent} edits tried, ${acked} acknowledged, ${found}; ${faults.join(", ")}`;
  }

  async close(): Promise<void> {
    await this.empty();
    for (const { server, database } of this.nodes) {
      database.calm();
      await server.close();
      await database.close();
    }
    await this.front.close();
    await Promise.all([this.db.destroy(), this.ownerDb.destroy()]);
    await this.redis?.close();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
    if (!this.postgres.postgresDir.startsWith(this.folder))
      rmSync(path.dirname(this.postgres.postgresDir), { recursive: true, force: true });
  }
}
