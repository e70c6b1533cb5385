import type { Server as HttpServer } from "node:http";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { Database } from "../../db/schema/tables";
import type { Config } from "../config";
import type { Sessions } from "../session.server";
import type { GatewayLimits } from "./limits";
import type { Room } from "./room";
import type { UpdateLog } from "./update-log";

/** What a gateway needs; `updateLog`, `openRoom` and `limits` are for tests and the bench. */
export interface GatewayOptions {
  httpServer: HttpServer;
  db: Kysely<Database>;
  config: Pick<Config, "allowedOrigins">;
  log: Logger;
  clock: () => Date;
  sessions: Pick<Sessions, "read">;
  updateLog?: UpdateLog;
  openRoom?: typeof Room.open;
  limits?: Partial<GatewayLimits>;
}
