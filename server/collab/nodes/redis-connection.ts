/**
 * A connection to Redis that the Streams adapter (0.3) may use while Redis comes and goes. Left to themselves, the
 * adapter's calls fail where nobody listens: a refused `publish` or `subscribe` is an unhandled rejection, a
 * subscription that was refused once is never asked for again, and a refused `xread` is repeated at once and for
 * ever, which stops the whole process. Here the first never fails and the others wait and try again.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { Redis, type RedisOptions } from "ioredis";

/** Before something that failed is tried again. Milliseconds. */
const PAUSE = 1_000;
/** An answer, or the whole connection is given up: a network that swallows everything says nothing. Milliseconds. */
const SILENCE_MAX = 10_000;

const COMMON: RedisOptions = {
  retryStrategy: (attempt) => Math.min(attempt * 100, PAUSE),
  connectTimeout: 5_000,
  socketTimeout: SILENCE_MAX,
  keepAlive: 10_000,
  disableClientInfo: true,
};
/** Nothing waits for Redis to come back: a hint that is late is worth nothing. */
const TELLS: RedisOptions = { ...COMMON, enableOfflineQueue: false, maxRetriesPerRequest: 0 };
/** The one subscription and the one read wait as long as it takes. */
const LISTENS: RedisOptions = { ...COMMON, enableOfflineQueue: true, maxRetriesPerRequest: null };

export interface RedisConnection {
  /** For the adapter: to publish, and to make its other connections from. */
  redis: Redis;
  /** Messages that were sent and that Redis has not taken yet. */
  underWay(): number;
  /** Closes it and all that were made from it. */
  close(): void;
}

/** Opens a connection. It goes on trying by itself; an address that is not there is no error. */
export function openRedis(url: string): RedisConnection {
  const all: Redis[] = [];
  let closed = false;
  let underWay = 0;

  async function lasting<T>(attempt: () => Promise<T>): Promise<T | undefined> {
    while (!closed)
      try {
        return await attempt();
      } catch {
        // Redis is away, or says no: the connection's own events tell why, once.
        await sleep(PAUSE, undefined, { ref: false });
      }
  }

  function guarded(redis: Redis): Redis {
    redis.on("error", () => undefined);
    const publish = redis.publish.bind(redis);
    const subscribe = redis.subscribe.bind(redis) as (...channels: unknown[]) => Promise<unknown>;
    const xread = redis.xread.bind(redis) as (...given: unknown[]) => Promise<unknown>;
    return Object.assign(redis, {
      publish: (...given: Parameters<typeof publish>) => {
        underWay++;
        const over = () => underWay--;
        return publish(...given).then(over, over);
      },
      subscribe: (...channels: unknown[]) => lasting(() => subscribe(...channels)),
      xread: async (...given: unknown[]) => (await lasting(() => xread(...given))) ?? null,
      duplicate: () => open(LISTENS),
    });
  }
  function open(options: RedisOptions): Redis {
    const redis = guarded(new Redis(url, options));
    all.push(redis);
    return redis;
  }

  return {
    redis: open(TELLS),
    underWay: () => underWay,
    close: () => {
      closed = true;
      for (const redis of all) redis.disconnect();
    },
  };
}
