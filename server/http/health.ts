/** For load balancers and people at night: is the process there, and can it serve? */
import { type Kysely, sql } from "kysely";
import type { Database } from "../../db/schema/tables";

/** How long the database may take to answer before it counts as away. Milliseconds. */
const DATABASE_TIMEOUT = 2_000;
/** Whoever asks more often gets the last answer: a probe is a commit, and anybody may ask. Milliseconds. */
const ANSWER_LASTS = 1_000;

/** What GET /healthz answers, also while starting. */
export interface Health {
  ok: true;
  version: string;
  database: "embedded" | "external";
}

/** What GET /readyz answers; 200 when `ready`, else 503. */
export interface Readiness {
  ready: boolean;
  server: "starting" | "running" | "draining";
  /** Does the database take commits? */
  database: "ok" | "away" | "unknown";
  /** Did the edits that were tried last reach the log? */
  log: "ok" | "failing";
  /** Reported only: without Redis servers hear of each other a moment later. */
  redis: "ok" | "away" | "off";
}

/** Where the server is between its start and its end. */
export interface Phase {
  now: "starting" | "running" | "draining";
}

interface ReadinessDeps {
  phase: Phase;
  db: Kysely<Database>;
  /** Are appends to the log failing now? */
  appendsFail: () => boolean;
  /** Is Redis there? Left out when none is configured. */
  redis?: () => boolean;
}

/**
 * Makes the question whether this server can serve. It asks the database for a real commit, because an editor
 * needs nothing less: a standby, a full log volume or a hung disk answer `select 1` all the same. And it asks
 * how the last appends went, because a probe does not touch what they touch.
 */
export function createReadiness({ phase, db, appendsFail, redis }: ReadinessDeps): () => Promise<Readiness> {
  let asked = { at: Number.NEGATIVE_INFINITY, commits: Promise.resolve(false) };
  return async () => {
    if (performance.now() - asked.at > ANSWER_LASTS)
      asked = { at: performance.now(), commits: databaseCommits(db) };
    const commits = await asked.commits;
    const failing = appendsFail();
    return {
      ready: phase.now === "running" && commits && !failing,
      server: phase.now,
      database: commits ? "ok" : "away",
      log: failing ? "failing" : "ok",
      redis: redis ? (redis() ? "ok" : "away") : "off",
    };
  };
}

/** The answer before there is a database to ask. */
export const STARTING: Readiness = {
  ...{ ready: false, server: "starting", database: "unknown" },
  ...{ log: "ok", redis: "off" },
};

/**
 * Does the database commit in time? A message in the write-ahead log that nobody reads makes this transaction
 * one that is flushed to disk at its commit, with the settings that edits have, and leaves no row anywhere.
 */
async function databaseCommits(db: Kysely<Database>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), DATABASE_TIMEOUT);
  });
  const asked = sql`select pg_logical_emit_message(true, 'kumppanuuspoyta', 'ready?')`.execute(db).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
