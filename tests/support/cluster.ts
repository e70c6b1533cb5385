/** Several servers on one database behind one address: for the cluster's tests and for `npm run cluster`. */
import { type RunningServer, startServer } from "./server";
import { startTcpProxy, type TcpProxy } from "./tcp-proxy";

export interface ClusterOptions {
  /** DATABASE_URL and MIGRATION_DATABASE_URL. */
  database: { url: string; ownerUrl: string };
  redisUrl?: string;
  /** Where people reach it; 0 takes a free port. */
  port?: number;
  nodes?: number;
  env?: Record<string, string>;
}

export interface Cluster {
  origin: string;
  nodes: RunningServer[];
  proxy: TcpProxy;
  /** New connections go to these nodes (by their index); to all when none is named. */
  use(...indexes: number[]): void;
  /** Stops the address first, then the nodes. */
  close(): Promise<void>;
}

/** Starts the nodes one beside the other, with the demo. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const proxy = await startTcpProxy(options.port ?? 0);
  const env = {
    ...{ DATABASE_URL: options.database.url, MIGRATION_DATABASE_URL: options.database.ownerUrl },
    ...{ DEMO: "on", PUBLIC_ORIGIN: proxy.origin, REDIS_URL: options.redisUrl, ...options.env },
  };
  const starts = Array.from({ length: options.nodes ?? 2 }, () => startServer({ env, detached: true }));
  const started = await Promise.allSettled(starts);
  const nodes = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const close = async () => {
    await proxy.close();
    await Promise.all(nodes.map((node) => node.close()));
  };
  for (const one of started)
    if (one.status === "rejected") {
      await close();
      throw one.reason;
    }
  const use = (...indexes: number[]) => {
    const used = indexes.length === 0 ? nodes : indexes.map((index) => nodes[index]!);
    proxy.use(used.map((node) => node.port));
  };
  use();
  return { origin: proxy.origin, nodes, proxy, use, close };
}
