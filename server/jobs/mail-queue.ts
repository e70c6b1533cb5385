/** The durable queue of mails: pg-boss on the application's own connections, so that it goes where they go. */
import { CompiledQuery, type Kysely } from "kysely";
import PgBoss from "pg-boss";
import type { Logger } from "pino";
import { JOB_SCHEMA, MAIL_QUEUE, withNulls } from "../../db/job-queue";
import type { Database } from "../../db/schema/tables";

export interface MailQueue {
  /** A job for the mail, not before a time; nothing when one waits already. */
  put(mailId: string, notBefore: Date | null): Promise<void>;
  /** Takes up what was just put, instead of at the next look. */
  wake(): void;
  /** Ends after the mail under way. */
  stop(): Promise<void>;
}

/** Seconds between two looks at the queue. */
const LOOK_SECONDS = 5;
/** Mails taken up at once, sent one after the other. One that was sent already is passed over when the rest is tried again. */
const BATCH = 10;
/** Milliseconds that the mail under way has at a stop. */
const STOP_TIMEOUT = 4_000;

/** Starts taking up jobs. `handle` answers when to try again, or null; what it throws is tried again by the queue itself. */
export async function startMailQueue(
  db: Kysely<Database>,
  log: Logger,
  handle: (mailId: string) => Promise<Date | null>,
): Promise<MailQueue> {
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => {
        const { rows } = await db.executeQuery(CompiledQuery.raw(text, withNulls(values)));
        return { rows };
      },
    },
    schema: JOB_SCHEMA,
    migrate: false, // the owner did, at the start
    schedule: false,
  });
  boss.on("error", (error) => log.warn({ err: error }, "the queue of mails could not be looked at"));
  await boss.start();
  const put = async (mailId: string, notBefore: Date | null) => {
    await boss.send(
      MAIL_QUEUE,
      { mailId },
      { singletonKey: mailId, ...(notBefore && { startAfter: notBefore }) },
    );
  };
  const worker: string = await boss.work<{ mailId: string }>(
    MAIL_QUEUE,
    { pollingIntervalSeconds: LOOK_SECONDS, batchSize: BATCH },
    async (jobs) => {
      for (const { data } of jobs) {
        const again = await handle(data.mailId);
        if (again) await put(data.mailId, again);
      }
      if (jobs.length === BATCH) boss.notifyWorker(worker); // there may be more: not at the next look, but now
    },
  );
  return {
    put,
    wake: () => boss.notifyWorker(worker),
    stop: () => boss.stop({ graceful: true, wait: true, timeout: STOP_TIMEOUT }),
  };
}
