import type { Kysely } from "kysely";
import type { Database } from "../schema/tables";

/** What a scenario gets: a transaction to write in, and the time it happens at. */
export interface ScenarioContext {
  db: Kysely<Database>;
  now: Date;
}
