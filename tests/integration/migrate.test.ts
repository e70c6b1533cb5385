/**
 * Goal: a database from before comes through the migrations with every row it had, and the log stays append-only
 * in every part of it, for the application and for everyone else.
 * Method: a database at the first migration with documents and a log is brought up to date and compared; then each
 * forbidden statement is tried as each role.
 */
import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openDatabase, openDriver } from "../../db/client";
import { APP_ROLE, OWNER_ROLE } from "../../db/embedded";
import { grantAppRole, migrate } from "../../db/migrate";
import type { Database } from "../../db/schema/tables";

const given = inject("postgres");
const name = `test_${randomBytes(6).toString("hex")}`;
const superuser = openDriver(given.superuserUrl, { max: 1 });
let owner: Kysely<Database>;
let app: Kysely<Database>;
let before: Record<string, unknown[]>;
let partitions: string[];

/** Forty documents with five updates each, told apart by everything a row can hold. */
const ROWS_OF_BEFORE = `
  insert into persons (name) values ('Kirjoittaja'), ('Toinen');
  insert into documents (kind, schema_version, last_seq, derived_seq)
    select 'split', 1, 5, n % 6 from generate_series(1, 40) n;
  insert into document_updates (document_id, seq, update_id, person_id, session_id, origin, bytes, sha256, created_at)
    select d.id, n, gen_random_uuid(), p.id, case when n % 2 = 0 then 's' || n end,
      (array['seed', 'copy', 'restore', 'edit', 'edit'])[n], b.bytes, encode(sha256(b.bytes), 'hex'),
      timestamptz '2022-05-20 10:00:00.123456Z' + n * interval '1 minute'
    from documents d, generate_series(1, 5) n, persons p, lateral (select uuid_send(gen_random_uuid()) as bytes where d.id is not null) b
    where p.name = case when n < 3 then 'Toinen' else 'Kirjoittaja' end`;

const rowsOf = async (table: string) =>
  (await sql`select * from ${sql.table(table)} order by 1, 2`.execute(owner)).rows;

beforeAll(async () => {
  await superuser.unsafe(`create database ${name} owner ${OWNER_ROLE}`);
  const at = (address: string) => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.href;
  };
  owner = openDatabase(at(given.ownerUrl), { max: 1 });
  app = openDatabase(at(given.appUrl), { max: 1 });
  expect(await migrate(owner, "0001-foundation")).toEqual(["0001-foundation"]);
  await sql.raw(ROWS_OF_BEFORE).execute(owner);
  before = { documents: await rowsOf("documents"), document_updates: await rowsOf("document_updates") };
  expect((await migrate(owner))[0]).toBe("0002-log-storage");
  await grantAppRole(owner, APP_ROLE);
  const { rows } = await sql<{ name: string }>`
    select inhrelid::regclass::text as name from pg_inherits
    where inhparent = 'document_updates'::regclass`.execute(owner);
  partitions = rows.map((row) => row.name);
});
afterAll(async () => {
  await Promise.all([owner?.destroy(), app?.destroy()]);
  await superuser.unsafe(`drop database ${name} with (force)`);
  await superuser.end();
});

it("keeps every row of the log as it was, and gives every document its first epoch", async () => {
  expect(before.document_updates!.length).toBe(200);
  expect(await rowsOf("document_updates")).toEqual(before.document_updates);
  const documents = before.documents!.map((row) => ({ ...(row as object), epoch: 1 }));
  expect(await rowsOf("documents")).toEqual(documents);
  expect(await migrate(owner)).toEqual([]);
});

it("spreads the log over 16 partitions and leaves nothing of the old table", async () => {
  expect(partitions.length).toBe(16);
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relname like 'whole_log%'`.execute(owner);
  expect(rows).toEqual([]);
  const used = await sql<{ parts: number }>`
    select count(distinct tableoid)::int as parts from document_updates`.execute(owner);
  expect(used.rows[0]!.parts).toBeGreaterThan(8);
});

it("keeps the keys of the log: one number and one id once in a document, known documents and people only", async () => {
  const row = await owner
    .selectFrom("document_updates")
    .selectAll()
    .orderBy("seq", "desc")
    .executeTakeFirstOrThrow();
  const next = { ...row, seq: 1000, update_id: crypto.randomUUID() };
  const insert = (values: typeof row) => app.insertInto("document_updates").values(values).execute();
  await expect(insert({ ...next, seq: row.seq })).rejects.toThrow(/duplicate key/);
  await expect(insert({ ...next, update_id: row.update_id })).rejects.toThrow(/duplicate key/);
  await expect(insert({ ...next, document_id: crypto.randomUUID() })).rejects.toThrow(/foreign key/);
  await expect(insert({ ...next, person_id: crypto.randomUUID() })).rejects.toThrow(/foreign key/);
  await expect(insert({ ...next, seq: 0 })).rejects.toThrow(/check constraint/);
  await expect(insert({ ...next, origin: "other" as "edit" })).rejects.toThrow(/check constraint/);
});

it("has one key of its own of 32 random bytes, which the application may read and not change", async () => {
  const rows = await app.selectFrom("installation").selectAll().execute();
  expect(rows.length).toBe(1);
  expect(rows[0]!.lease_key.length).toBe(32);
  expect(new Set(rows[0]!.lease_key).size).toBeGreaterThan(8);
  const template = openDatabase(given.ownerUrl.replace(/\/[^/]*$/, `/${given.template}`), { max: 1 });
  const other = await template.selectFrom("installation").select("lease_key").executeTakeFirstOrThrow();
  await template.destroy();
  expect(Buffer.from(other.lease_key).equals(rows[0]!.lease_key)).toBe(false);
  for (const statement of [
    "insert into installation (lease_key) values (sha256('x'))",
    "update installation set lease_key = sha256('x')",
    "delete from installation",
  ])
    await expect(sql.raw(statement).execute(app), statement).rejects.toThrow(/permission denied/);
  await expect(sql`insert into installation (lease_key) values (sha256('x'))`.execute(owner)).rejects.toThrow(
    /duplicate key/,
  );
});

const CHANGES = (table: string) => [
  `update ${table} set bytes = bytes`,
  `delete from ${table}`,
  `truncate ${table}`,
];

it("refuses the application every change of the log (I3)", async () => {
  for (const statement of CHANGES("document_updates"))
    await expect(sql.raw(statement).execute(app), statement).rejects.toThrow(/permission denied/);
  await sql`select count(*) from document_updates`.execute(app);
});

it("refuses the application the partitions themselves, even to read (I3)", async () => {
  for (const table of partitions)
    for (const statement of [
      ...CHANGES(table),
      `select count(*) from ${table}`,
      `insert into ${table} select * from document_updates limit 1`,
    ])
      await expect(sql.raw(statement).execute(app), statement).rejects.toThrow(/permission denied/);
});

it("refuses the owner every change of the log, and of a partition by its own name (I3)", async () => {
  const { rows } = await sql<{ name: string }>`
    select tableoid::regclass::text as name from document_updates limit 1`.execute(owner);
  for (const table of ["document_updates", rows[0]!.name])
    for (const statement of CHANGES(table))
      await expect(sql.raw(statement).execute(owner), statement).rejects.toThrow(/append-only/);
  for (const table of partitions)
    await expect(sql.raw(`truncate ${table}`).execute(owner), table).rejects.toThrow(/append-only/);
});

it("lets the application add and forget snapshots, and not change them", async () => {
  const { id } = await app.selectFrom("documents").select("id").limit(1).executeTakeFirstOrThrow();
  const snapshot = { document_id: id, seq: 1, bytes: Buffer.from([1]), sha256: "0".repeat(64) };
  await app.insertInto("document_snapshots").values(snapshot).execute();
  await expect(app.updateTable("document_snapshots").set({ seq: 2 }).execute()).rejects.toThrow(
    /permission denied/,
  );
  await expect(sql`truncate document_snapshots`.execute(app)).rejects.toThrow(/permission denied/);
  await app.deleteFrom("document_snapshots").execute();
});

it("gives the same rights when they are given again", async () => {
  await grantAppRole(owner, APP_ROLE);
  await expect(sql.raw(`select 1 from ${partitions[0]}`).execute(app)).rejects.toThrow(/permission denied/);
  await expect(sql`delete from document_updates`.execute(app)).rejects.toThrow(/permission denied/);
});
