/** Installs the durable queue (pg-boss) in a schema of its own: the application's role uses it and makes nothing in it. */
import PgBoss from "pg-boss";
import { openDriver } from "./client";

export const JOB_SCHEMA = "pgboss";
/** The queue of mails: a job for each mail that waits. */
export const MAIL_QUEUE = "mail";

/**
 * "stately": a mail has at most one job that waits and one that runs. A job that nobody finished (its server died)
 * comes back after five minutes; what a mail server refused is a new job, with a pause of our own (server/jobs).
 */
const QUEUE_OPTIONS: PgBoss.Queue = {
  name: MAIL_QUEUE,
  policy: "stately",
  retryLimit: 5,
  retryDelay: 30,
  expireInSeconds: 300,
  retentionMinutes: 60 * 24 * 365,
};

/** pg-boss leaves out what it does not set; our driver wants to hear null. */
export const withNulls = (values: unknown[] = []): (string | number | null)[] =>
  values.map((value) => (value ?? null) as string | number | null);

/** Brings pg-boss's tables up to date with the owner's connection, and lets `role` use them. Safe to run at every start. */
export async function installJobQueue(ownerUrl: string, role: string | null): Promise<void> {
  const driver = openDriver(ownerUrl, { max: 1, applicationName: "kumppanuuspoyta migrate" });
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: await driver.unsafe(text, withNulls(values)) }) },
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
  });
  try {
    await boss.start();
    if (!(await boss.getQueue(MAIL_QUEUE))) await boss.createQueue(MAIL_QUEUE, QUEUE_OPTIONS);
    await boss.stop({ graceful: false });
    if (role) await grantJobQueue(driver, role);
  } finally {
    await driver.end();
  }
}

async function grantJobQueue(driver: ReturnType<typeof openDriver>, role: string): Promise<void> {
  await driver`grant usage on schema ${driver(JOB_SCHEMA)} to ${driver(role)}`;
  await driver`grant select, insert, update, delete on all tables in schema ${driver(JOB_SCHEMA)} to ${driver(role)}`;
}
