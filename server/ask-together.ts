/** Questions to the database that come at about the same time become one. */
import { setTimeout as sleep } from "node:timers/promises";
import DataLoader from "dataloader";

/** One question holds back the next ones no longer than this. Milliseconds. */
const PATIENCE = 500;

/**
 * Asks for keys one by one; what comes while a question is under way goes together in the next one. A meeting that
 * begins is a burst of connections, and costs a few statements instead of a few for each. Nothing is remembered.
 */
export function askTogether<Key, Value>(
  ask: (keys: readonly Key[]) => Promise<Value[]>,
): (key: Key) => Promise<Value> {
  let underWay: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<Key, Value>(
    (keys) => {
      const answer = ask(keys);
      underWay = Promise.race([answer.catch(() => undefined), sleep(PATIENCE, undefined, { ref: false })]);
      return answer;
    },
    {
      cache: false,
      maxBatchSize: 500,
      batchScheduleFn: (start) => void underWay.then(() => setImmediate(start)),
    },
  );
  return (key) => loader.load(key);
}
