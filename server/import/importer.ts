/**
 * Reads files in a thread of their own, one at a time (rule F1): with a bound on memory and time, and an end to it when
 * whoever asked has gone. The thread starts with the first file and ends when none has come for a while.
 */
import { Worker } from "node:worker_threads";
import {
  type ImportRefusal,
  READING_MEMORY_MB_MAX,
  READING_MS_MAX,
  READING_WAITING_MAX,
  type Reading,
} from "../../app/domain/files/import";
import { fileKind } from "./file-kind";
import type { ReadRequest } from "./messages";
import { Refused } from "./refused";

export interface Importer {
  /** Never throws: what cannot be read is refused by name. */
  read(file: ReadRequest, signal?: AbortSignal): Promise<Reading>;
  close(): Promise<void>;
}
export interface ImporterLimits {
  milliseconds: number;
  megabytes: number;
  waiting: number;
}

const IDLE_MS = 30_000;
const LIMITS: ImporterLimits = {
  milliseconds: READING_MS_MAX,
  megabytes: READING_MEMORY_MB_MAX,
  waiting: READING_WAITING_MAX,
};

interface Job {
  file: ReadRequest;
  done: (reading: Reading) => void;
}

export function createImporter(limits: ImporterLimits = LIMITS): Importer {
  const queue: Job[] = [];
  let current: Job | null = null;
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;

  const drop = () => {
    const gone = worker;
    worker = null;
    gone?.removeAllListeners();
    gone?.on("error", () => undefined); // it may still fail while it ends
    return gone?.terminate();
  };
  const finish = (reading: Reading) => {
    const job = current;
    current = null;
    clearTimeout(timer);
    job?.done(reading);
    next();
  };
  const fail = (refusal: ImportRefusal) => {
    void drop();
    finish({ ok: false, refusal });
  };
  const next = () => {
    current = queue.shift() ?? null;
    if (!current) {
      timer = setTimeout(() => void drop(), IDLE_MS).unref();
      return;
    }
    worker ??= startWorker(limits, finish, fail);
    timer = setTimeout(() => fail("tooSlow"), limits.milliseconds);
    worker.postMessage(current.file);
  };

  return {
    read: (file, signal) =>
      new Promise((resolve) => {
        const early = refusedAtOnce(file, queue.length >= limits.waiting, signal);
        if (early) return resolve({ ok: false, refusal: early });
        const onAbort = () => {
          if (current === job) return fail("cancelled");
          queue.splice(queue.indexOf(job), 1);
          job.done({ ok: false, refusal: "cancelled" });
        };
        const job: Job = {
          file,
          done: (reading) => {
            signal?.removeEventListener("abort", onAbort);
            resolve(reading);
          },
        };
        signal?.addEventListener("abort", onAbort, { once: true });
        queue.push(job);
        if (current) return;
        clearTimeout(timer);
        next();
      }),
    async close() {
      clearTimeout(timer);
      for (const job of queue.splice(0)) job.done({ ok: false, refusal: "cancelled" });
      const job = current;
      current = null;
      job?.done({ ok: false, refusal: "cancelled" });
      await drop();
    },
  };
}

/** What can be seen without unpacking anything is answered without waiting for a turn. */
function refusedAtOnce(file: ReadRequest, isFull: boolean, signal?: AbortSignal): ImportRefusal | null {
  if (signal?.aborted) return "cancelled";
  try {
    fileKind(file.name, file.bytes);
  } catch (cause) {
    if (cause instanceof Refused) return cause.refusal;
    return "damaged";
  }
  return isFull ? "busy" : null;
}

function startWorker(
  { megabytes }: ImporterLimits,
  finish: (reading: Reading) => void,
  fail: (refusal: ImportRefusal) => void,
): Worker {
  // Built, all of this stands in one file beside the worker's; otherwise the sources are run as they are.
  const isSource = import.meta.url.endsWith(".ts");
  const file = new URL(isSource ? "./worker-source.js" : "./import-worker.js", import.meta.url);
  const worker = new Worker(file, {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
  });
  worker.unref();
  worker.on("message", finish);
  worker.on("error", (cause: NodeJS.ErrnoException) =>
    fail(cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? "tooMuchMemory" : "damaged"),
  );
  worker.on("exit", () => fail("damaged"));
  return worker;
}
