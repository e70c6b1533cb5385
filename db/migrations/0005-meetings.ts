import { type Kysely, sql } from "kysely";

/** Meetings with agenda, attendance and speaking turns; proposed decisions, sealed decisions, minutes; the road of a draft. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const ID = "id uuid primary key default gen_random_uuid()";
const CREATED = "created_at timestamptz not null default now()";
const ORDER = "n bigint generated always as identity";
const PERSON = (column: string) => `${column} uuid not null references persons`;
const TABLE = "table_id uuid not null references tables";
const MEETING = "meeting_id uuid not null references meetings";
const PARTY = "party_id uuid not null references parties";
/** The browser's own id of a deed: sent twice, it is done once. */
const KEY = "key text not null check (length(key) between 8 and 100)";

// current_item_id, set_in_item_id and corrects have no foreign key: a backup writes tables in an order, and these would make a circle.
const TABLES = [
  // Whether a table's record is a memo (proposal, handling) or minutes (proposed decision, handling, decision).
  "alter table tables add column record_kind text not null default 'memo' check (record_kind in ('memo','minutes'))",
  "alter table tables add column quorum text not null default 'majority' check (quorum in ('majority','none'))",
  "alter table tables add column reveal text not null default 'afterOwn' check (reveal in ('afterOwn','atOnce'))",
  "alter table tables add column silence text not null default 'waits' check (silence in ('waits','consents'))",
];

const MEETINGS = [
  `create table meetings (${ID}, ${TABLE}, slug text not null unique, number int not null check (number > 0), year int not null,
     starts_at timestamptz not null, ends_at timestamptz, place text not null default '' check (length(place) <= 300),
     remote_link text not null default '' check (length(remote_link) <= 2000), is_in_person boolean not null default false,
     message text not null default '' check (length(message) <= 5000), record_kind text not null check (record_kind in ('memo','minutes')),
     quorum text not null check (quorum in ('majority','none')),
     document_id uuid not null unique references documents,
     state text not null default 'planned' check (state in ('planned','open','closed','cancelled')), current_item_id uuid,
     opened_at timestamptz, closed_at timestamptz, invited_at timestamptz, revision int not null default 0, set_in_item_id uuid,
     source text not null default '' check (length(source) <= 500), is_example boolean not null default false,
     ${PERSON("created_by")}, ${CREATED}, unique (table_id, year, number))`,
  "create index meetings_table on meetings (table_id, starts_at desc)",
  // Who is expected and who came; a name is the person's own, or what a public document says.
  `create table participants (${ID}, ${MEETING}, person_id uuid references persons, party_id uuid references parties,
     name text not null check (length(name) <= 200), title text not null default '' check (length(title) <= 200),
     list text not null check (list in ('member','other')),
     role text not null check (role in ('chair','viceChair','secretary','presenter','member','other')),
     substitutes_id uuid references participants, position int not null, ${CREATED}, key text, unique (meeting_id, person_id), unique (meeting_id, key))`,
  `create table agenda_items (${ID}, ${MEETING}, position int not null, kind text not null default 'ordinary'
       check (kind in ('opening','previousMinutes','ordinary','comingMeetings','otherMatters','forInformation','closing')),
     title jsonb not null, presenter text not null default '' check (length(presenter) <= 300), proposal jsonb not null default '{"fi":""}',
     draft_id uuid references drafts, handling_id uuid not null unique references documents, origin jsonb, ${CREATED}, removed_at timestamptz,
     key text check (length(key) between 8 and 100), unique (meeting_id, key))`,
  "create index agenda_items_meeting on agenda_items (meeting_id, position)",
  "create index agenda_items_draft on agenda_items (draft_id)",
  `create table agenda_attachments (${ID}, item_id uuid not null references agenda_items, number int not null check (number > 0),
     title text not null check (length(title) between 1 and 300), kind text not null check (kind in ('version','draft','file')),
     draft_id uuid references drafts, version_id uuid references versions, name text, bytes bytea, size int, sha256 text,
     ${PERSON("added_by")}, ${CREATED}, removed_at timestamptz, check ((kind = 'file') = (bytes is not null)))`,
  // What happened, in the order it was recorded, with the time it happened. A wrong one is withdrawn by another.
  `create table meeting_events (${ID}, ${ORDER}, ${MEETING}, kind text not null, at timestamptz not null, item_id uuid references agenda_items,
     participant_id uuid references participants, detail jsonb not null default '{}', corrects uuid references meeting_events,
     ${PERSON("recorded_by")}, ${CREATED}, ${KEY}, unique (meeting_id, key))`,
  "create index meeting_events_meeting on meeting_events (meeting_id, n)",
  `create table speaking_events (${ID}, ${ORDER}, ${MEETING}, item_id uuid references agenda_items, turn_id uuid not null,
     kind text not null check (kind in ('asked','withdrawn','given','ended')), participant_id uuid not null references participants,
     is_point_of_order boolean not null default false, at timestamptz not null, ${PERSON("recorded_by")}, ${KEY}, unique (meeting_id, key))`,
  "create index speaking_events_meeting on speaking_events (meeting_id, n)",
  // Opens a meeting on a telephone as one person; a calendar that a program reads again and again.
  `create table seat_links (${ID}, token_hash text not null unique, ${MEETING}, ${PERSON("person_id")}, ${CREATED},
     expires_at timestamptz not null, revoked_at timestamptz)`,
  `create table calendar_links (${ID}, token_hash text not null unique, ${PERSON("person_id")}, table_id uuid references tables, ${CREATED},
     revoked_at timestamptz)`,
];

const DECISIONS = [
  `create table proposed_decisions (${ID}, ${ORDER}, ${TABLE}, meeting_id uuid references meetings, item_id uuid references agenda_items,
     draft_id uuid not null references drafts, version_id uuid not null references versions, version_sha256 text not null,
     text text not null check (length(text) between 1 and 10000), entitled jsonb not null, quorum int not null check (quorum >= 0),
     reveal text not null check (reveal in ('afterOwn','atOnce')), silence text not null check (silence in ('waits','consents')),
     due_at timestamptz, replaces uuid references proposed_decisions, corrects uuid, ${PERSON("opened_by")}, opened_at timestamptz not null,
     is_example boolean not null default false, ${KEY}, unique (table_id, key))`,
  "create index proposed_decisions_meeting on proposed_decisions (meeting_id, n)",
  // Withdrawn, or replaced by one on another version: its positions are void, and stay readable.
  `create table proposed_decision_ends (proposed_decision_id uuid primary key references proposed_decisions,
     kind text not null check (kind in ('withdrawn','replaced')), reason text not null default '' check (length(reason) <= 2000),
     ${PERSON("ended_by")}, ended_at timestamptz not null)`,
  `create table decision_positions (${ID}, ${ORDER}, proposed_decision_id uuid not null references proposed_decisions, ${PARTY},
     value text check (value in ('support','accept','reservation','object','abstain')), reason text not null default '' check (length(reason) <= 5000),
     how text not null check (how in ('seat','link','told')), told_by text check (length(told_by) between 1 and 200),
     ${PERSON("given_by")}, given_at timestamptz not null, is_example boolean not null default false, ${KEY},
     unique (proposed_decision_id, key), check ((how = 'told') = (told_by is not null)))`,
  "create index decision_positions_subject on decision_positions (proposed_decision_id, party_id, n desc)",
  `create table decision_statements (${ID}, ${ORDER}, proposed_decision_id uuid not null references proposed_decisions, ${PARTY},
     kind text not null check (kind in ('supplementary','dissent')), text text not null check (length(text) between 1 and 5000),
     ${PERSON("given_by")}, given_at timestamptz not null, is_example boolean not null default false, ${KEY}, unique (proposed_decision_id, key))`,
  // The chain of a table: each seal holds the hash of the one before.
  `create table seals (${ID}, ${TABLE}, place int not null check (place > 0), kind text not null check (kind in ('decision','minutes')),
     content text not null, content_sha256 text not null, previous_sha256 text, sealed_at timestamptz not null, sha256 text not null unique,
     unique (table_id, place), unique (table_id, previous_sha256), check ((place = 1) = (previous_sha256 is null)))`,
  `create table decisions (${ID}, ${ORDER}, ${TABLE}, number int not null check (number > 0), year int not null,
     proposed_decision_id uuid not null unique references proposed_decisions, seal_id uuid not null unique references seals,
     outcome text not null check (outcome in ('unanimous','consensusWithReservations','notReached')),
     corrects_id uuid references decisions, ${PERSON("stated_by")}, stated_at timestamptz not null, ${KEY},
     unique (table_id, year, number))`,
  // The names behind the hashes that seals hold. An erased one has neither name nor salt: the hash then tells nothing.
  `create table sealed_names (name_hash text primary key, ${TABLE}, person_id uuid references persons,
     name text not null check (length(name) <= 200), salt text, ${CREATED}, erased_at timestamptz, erased_by uuid references persons,
     check ((salt is null) = (erased_at is not null)), check (erased_at is null or (name = '' and person_id is null)))`,
  "create index sealed_names_person on sealed_names (table_id, person_id)",
  "alter table mailed_links add column proposed_decision_id uuid references proposed_decisions",
  "alter table mailed_links drop constraint mailed_links_purpose_check",
  "alter table mailed_links add constraint mailed_links_purpose_check check (purpose in ('position','statement','decision'))",
];

const MINUTES = [
  // The polished text is a draft of the table: written, commented, suggested to and frozen as any other.
  `create table meeting_minutes (meeting_id uuid primary key references meetings, draft_id uuid not null unique references drafts,
     comment_until timestamptz, ${PERSON("started_by")}, ${CREATED})`,
  `create table minutes_approvals (${ID}, ${ORDER}, ${MEETING}, role text not null check (role in ('chair','secretary')),
     content_sha256 text not null, ${PERSON("approved_by")}, approved_at timestamptz not null, ${KEY}, unique (meeting_id, key))`,
  `create table approved_minutes (meeting_id uuid primary key references meetings, version_id uuid not null references versions,
     seal_id uuid not null unique references seals, approved_at timestamptz not null)`,
];

const ROAD = [
  // The bodies that a draft passes on its way to a decision.
  `create table road_steps (${ID}, ${ORDER}, draft_id uuid not null references drafts, position int not null,
     kind text not null check (kind in ('thumbsUp','discussed','handled','agenda','decided')), body jsonb not null, note jsonb,
     happens_on date, starts text check (starts ~ '^\\d\\d:\\d\\d$'), ends text check (ends ~ '^\\d\\d:\\d\\d$'),
     meeting_id uuid references meetings, source text not null default '' check (length(source) <= 500), ${PERSON("recorded_by")}, ${CREATED},
     key text check (length(key) between 8 and 100), unique (draft_id, key))`,
  "create index road_steps_draft on road_steps (draft_id, position)",
  // What came of a step; the latest counts.
  `create table road_outcomes (${ID}, ${ORDER}, step_id uuid not null references road_steps,
     state text not null check (state in ('done','cancelled')), text jsonb not null default '{"fi":""}',
     ${PERSON("recorded_by")}, ${CREATED})`,
  // A party's thumb up in a round of thumbs; the latest counts.
  `create table road_thumbs (${ID}, ${ORDER}, step_id uuid not null references road_steps, ${PARTY}, is_up boolean not null,
     ${PERSON("given_by")}, given_at timestamptz not null, is_example boolean not null default false)`,
];

/** What was said, and what happened: added, never changed. */
export const APPEND_ONLY = [
  ...["meeting_events", "speaking_events", "proposed_decisions", "proposed_decision_ends"],
  ...[
    "decision_positions",
    "decision_statements",
    "seals",
    "decisions",
    "minutes_approvals",
    "approved_minutes",
  ],
  ...["road_outcomes", "road_thumbs"],
];

const MAILS = [
  // Files that go with a mail: an invitation's calendar.
  "alter table mails add column attachments jsonb",
];

const STATEMENTS = [
  ...TABLES,
  ...MAILS,
  ...MEETINGS,
  ...DECISIONS,
  ...MINUTES,
  ...ROAD,
  ...APPEND_ONLY.flatMap((table) => [
    `create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change()`,
    `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_change()`,
  ]),
];
