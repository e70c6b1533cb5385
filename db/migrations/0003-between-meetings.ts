import { type Kysely, sql } from "kysely";

/** Positions, discussion, suggestions, statement rounds, notifications and mail, account changes, search. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const ID = "id uuid primary key default gen_random_uuid()";
const CREATED = "created_at timestamptz not null default now()";
/** What was said keeps the order in which it was said, also within one millisecond. */
const ORDER = "n bigint generated always as identity";
const PERSON = (column: string) => `${column} uuid not null references persons`;
const DRAFT = "draft_id uuid not null references drafts";
const TABLE = "table_id uuid not null references tables";
const PARTY = "party_id uuid not null references parties";
/** A position's value; null takes the position back. */
const VALUE = "value text check (value in ('support','accept','reservation','object','abstain'))";

const POSITIONS = [
  `create table position_requests (${ID}, ${DRAFT}, due_on date not null, message text not null default '' check (length(message) <= 2000),
     ${PERSON("asked_by")}, ${CREATED})`,
  `create table positions (${ID}, ${ORDER}, ${DRAFT}, category_id text, ${PARTY}, ${VALUE},
     reason text not null default '' check (length(reason) <= 5000),
     content_hash text not null, content text not null,
     organ text check (length(organ) between 1 and 200), section text check (length(section) <= 50), organ_date date,
     told_by text check (length(told_by) between 1 and 200), told_at timestamptz,
     ${PERSON("given_by")}, given_at timestamptz not null default now(), is_example boolean not null default false,
     check ((told_by is null) = (told_at is null)), check (organ is not null or (section is null and organ_date is null)))`,
  "create index positions_subject on positions (draft_id, category_id, party_id, n desc)",
  `create table position_preparations (${DRAFT}, category_id text not null, ${PARTY}, ${VALUE},
     reason text not null default '' check (length(reason) <= 5000), ${PERSON("prepared_by")}, prepared_at timestamptz not null,
     primary key (draft_id, party_id, category_id))`,
  `create table proposals (${ID}, ${ORDER}, ${DRAFT}, version_id uuid not null references versions,
     text text not null check (length(text) between 1 and 10000), category_ids jsonb not null, ${PERSON("made_by")}, ${CREATED})`,
];

const DISCUSSION = [
  `create table threads (${ID}, ${ORDER}, ${TABLE}, subject_kind text not null check (subject_kind in ('draft','category','version','round')),
     subject_id uuid not null, draft_id uuid references drafts, category_id text, ${PERSON("opened_by")}, ${CREATED})`,
  "create index threads_subject on threads (draft_id, category_id)",
  `create table comments (${ID}, ${ORDER}, thread_id uuid not null references threads,
     kind text not null check (kind in ('comment','question','reply')), body text not null check (length(body) between 1 and 5000),
     ${PERSON("author_id")}, party_id uuid references parties, ${CREATED}, is_example boolean not null default false)`,
  "create index comments_thread on comments (thread_id, n)",
  `create table comment_edits (${ID}, ${ORDER}, comment_id uuid not null references comments,
     body text not null check (length(body) between 1 and 5000), ${CREATED})`,
  "create index comment_edits_comment on comment_edits (comment_id, n)",
  `create table comment_mentions (${ID}, comment_id uuid not null references comments, person_id uuid references persons,
     party_id uuid references parties, check ((person_id is null) <> (party_id is null)))`,
  `create table thread_events (${ID}, ${ORDER}, thread_id uuid not null references threads,
     kind text not null check (kind in ('resolved','reopened')), ${PERSON("person_id")}, ${CREATED})`,
  "create index thread_events_thread on thread_events (thread_id, n)",
  `create table thread_reads (thread_id uuid not null references threads, ${PERSON("person_id")}, read_at timestamptz not null,
     primary key (thread_id, person_id))`,
];

const SUGGESTIONS = [
  `create table suggestions (${ID}, ${ORDER}, ${DRAFT}, kind text not null check (kind in ('rename','move','remove','add')),
     category_id text, change jsonb not null, content_hash text, reason text not null default '' check (length(reason) <= 2000),
     ${PERSON("author_id")}, party_id uuid references parties, ${CREATED}, is_example boolean not null default false,
     check ((category_id is null) = (kind = 'add')))`,
  "create index suggestions_draft on suggestions (draft_id, n)",
  `create table suggestion_fates (suggestion_id uuid primary key references suggestions,
     fate text not null check (fate in ('accepted','declined','withdrawn')), reason text not null default '' check (length(reason) <= 2000),
     category_id text, seq bigint, ${PERSON("decided_by")}, ${CREATED})`,
  "alter table change_remarks add column suggestion_id uuid references suggestions",
];

const ROUNDS = [
  `create table statement_rounds (${ID}, ${ORDER}, ${TABLE}, ${DRAFT}, version_id uuid not null references versions, slug text not null unique,
     title text not null check (length(title) between 1 and 200), background text not null default '' check (length(background) <= 10000),
     due_on date not null, ${PERSON("opened_by")}, ${CREATED}, closed_at timestamptz, closed_by uuid references persons)`,
  `create table round_recipients (round_id uuid not null references statement_rounds, ${PARTY}, position int not null,
     let_in_until date, asked_again_at timestamptz, primary key (round_id, party_id))`,
  `create table round_questions (${ID}, round_id uuid not null references statement_rounds, position int not null,
     text text not null check (length(text) between 1 and 2000), category_id text, party_id uuid references parties)`,
  // A party's draft statement: one note for each part that somebody has begun.
  `create table statement_parts (round_id uuid not null references statement_rounds, ${PARTY}, part text not null,
     document_id uuid not null unique references documents, ${CREATED}, primary key (round_id, party_id, part))`,
  `create table attachments (${ID}, round_id uuid not null references statement_rounds, ${PARTY}, name text not null check (length(name) between 1 and 200),
     bytes bytea not null, size int not null, sha256 text not null, ${PERSON("uploaded_by")}, ${CREATED}, removed_at timestamptz)`,
  `create table statements (${ID}, ${ORDER}, round_id uuid not null references statement_rounds, ${PARTY}, content text not null,
     sha256 text not null, organ text not null check (length(organ) between 1 and 200), section text check (length(section) <= 50), organ_date date,
     is_late boolean not null, ${PERSON("sent_by")}, sent_at timestamptz not null default now(), is_example boolean not null default false)`,
  "create index statements_round on statements (round_id, party_id, n desc)",
  `create table proposed_changes (${ID}, ${ORDER}, statement_id uuid not null references statements, category_id text,
     text text not null check (length(text) between 1 and 5000))`,
  `create table proposed_change_answers (${ID}, ${ORDER}, change_id uuid not null references proposed_changes,
     answer text not null check (answer in ('accepted','partly','declined')), reason text not null check (length(reason) between 1 and 2000),
     ${PERSON("answered_by")}, ${CREATED})`,
];

const BEING_TOLD = [
  `create table notifications (${ID}, ${ORDER}, ${PERSON("person_id")}, ${TABLE}, kind text not null, draft_id uuid references drafts,
     category_id text, subject_id uuid, actor_id uuid references persons, party_id uuid references parties,
     detail jsonb not null default '{}', key text not null, ${CREATED}, read_at timestamptz, settled_at timestamptz,
     unique (person_id, key))`,
  "create index notifications_person on notifications (person_id, n desc)",
  "create index notifications_unread on notifications (person_id) where read_at is null",
  "create index notifications_unsettled on notifications (n) where settled_at is null",
  `create table notification_levels (${PERSON("person_id")}, ${TABLE}, level text not null check (level in ('immediately','digest','none')),
     primary key (person_id, table_id))`,
  // Mail to be sent and sent: text, html and headers as they go out.
  `create table mails (${ID}, ${ORDER}, person_id uuid references persons, to_address text not null, kind text not null, subject text not null,
     text text not null, html text not null, headers jsonb not null default '{}', message_id text not null unique, key text unique, ${CREATED},
     sent_at timestamptz, attempts int not null default 0, next_try_at timestamptz, last_problem text, gave_up_at timestamptz)`,
  "create index mails_digest on mails (person_id, n desc) where kind = 'digest'",
  "create index mails_waiting on mails (n) where sent_at is null and gave_up_at is null",
  `create table bounces (${ID}, address text not null, reason text not null, mail_id uuid references mails, ${CREATED}, cleared_at timestamptz)`,
  "create index bounces_address on bounces (lower(address)) where cleared_at is null",
  `create table mailed_links (${ID}, token_hash text not null unique, ${PERSON("person_id")}, ${TABLE}, ${PARTY},
     purpose text not null check (purpose in ('position','statement')), draft_id uuid references drafts, category_id text,
     round_id uuid references statement_rounds, ${CREATED}, expires_at timestamptz not null, revoked_at timestamptz)`,
  `create table draft_visits (${PERSON("person_id")}, ${DRAFT}, seq bigint not null, visited_at timestamptz not null,
     primary key (person_id, draft_id))`,
];

const ACCOUNTS = [
  `create table password_resets (${ID}, token_hash text not null unique, ${PERSON("person_id")}, ${CREATED}, expires_at timestamptz not null, used_at timestamptz)`,
  `create table email_changes (${ID}, token_hash text not null unique, ${PERSON("person_id")}, email text not null, ${CREATED},
     expires_at timestamptz not null, used_at timestamptz)`,
  // Wrong answers to "your present password" are counted from the trail.
  "create index audit_events_person on audit_events (person_id, at)",
];

/** Words as they are said: in Finnish or in Swedish, nobody asks which. */
const WORDS_OF = (text: string) => `to_tsvector('finnish', ${text}) || to_tsvector('swedish', ${text})`;
const SEARCH = [
  // What the worker last read of each live category: found by search, and made anew from the log at any time.
  `create table category_texts (document_id uuid not null references documents, category_id text not null, label jsonb not null,
     rationale jsonb not null, question text, status text not null, content_hash text not null, seq bigint not null,
     words tsvector generated always as (
       to_tsvector('finnish', coalesce(label->>'fi','') || ' ' || coalesce(rationale->>'fi','') || ' ' || coalesce(question,'')) ||
       to_tsvector('swedish', coalesce(label->>'sv','') || ' ' || coalesce(rationale->>'sv','')) ||
       to_tsvector('english', coalesce(label->>'en','') || ' ' || coalesce(rationale->>'en',''))) stored,
     primary key (document_id, category_id))`,
  "create index category_texts_words on category_texts using gin (words)",
  // The same expressions stand in server/queries/search-words.server.ts: another one would not use the index.
  `create index comments_words on comments using gin ((${WORDS_OF("body")}))`,
  `create index comment_edits_words on comment_edits using gin ((${WORDS_OF("body")}))`,
  `create index statements_words on statements using gin ((${WORDS_OF("(content::jsonb -> 'parts')")}))`,
];

/** Words of people: added, never changed. */
export const APPEND_ONLY = [
  ...[
    "position_requests",
    "positions",
    "proposals",
    "threads",
    "comments",
    "comment_edits",
    "comment_mentions",
    "thread_events",
  ],
  ...[
    "suggestions",
    "suggestion_fates",
    "round_questions",
    "statements",
    "proposed_changes",
    "proposed_change_answers",
  ],
];

const STATEMENTS = [
  ...POSITIONS,
  ...DISCUSSION,
  ...SUGGESTIONS,
  ...ROUNDS,
  ...BEING_TOLD,
  ...ACCOUNTS,
  ...SEARCH,
  ...APPEND_ONLY.flatMap((table) => [
    `create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change()`,
    `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_change()`,
  ]),
];
