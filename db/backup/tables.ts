/** Which tables a backup holds, and what the database's own catalogue says of them. */

import type { Database } from "../schema/tables";
import type { Transaction } from "./connection";

/** Each table of the product is decided here; one that is forgotten does not compile. */
const TABLES: Record<keyof Database, "kept" | "left out"> = {
  regions: "kept",
  parties: "kept",
  persons: "kept",
  tables: "kept",
  table_parties: "kept",
  memberships: "kept",
  invitations: "kept",
  documents: "kept",
  document_updates: "kept",
  drafts: "kept",
  versions: "kept",
  change_events: "kept",
  change_remarks: "kept",
  audit_events: "kept",
  position_requests: "kept",
  positions: "kept",
  position_preparations: "kept",
  proposals: "kept",
  threads: "kept",
  comments: "kept",
  comment_edits: "kept",
  comment_mentions: "kept",
  thread_events: "kept",
  thread_reads: "kept",
  suggestions: "kept",
  suggestion_fates: "kept",
  statement_rounds: "kept",
  round_recipients: "kept",
  round_questions: "kept",
  statement_parts: "kept",
  attachments: "kept",
  statements: "kept",
  proposed_changes: "kept",
  proposed_change_answers: "kept",
  notifications: "kept",
  notification_levels: "kept",
  mails: "kept",
  bounces: "kept",
  draft_visits: "kept",
  text_suggestions: "kept",
  text_suggestion_fates: "kept",
  initiatives: "kept",
  demands: "kept",
  demand_answers: "kept",
  initiative_steps: "kept",
  meetings: "kept",
  participants: "kept",
  agenda_items: "kept",
  agenda_attachments: "kept",
  meeting_events: "kept",
  speaking_events: "kept",
  proposed_decisions: "kept",
  proposed_decision_ends: "kept",
  decision_positions: "kept",
  decision_statements: "kept",
  seals: "kept",
  sealed_names: "kept",
  decisions: "kept",
  meeting_minutes: "kept",
  minutes_approvals: "kept",
  approved_minutes: "kept",
  road_steps: "kept",
  road_outcomes: "kept",
  road_thumbs: "kept",
  // Everybody signs in again: a stolen backup opens no session.
  sessions: "left out",
  // A stolen backup changes no password and speaks for nobody.
  password_resets: "left out",
  email_changes: "left out",
  mailed_links: "left out",
  seat_links: "left out",
  calendar_links: "left out",
  // Made again by the worker.
  category_texts: "left out",
  draft_texts: "left out",
  // Waits an hour for its reader, who can read the file again.
  imports: "left out",
  // Made again from the log, so that a bad one is never carried on.
  document_snapshots: "left out",
  // A key is this installation's own: with a new one, what the old one signed is void.
  installation: "left out",
};

/** Tables whose rows a backup holds. */
export const KEPT = Object.entries(TABLES).flatMap(([name, place]) => (place === "kept" ? [name] : []));
/** Every table that the migrations make, those of the migrator too. */
export const ALL = [...Object.keys(TABLES), "kysely_migration", "kysely_migration_lock"];

export interface TableShape {
  name: string;
  columns: string[];
}

/** The kept tables that are there, with their written columns, each after those that it refers to. */
export async function readShapes(trx: Transaction): Promise<TableShape[]> {
  const shapes = await trx<TableShape[]>`
    select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relname = any (${KEPT}) and c.relkind in ('r', 'p')
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`;
  const links = await trx<{ child: string; parent: string }[]>`
    select distinct child.relname::text as child, parent.relname::text as parent
    from pg_constraint f join pg_class child on child.oid = f.conrelid join pg_class parent on parent.oid = f.confrelid
    where f.contype = 'f' and child.relnamespace = 'public'::regnamespace and child.oid <> parent.oid`;
  return inOrder(shapes, links);
}

/** Parents before children. Throws when tables refer to each other in a circle. */
function inOrder(shapes: TableShape[], links: { child: string; parent: string }[]): TableShape[] {
  const placed: TableShape[] = [];
  let waiting = [...shapes];
  while (waiting.length) {
    const ready = waiting.filter(
      ({ name }) => !links.some((l) => l.child === name && waiting.some((w) => w.name === l.parent)),
    );
    if (ready.length === 0)
      throw new Error(`Tables refer to each other: ${waiting.map((w) => w.name).join(", ")}`);
    placed.push(...ready);
    waiting = waiting.filter((w) => !ready.includes(w));
  }
  return placed;
}

/** Names of the product's tables that are there. */
export async function presentTables(trx: Transaction): Promise<string[]> {
  const rows = await trx<{ name: string }[]>`select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname = any (${ALL})
    order by relname`;
  return rows.map((row) => row.name);
}

/** Names of the migrations that have run, in order; empty for a database without the product's tables. */
export async function readMigrations(trx: Transaction, present: string[]): Promise<string[]> {
  if (!present.includes("kysely_migration")) return [];
  const rows = await trx<{ name: string }[]>`select name::text from kysely_migration order by name`;
  return rows.map((row) => row.name);
}

/** Rows of each table, without those that have none. */
export async function rowCounts(trx: Transaction, tables: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const name of tables) {
    const [row] = (await trx.unsafe(`select count(*)::float8 as rows from public.${quoted(name)}`)) as {
      rows: number;
    }[];
    if (row?.rows) counts.set(name, row.rows);
  }
  return counts;
}

/** A name as SQL writes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const quotedList = (names: string[]) => names.map(quoted).join(", ");
