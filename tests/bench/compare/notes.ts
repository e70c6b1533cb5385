/** What a reader of the comparison must know. */
import type { Wanted } from "../args";
import { canPin } from "./server-process";

export const NOTES = ({ rounds, quick }: Wanted): string[] => [
  `median (least–most) of ${rounds} round${rounds === 1 ? "" : "s"}; ×: to Hocuspocus in the same round; the order of the servers turns each round`,
  canPin
    ? "each server, its database included, has one core; the load generator has another"
    : "servers and load generator share all cores: taskset is not here",
  "clients are equally light for all: no Y.Doc and no provider; edits are made as Yjs makes them and counted by the clocks in the updates that arrive, however they are packed; equal frames are taken apart once",
  "deliveries are edits that reached another client than their author; every run ends when everyone has everything",
  "saturation: each client has up to 8 edits unseen; one leaves when the author's neighbour has it. Clients send as their own libraries do by default: those of the peers each edit by itself, ours one message at a time with what waits merged into the next; B2m and B7m without that",
  "opens apply everything to a Y.Doc; joins count when all of the state has come",
  "peers keep documents in memory, but for B4 and B6: Hocuspocus through its Database extension into a file, y-websocket and y-socket.io in LevelDB, as they offer",
  "ours, durable: Postgres with fsync on the server's core, the gate on, relay and acknowledgement after the commit; ours, memory: the same with the log in memory",
  "ours with raised caps, every other check as in the product: see tests/bench/compare/ours/limits.ts",
  "CPU is that of the server with its database; 1000 ms/s is a whole core",
  ...(quick ? ["a quick run: short measurements, B4 with 2,000 updates; relations only"] : []),
];
