import { type Kysely, sql } from "kysely";

/** Regions, parties, persons, tables and their members, drafts, live documents, versions, sessions, audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const ID = "id uuid primary key default gen_random_uuid()";
const CREATED = "created_at timestamptz not null default now()";

const STATEMENTS = [
  `create table regions (${ID}, slug text not null unique, name jsonb not null, ${CREATED})`,
  `create table parties (${ID}, region_id uuid not null references regions, slug text not null, kind text not null,
     name jsonb not null, genitive text not null, short_name text not null, color smallint not null check (color between 0 and 11),
     ${CREATED}, unique (region_id, slug))`,
  `create table persons (${ID}, name text not null check (length(name) between 1 and 200), email text, password_hash text,
     language text not null default 'fi', is_administrator boolean not null default false, demo_seat text unique, ${CREATED})`,
  "create unique index persons_email on persons (lower(email))",
  `create table tables (${ID}, region_id uuid not null references regions, slug text not null unique, kind text not null,
     name jsonb not null, purpose jsonb not null default '{"fi":""}', observers_comment boolean not null default false,
     background jsonb not null default '[]', ${CREATED})`,
  `create table table_parties (table_id uuid not null references tables, party_id uuid not null references parties,
     position int not null, primary key (table_id, party_id))`,
  `create table memberships (${ID}, person_id uuid not null references persons, table_id uuid not null references tables,
     party_id uuid references parties,
     role text not null check (role in ('chair','viceChair','secretary','preparer','member','observer')),
     speaks boolean not null, deputy boolean not null default false,
     starts_at timestamptz not null default now(), ends_at timestamptz, ${CREATED},
     check (party_id is not null or not speaks), check (role <> 'observer' or not speaks))`,
  "create index memberships_person on memberships (person_id)",
  "create index memberships_table on memberships (table_id)",
  `create table invitations (${ID}, table_id uuid not null references tables, party_id uuid references parties, role text not null,
     speaks boolean not null, deputy boolean not null default false, token_hash text not null unique,
     created_by uuid not null references persons, ${CREATED}, expires_at timestamptz not null,
     used_at timestamptz, used_by uuid references persons, revoked_at timestamptz)`,
  `create table sessions (id text primary key, person_id uuid not null references persons on delete cascade, ${CREATED},
     expires_at timestamptz not null, ends_at timestamptz not null, device text not null default '',
     proven_at timestamptz not null default now())`,
  "create index sessions_person on sessions (person_id)",
  `create table documents (${ID}, kind text not null check (kind in ('split','note','text')), schema_version int not null,
     last_seq bigint not null default 0, derived_seq bigint not null default 0, ${CREATED})`,
  // The log has no foreign key on the session: sessions come and go, the log stays.
  `create table document_updates (document_id uuid not null references documents, seq bigint not null check (seq > 0),
     update_id uuid not null, person_id uuid not null references persons, session_id text,
     origin text not null check (origin in ('edit','seed','copy','restore')),
     bytes bytea not null, sha256 text not null, created_at timestamptz not null default clock_timestamp(),
     primary key (document_id, seq), unique (document_id, update_id))`,
  `create table drafts (${ID}, table_id uuid not null references tables, slug text not null unique,
     kind text not null check (kind = 'split'), title jsonb not null,
     state text not null default 'open' check (state in ('open','locked','archived')),
     document_id uuid not null unique references documents, side_notes jsonb not null default '{}',
     background jsonb not null default '[]', created_by uuid not null references persons, ${CREATED})`,
  `create table versions (${ID}, draft_id uuid not null references drafts, number int not null check (number > 0),
     label text not null check (length(label) between 1 and 200), meeting_date date, seq bigint not null,
     content text not null, sha256 text not null, frozen_by uuid not null references persons,
     frozen_at timestamptz not null default now(), unique (draft_id, number))`,
  `create table change_events (${ID}, document_id uuid not null references documents, category_id text not null, field text not null,
     first_seq bigint not null, last_seq bigint not null, person_id uuid not null references persons,
     before jsonb, after jsonb, started_at timestamptz not null, ended_at timestamptz not null)`,
  "create index change_events_category on change_events (document_id, category_id, last_seq)",
  `create table change_remarks (${ID}, document_id uuid not null references documents, category_id text not null,
     seq bigint not null, wish text not null check (length(wish) <= 300), author_id uuid not null references persons, ${CREATED})`,
  "create index change_remarks_category on change_remarks (document_id, category_id, created_at)",
  `create table audit_events (id bigint generated always as identity primary key, at timestamptz not null default now(),
     person_id uuid references persons, action text not null, subject_kind text not null, subject_id text,
     detail jsonb not null default '{}')`,
  // What was said is added, never changed: the rights forbid it to the application, and this forbids it to everyone else.
  `create function refuse_change() returns trigger language plpgsql as $$
     begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$`,
  ...["document_updates", "versions", "change_remarks", "audit_events"].flatMap((table) => [
    `create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change()`,
    `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_change()`,
  ]),
];
