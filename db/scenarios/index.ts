/** Named starting states, shared by the demo, tests and end-to-end tests. */
import type { Kysely } from "kysely";
import type { Database } from "../schema/tables";
import { seedKeskiPohjanmaa } from "./keski-pohjanmaa/seed";
import { seedNorthKarelia } from "./north-karelia/seed";
import type { ScenarioContext } from "./scenario-context";

const SCENARIOS = {
  /** A migrated database and nothing in it: a real installation before its set-up. */
  empty: async (_context: ScenarioContext) => undefined,
  /** The demo: North Karelia's partnership table with its real drafts, and Keski-Pohjanmaa's initiative. */
  "north-karelia": async (context: ScenarioContext) => {
    await seedNorthKarelia(context);
    await seedKeskiPohjanmaa(context);
  },
};

export type ScenarioName = keyof typeof SCENARIOS;

/** Is this the name of a scenario? */
export function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name);
}

/** Fills an empty database in one transaction: a kill in the middle leaves it empty. */
export async function seedScenario(
  db: Kysely<Database>,
  name: ScenarioName,
  clock: () => Date = () => new Date(),
): Promise<void> {
  await db.transaction().execute((trx) => SCENARIOS[name]({ db: trx, now: clock() }));
}

/** Is nobody here yet? Then it is a first start: the demo's, or a real installation before its set-up. */
export async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  return !(await db.selectFrom("persons").select("id").limit(1).executeTakeFirst());
}
