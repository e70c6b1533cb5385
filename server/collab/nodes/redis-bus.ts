/**
 * Servers on one database tell each other through Redis: hints only, so that losing any of them, or all of Redis,
 * costs a second and nothing else (promise I8).
 *
 * Socket.IO's adapter sits on a Socket.IO server of its own that no browser can reach. The live gateway keeps its
 * adapter in memory: nothing it sends to its own browsers waits for Redis, and whoever can write to Redis can send
 * hints, never a message to a browser.
 */
import { randomUUID } from "node:crypto";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import { Server } from "socket.io";
import type { NodeBus, NodeMessage } from "./node-bus";
import { parseNodeMessage } from "./node-messages";
import { openRedis } from "./redis-connection";

/** Entries that the adapter's stream may hold, about. Hints go by Pub/Sub; only its own housekeeping is streamed. */
const STREAM_ENTRIES_MAX = 1_000;
/** Messages that may wait for Redis to take them; the next ones are dropped. */
const UNDER_WAY_MAX = 1_000;

type Nodes = Server<Record<string, never>, Record<string, never>, { node: (message: unknown) => void }>;

export interface RedisBus extends NodeBus {
  /** Does Redis answer now? */
  connected(): boolean;
}

/** Connects in the background: with Redis away the server is alone until it comes. The URL is written nowhere. */
export function createRedisBus(redisUrl: string, log: Logger): RedisBus {
  const connection = openRedis(redisUrl);
  const { redis, underWay } = connection;
  const stopWatching = watch(redis, log);

  const prefix = `kumppanuuspoyta${new URL(redisUrl).pathname}`; // Pub/Sub knows no numbered databases
  const nodes: Nodes = new Server({
    adapter: createAdapter(redis, {
      streamName: prefix,
      channelPrefix: prefix,
      maxLen: STREAM_ENTRIES_MAX,
    }),
  });
  const listeners: ((message: NodeMessage) => void)[] = [];
  nodes.on("node", (value) => {
    const message = parseNodeMessage(value);
    if (!message) return log.debug("a message of another server was not understood");
    for (const listener of listeners)
      try {
        listener(message);
      } catch (error) {
        log.error({ err: error, kind: message.kind }, "a message of another server could not be followed");
      }
  });

  return {
    node: randomUUID(),
    connected: () => redis.status === "ready",
    tell: (message) => {
      if (redis.status === "ready" && underWay() < UNDER_WAY_MAX) nodes.serverSideEmit("node", message);
    },
    listen: (listener) => void listeners.push(listener),
    close: async () => {
      // What was told last ("gone") is still on its way.
      const end = Date.now() + 500;
      while (underWay() > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
      listeners.length = 0;
      stopWatching();
      nodes.of("/").adapter.close();
      connection.close();
    },
  };
}

/** One line when Redis goes, or is not there at the start, and one when it comes back. */
function watch(redis: Redis, log: Logger): () => void {
  let away: boolean | null = null;
  let code = "";
  redis.on("error", (error: Error & { code?: string }) => {
    code = error.code ?? error.message.split("\n")[0] ?? "";
  });
  const came = () => {
    if (away) log.warn("Redis is back");
    else log.info("Redis is there");
    away = false;
  };
  const went = () => {
    if (away) return;
    away = true;
    log.warn({ code }, "Redis is away: servers hear of each other from the database, a moment later");
  };
  redis.on("ready", came).on("close", went);
  return () => void redis.off("ready", came).off("close", went);
}
