import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { Database } from "../../db/schema/tables";
import type { Config } from "../config";
import type { Sessions } from "../session.server";
import type { Access } from "./access";
import type { CollabMetrics } from "./collab-metrics";
import type { GatewayLimits } from "./limits";
import type { UpdateLog } from "./log/update-log";
import type { NodeBus } from "./nodes/node-bus";
import type { Room } from "./room/room";

/** What a gateway needs. */
export interface GatewayOptions {
  db: Kysely<Database>;
  config: Pick<Config, "allowedOrigins">;
  log: Logger;
  clock: () => Date;
  sessions: Pick<Sessions, "read" | "alive">;
  /** Signs leases; the same on every server of one database. */
  leaseKey: Uint8Array;
  /** How this server hears of the others; alone when left out. */
  bus?: NodeBus;
  /** May other servers write to the same database? True when left out. */
  shared?: boolean;
  metrics?: CollabMetrics;
  limits?: Partial<GatewayLimits>;
  /** For tests and the bench. */
  updateLog?: UpdateLog;
  access?: Access;
  openRoom?: typeof Room.open;
  /** False where documents have no rows in a database: then nobody's history is derived. */
  background?: boolean;
}
