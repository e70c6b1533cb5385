/** Keeps mail going: looks for what people are to be told, writes it, and hands it to the queue that sends it. */
import { reminderDay } from "../../app/domain/notifications/digest-time";
import type { MailDeps } from "./mail-deps";
import { startMailQueue } from "./mail-queue";
import { sendMail, waitingMails } from "./send-mails";
import { settleNotifications } from "./settle-notifications";

export interface MailWorker {
  /** Writes no more, and ends after the mail under way. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks at what is new. */
const LOOK_EVERY = 2_000;
/** Milliseconds between two looks at everything: what a look missed, and whether a morning has come. */
const LOOK_AT_ALL_EVERY = 60_000;
/** How far back a look at what is new goes: a transaction may commit that long after the time that its rows name. */
const NEW_FOR = 120_000;

export interface MailWorkerOptions extends MailDeps {
  /** Tells who is to be reminded on a day; safe to repeat. */
  remind: (day: string) => Promise<unknown>;
}

export async function startMailWorker({ remind, ...deps }: MailWorkerOptions): Promise<MailWorker> {
  const { db, log, clock, transport } = deps;
  const queue = transport ? await startMailQueue(db, log, (mailId) => sendMail(deps, mailId)) : null;
  /** Mails that were put into the queue since the last look at everything. */
  const put = new Set<string>();
  let doneDigestAt: Date | undefined;
  let remindedOn: string | null = null;
  let lookedAtAll = 0;
  let looking: Promise<void> | null = null;
  let stopped = false;

  async function look(): Promise<void> {
    const now = clock();
    const isAll = now.getTime() - lookedAtAll >= LOOK_AT_ALL_EVERY;
    const day = reminderDay(now);
    if (isAll && day !== null && day !== remindedOn) {
      await remind(day);
      remindedOn = day;
    }
    if (isAll) {
      doneDigestAt = await settleNotifications(deps, doneDigestAt ? { doneDigestAt } : {});
      lookedAtAll = now.getTime();
    } else await settleNotifications(deps, { since: new Date(now.getTime() - NEW_FOR) });
    if (!queue) return;
    if (isAll) put.clear();
    const waiting = (await waitingMails(deps)).filter(({ id }) => !put.has(id));
    for (const { id, notBefore } of waiting) {
      await queue.put(id, notBefore);
      put.add(id);
    }
    if (waiting.some(({ notBefore }) => notBefore === null)) queue.wake();
  }

  const lookOnce = () => {
    if (stopped) return;
    looking ??= look()
      .catch((error: unknown) => log.warn({ err: error }, "mail could not be looked after"))
      .finally(() => {
        looking = null;
      });
  };
  lookOnce();
  const timer = setInterval(lookOnce, LOOK_EVERY);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      await queue?.stop();
      transport?.close();
    },
  };
}
