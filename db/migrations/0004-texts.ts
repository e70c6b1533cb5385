import { type Kysely, sql } from "kysely";

/** Drafts of text, comments on passages, suggestions in texts, imports, initiatives with their demands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const ID = "id uuid primary key default gen_random_uuid()";
const CREATED = "created_at timestamptz not null default now()";
const ORDER = "n bigint generated always as identity";
const PERSON = (column: string) => `${column} uuid not null references persons`;
const TABLE = "table_id uuid not null references tables";
const DOCUMENT = "document_id uuid not null references documents";

const DRAFTS = [
  "alter table drafts drop constraint drafts_kind_check",
  "alter table drafts add constraint drafts_kind_check check (kind in ('split','text'))",
  "alter table drafts add column members_edit boolean not null default true",
  "alter table threads add column anchor jsonb check (anchor is null or subject_kind = 'draft')",
  // What the worker last read of each live text: found by search, and made anew from the log at any time.
  `create table draft_texts (document_id uuid primary key references documents, text text not null, seq bigint not null,
     words tsvector generated always as (to_tsvector('finnish', left(text, 400000)) || to_tsvector('swedish', left(text, 400000))) stored)`,
  "create index draft_texts_words on draft_texts using gin (words)",
];

const SUGGESTIONS = [
  // Who made a suggestion in a text: read from the log, from the first update that has it, and made anew from it at any time.
  `create table text_suggestions (${DOCUMENT}, id text not null check (id ~ '^[A-Za-z0-9_-]{8,64}$'), first_seq bigint not null,
     ${PERSON("author_id")}, party_id uuid references parties, created_at timestamptz not null, primary key (document_id, id))`,
  `create table text_suggestion_fates (${ID}, ${ORDER}, ${DOCUMENT}, suggestion_id text not null,
     fate text not null check (fate in ('accepted','declined','withdrawn')), reason text not null default '' check (length(reason) <= 2000),
     removed text not null default '', added text not null default '', seq bigint, ${PERSON("decided_by")}, ${CREATED})`,
  "create index text_suggestion_fates_suggestion on text_suggestion_fates (document_id, suggestion_id, n)",
];

const IMPORTS = [
  // A file that was read and waits for its reader's approval: nothing of the file itself is kept.
  `create table imports (${ID}, ${TABLE}, file_name text not null check (length(file_name) between 1 and 200),
     kind text not null check (kind in ('split','text')), title text not null check (length(title) <= 200), content jsonb not null,
     warnings jsonb not null default '[]', ${PERSON("imported_by")}, ${CREATED}, expires_at timestamptz not null, used_at timestamptz)`,
];

const INITIATIVES = [
  // A council initiative, or a list of recommendations that a table keeps as a checklist.
  `create table initiatives (${ID}, ${TABLE}, slug text not null unique, kind text not null check (kind in ('initiative','recommendations')),
     title jsonb not null, signatories jsonb not null default '[]', submitted_on date, target_year int check (target_year between 1900 and 2200),
     text jsonb not null default '{"fi":""}', grounds jsonb not null default '[]', summary jsonb not null default '{"fi":""}', source text not null default '' check (length(source) <= 500),
     note jsonb, response_draft_id uuid references drafts, response_body jsonb, prepared_by jsonb not null default '[]', presented_by jsonb not null default '[]',
     ${PERSON("created_by")}, ${CREATED}, published_at timestamptz)`,
  `create table demands (${ID}, initiative_id uuid not null references initiatives, position int not null, slug text not null,
     area jsonb, text jsonb not null, measure jsonb, actors jsonb not null default '[]', source text not null default '', unique (initiative_id, slug), unique (initiative_id, position))`,
  // The latest row of a demand is its answer; earlier ones are kept.
  `create table demand_answers (${ID}, ${ORDER}, demand_id uuid not null references demands,
     state text not null check (state in ('notBegun','inPreparation','agreed','done','declined')), text jsonb not null default '{"fi":""}',
     reason text not null default '' check (length(reason) <= 2000), note text not null default '' check (length(note) <= 2000),
     draft_id uuid references drafts, href text check (length(href) <= 2000), ${PERSON("answered_by")}, ${CREATED}, is_example boolean not null default false,
     check (state <> 'declined' or reason <> ''))`,
  "create index demand_answers_demand on demand_answers (demand_id, n desc)",
  // The road of a matter through bodies. A decision that was made elsewhere is recorded here, without positions or seal.
  `create table initiative_steps (${ID}, ${ORDER}, initiative_id uuid not null references initiatives,
     kind text not null check (kind in ('submitted','prepared','presented','decided','sent','outcome')), body jsonb not null,
     happened_on date, is_planned boolean not null default false, section text check (length(section) <= 50),
     proposal jsonb, decision jsonb, result text check (result in ('approved','changed','rejected','returned')), unanimous boolean,
     note jsonb, source text not null default '' check (length(source) <= 500), ${PERSON("recorded_by")}, ${CREATED})`,
  "create index initiative_steps_initiative on initiative_steps (initiative_id, n)",
];

/** Words of people: added, never changed. */
export const APPEND_ONLY = ["text_suggestion_fates", "demands", "demand_answers", "initiative_steps"];

const STATEMENTS = [
  ...DRAFTS,
  ...SUGGESTIONS,
  ...IMPORTS,
  ...INITIATIVES,
  ...APPEND_ONLY.flatMap((table) => [
    `create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change()`,
    `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_change()`,
  ]),
];
