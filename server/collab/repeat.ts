import { setTimeout as sleep } from "node:timers/promises";

/** A round that does not come back holds up the next ones no longer than this. Milliseconds. */
const PATIENCE = 15_000;

/**
 * Runs the round again and again, one at a time. A round that fails (the database is away) changes nothing, and the
 * next one comes. The answer stops it, and resolves when the round that runs is over: the database may be closed after it.
 */
export function repeat(
  milliseconds: number,
  round: () => Promise<void>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= Promise.race([round(), sleep(PATIENCE, undefined, { ref: false })])
      .catch(failed)
      .finally(() => {
        running = null;
      });
  }, milliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
