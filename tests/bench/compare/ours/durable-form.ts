/**
 * Ours as it runs: the embedded Postgres, real sessions and rights from its tables. Only the people are made up, and
 * a document is made when somebody asks for it the first time.
 */
import { type Kysely, sql } from "kysely";
import { readLeaseKey } from "../../../../db/lease-key";
import type { Database } from "../../../../db/schema/tables";
import { createAccess } from "../../../../server/collab/access";
import type { GatewayOptions } from "../../../../server/collab/gateway-options";
import { type OnStop, openMigrated } from "../../../../server/databases";
import { createMetrics } from "../../../../server/metrics";
import { createSessions } from "../../../../server/session.server";
import { testConfig } from "../../../support/services";
import { kindOf } from "./kinds";
import { PEOPLE, personId, personName, sessionHash } from "./people";

type Form = Pick<GatewayOptions, "db" | "sessions" | "access" | "leaseKey" | "metrics">;
const TABLE = "00000000-0000-4000-9000-000000000001";
const PARTY = "00000000-0000-4000-9000-000000000002";
const REGION = "00000000-0000-4000-9000-000000000003";

export async function durableForm(dataDir: string, onStop: OnStop): Promise<Form> {
  const config = testConfig({ dataDir });
  const clock = () => new Date();
  const say = () => undefined;
  const { db } = await openMigrated({ config, clock, say, onStop, onLost: () => process.exit(1) });
  await seed(db);
  await addDocumentsAtRest(db, Number(process.env.BENCH_DOCUMENTS ?? 0));
  const access = createAccess({ db, clock });
  return {
    db,
    leaseKey: await readLeaseKey(db),
    metrics: createMetrics().collab,
    sessions: createSessions({ db, config, clock }),
    access: {
      rights: async (seats) => {
        const rights = await access.rights(seats);
        const unknown = seats.filter((_, n) => rights[n] === null).map(({ documentId }) => documentId);
        if (unknown.length === 0) return rights;
        for (const id of new Set(unknown)) await addDocument(db, id);
        return access.rights(seats);
      },
    },
  };
}

/** People around one table, each signed in. */
async function seed(db: Kysely<Database>): Promise<void> {
  const name = JSON.stringify({ fi: "Pöytä" });
  const numbers = Array.from({ length: PEOPLE }, (_, n) => n);
  if (await db.selectFrom("tables").select("id").where("id", "=", TABLE).executeTakeFirst()) return;
  await db.insertInto("regions").values({ id: REGION, slug: "alue", name }).execute();
  await db
    .insertInto("parties")
    .values({
      ...{ id: PARTY, region_id: REGION, slug: "liperi", kind: "municipality", name },
      ...{ genitive: "Liperin", short_name: "Liperi", color: 3 },
    })
    .execute();
  await db
    .insertInto("tables")
    .values({
      ...{ id: TABLE, region_id: REGION, slug: "poyta", kind: "partnershipTable", name },
      ...{ purpose: name, background: "[]" },
    })
    .execute();
  await db
    .insertInto("persons")
    .values(numbers.map((n) => ({ id: personId(n), name: personName(n), language: "fi" })))
    .execute();
  await db
    .insertInto("memberships")
    .values(
      numbers.map((n) => ({
        ...{ person_id: personId(n), table_id: TABLE, party_id: PARTY },
        ...{ role: "member" as const, speaks: true },
      })),
    )
    .execute();
  const ends = new Date(Date.now() + 7 * 86_400_000);
  await db
    .insertInto("sessions")
    .values(
      numbers.map((n) => ({
        ...{ id: sessionHash(n), person_id: personId(n), device: "bench" },
        ...{ expires_at: ends, ends_at: ends, proven_at: new Date() },
      })),
    )
    .execute();
}

async function addDocument(db: Kysely<Database>, id: string): Promise<void> {
  await db
    .insertInto("documents")
    .values({ id, kind: kindOf(id), schema_version: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("drafts")
    .values({
      ...{ table_id: TABLE, slug: id, kind: "split" as const, title: JSON.stringify({ fi: id }) },
      ...{ document_id: id, created_by: personId(0), side_notes: "{}", background: "[]" },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Documents that nobody opens, each with ten updates. */
async function addDocumentsAtRest(db: Kysely<Database>, count: number): Promise<void> {
  if (count === 0) return;
  await sql`insert into documents (kind, schema_version, last_seq)
    select 'note', 1, 10 from generate_series(1, ${count}::int)`.execute(db);
  await sql`insert into document_updates (document_id, seq, update_id, person_id, origin, bytes, sha256)
    select documents.id, seq, gen_random_uuid(), ${personId(0)}::uuid, 'edit', '\\x0000'::bytea, encode(sha256('\\x0000'::bytea), 'hex')
    from documents, generate_series(1, 10) seq where last_seq = 10`.execute(db);
}
