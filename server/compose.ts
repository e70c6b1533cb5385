/** Puts the server together: port, database, demo, sessions, live documents, pages. The one composition root. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import pino, { type Logger } from "pino";
import { isDriverOnClosedSocket } from "../db/broken-connections";
import { readLeaseKey } from "../db/lease-key";
import { StartProblem } from "../db/start-problem";
import { createClock } from "./clock";
import { createGateway } from "./collab/gateway";
import { aloneBus } from "./collab/nodes/node-bus";
import { createRedisBus } from "./collab/nodes/redis-bus";
import { createSetupCode } from "./commands/setup/setup-code.server";
import { remindOfRounds } from "./commands/statements/remind-of-rounds.server";
import { loadConfig, readyAddress, withPort } from "./config";
import { type OnStop, openMigrated, type Say } from "./databases";
import { type AppOptions, createApp } from "./http/app";
import { createReadiness, type Health, type Phase } from "./http/health";
import { createImporter } from "./import/importer";
import { startMailWorker } from "./jobs/mail-worker";
import { countMails } from "./jobs/send-mails";
import { type Listening, listen } from "./listen";
import { createLog } from "./log";
import { configuredTransport } from "./mail/transport";
import { createMetrics } from "./metrics";
import { createPasswords } from "./passwords.server";
import type { Services } from "./services";
import { createSessions } from "./session.server";

export interface StartOptions {
  /** The product's own folder. */
  root: string;
  version: string;
  env: NodeJS.ProcessEnv;
  development: boolean;
  /** Where the server is; whoever stops it says so here first. */
  phase: Phase;
  say: Say;
  onStop: OnStop;
  /** Something happened that the server must not go on after. */
  onFatal: (error: Error) => void;
}

/** Starts everything; resolves when the server can answer. Throws a StartProblem with one clear line. */
export async function start({
  root,
  version,
  env,
  development,
  phase,
  say,
  onStop,
  onFatal,
}: StartOptions): Promise<void> {
  const wanted = loadConfig(env, { root, version });
  const health: Health = { ok: true, version, database: wanted.databaseUrl ? "external" : "embedded" };
  const listening = await listen(wanted, health, phase);
  const config = withPort(wanted, listening.port);
  // To stderr: the lines on stdout are for people.
  const log = createLog(config.logLevel, pino.destination({ fd: 2, sync: false }));

  const clock = createClock(config);
  const { db, empty } = await openMigrated({ config, clock, say, onStop, onLost: onFatal });
  // Stopped in the reverse order: live documents, then pages, then what both rest on.
  onStop(() => listening.close());
  const redisBus = config.redisUrl ? createRedisBus(config.redisUrl, log) : null;
  const bus = redisBus ?? aloneBus(randomUUID());
  onStop(() => bus.close());
  const metrics = createMetrics();
  const sessions = createSessions({ db, config, clock });
  const documents = createGateway({
    ...{ db, config, log, clock, sessions, bus },
    leaseKey: await readLeaseKey(db),
    metrics: metrics.collab,
  });
  onStop(() => documents.close());
  const transport = configuredTransport(config);
  const mail = await startMailWorker({
    db,
    clock,
    config,
    log,
    transport,
    remind: (day) => remindOfRounds({ db, clock }, day),
  });
  onStop(() => mail.stop());
  metrics.watchMails(() => countMails({ db }));
  const importer = createImporter();
  onStop(() => importer.close());
  const setupCode = empty ? createSetupCode() : null;
  const services: Services = {
    db,
    config,
    log,
    clock,
    sessions,
    passwords: createPasswords(),
    documents,
    importer,
    setupCode,
  };

  const pages = development ? await devPages(root, listening, onStop) : await builtPages(root);
  const readiness = createReadiness({
    ...{ phase, db, appendsFail: metrics.appendsFail },
    redis: redisBus?.connected,
  });
  listening.serve(createApp({ services, health, readiness, metrics, ...pages }));
  // Pages first: whoever comes back over a socket asks for the page anew in the same moment.
  documents.attach(listening.server);
  if (phase.now === "starting") phase.now = "running";
  if (setupCode) say(`Set up this installation at ${config.publicOrigin}/setup with the code ${setupCode}`);
  watchProcess(log, onFatal);
  say(`Kumppanuuspöytä ready: ${readyAddress(config)}`);
}

/** What start.js built. */
async function builtPages(root: string): Promise<Pick<AppOptions, "build" | "files">> {
  const entry = path.join(root, "build/server/index.js");
  if (!existsSync(entry)) throw new StartProblem("The product is not built. Run npm run build.");
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
  return { build, files: { folder: path.join(root, "build/client") } };
}

/** Vite with hot reload, on the same port. */
async function devPages(
  root: string,
  { server }: Listening,
  onStop: OnStop,
): Promise<Pick<AppOptions, "build" | "files">> {
  const { createServer } = await import("vite");
  const known = process.listeners("SIGTERM");
  const vite = await createServer({
    root,
    appType: "custom",
    server: { middlewareMode: true, hmr: { server } },
    // Native code of the server: Vite looks through every route for what a browser may need, and stumbles on it.
    optimizeDeps: { exclude: ["@node-rs/argon2"] },
  });
  // Remix's own Vite inside this one would end the process at once on a signal: the order of stopping is ours.
  for (const listener of process.listeners("SIGTERM"))
    if (!known.includes(listener)) process.off("SIGTERM", listener);
  onStop(() => vite.close());
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return { build, files: { vite: vite.middlewares } };
}

/** What nobody caught. A rejected promise is one request's failure; a thrown error may have left anything half done. */
function watchProcess(log: Logger, onFatal: (error: Error) => void): void {
  process.on("unhandledRejection", (reason) => log.error({ err: reason }, "unhandled rejection"));
  process.on("uncaughtException", (error) => {
    if (isDriverOnClosedSocket(error)) return log.error({ err: error }, "the database's connection was gone");
    log.fatal({ err: error }, "uncaught exception");
    onFatal(error);
  });
}
