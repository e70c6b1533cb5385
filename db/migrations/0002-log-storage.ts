import { type Kysely, sql } from "kysely";

/** Partitions of the log. A document's rows stay together in one of them. */
const PARTITIONS = 16;

/**
 * What the log needs to grow: partitions, snapshots of it, the epoch of each document, and this installation's
 * own key. Rows of the log are copied, and are the same afterwards.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  "alter table documents add column epoch int not null default 1 check (epoch > 0)",
  `create table installation (is_this boolean primary key default true check (is_this),
     lease_key bytea not null check (length(lease_key) = 32), created_at timestamptz not null default now())`,
  // Two random ids are 244 random bits.
  `insert into installation (lease_key)
     values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))`,
  `create table document_snapshots (document_id uuid not null references documents, seq bigint not null check (seq > 0),
     bytes bytea not null, sha256 text not null, created_at timestamptz not null default now(),
     primary key (document_id, seq))`,
  // The log only grows: in partitions the indexes and each vacuum stay small.
  "alter table document_updates rename to whole_log",
  "alter table whole_log rename constraint document_updates_pkey to whole_log_pkey",
  "alter table whole_log rename constraint document_updates_document_id_update_id_key to whole_log_update_id_key",
  `create table document_updates (document_id uuid not null references documents, seq bigint not null check (seq > 0),
     update_id uuid not null, person_id uuid not null references persons, session_id text,
     origin text not null check (origin in ('edit','seed','copy','restore')),
     bytes bytea not null, sha256 text not null, created_at timestamptz not null default clock_timestamp(),
     primary key (document_id, seq), unique (document_id, update_id)) partition by hash (document_id)`,
  ...Array.from(
    { length: PARTITIONS },
    (_, n) =>
      `create table document_updates_${n} partition of document_updates for values with (modulus ${PARTITIONS}, remainder ${n})`,
  ),
  `insert into document_updates (document_id, seq, update_id, person_id, session_id, origin, bytes, sha256, created_at)
     select document_id, seq, update_id, person_id, session_id, origin, bytes, sha256, created_at
     from whole_log order by document_id, seq`,
  "drop table whole_log",
  // Triggers for rows reach the partitions by themselves; those for whole statements do not.
  `create trigger document_updates_append_only before update or delete on document_updates
     for each row execute function refuse_change()`,
  ...["document_updates", ...Array.from({ length: PARTITIONS }, (_, n) => `document_updates_${n}`)].map(
    (table) =>
      `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_change()`,
  ),
];
