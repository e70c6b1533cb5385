/** How the compared servers are started and spoken to. */
import path from "node:path";
import type { ServerName } from "./catalog";
import type { Driver } from "./driver";
import { ours } from "./drivers/ours";
import { hocuspocus, relay, yWebsocket } from "./drivers/y-frames";
import { ySocketIo } from "./drivers/y-socket-io";
import { type ServerProcess, startPinned } from "./server-process";
import { OUT, PEERS } from "./where";

export const DRIVERS: Record<ServerName, Driver> = {
  hocuspocus,
  "y-websocket": yWebsocket,
  "y-socket-io": ySocketIo,
  relay,
  "ours-memory": ours,
  ours,
};

const PROGRAMS: Record<ServerName, string> = {
  hocuspocus: path.join(PEERS, "hocuspocus.mjs"),
  "y-websocket": path.join(PEERS, "y-websocket.mjs"),
  "y-socket-io": path.join(PEERS, "y-socket-io.mjs"),
  relay: path.join(PEERS, "relay.mjs"),
  "ours-memory": path.join(OUT, "ours.mjs"),
  ours: path.join(OUT, "ours.mjs"),
};

/**
 * Starts one. Peers keep documents in `folder` only where a scenario needs it and have them in memory otherwise,
 * as they like it best; ours with Postgres always keeps them. BENCH_PROFILE names a folder for processor profiles.
 */
export function startCompared(
  name: ServerName,
  folder: string,
  kept: boolean,
  more: Record<string, string> = {},
): Promise<ServerProcess> {
  const env = { ...more, ...(kept || name === "ours" ? { DATA_DIR: folder } : {}) };
  const profile = process.env.BENCH_PROFILE;
  const flags = [
    ...(profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : []),
    ...(more.BENCH_GC ? ["--expose-gc"] : []),
  ];
  return startPinned({ command: [process.execPath, ...flags, PROGRAMS[name]], env });
}
