/**
 * Derives `text_suggestions` from the log of texts: who first sent each suggestion, and for which party they sat then
 * (rule E12). The rows and their cursor (`documents.derived_seq`) move in one transaction, so that a crash repeats
 * nothing and skips nothing, and the first update that has an id wins on however many servers.
 */
import { type Kysely, sql, type Transaction } from "kysely";
import type { Logger } from "pino";
import type { Database } from "../../db/schema/tables";
import { suggestionIdsIn } from "../collab/log/suggestion-authors";
import type { UpdateLog } from "../collab/log/update-log";
import { inSlices } from "./turns";

export interface SuggestionDeriver {
  /** Derives the document's suggestions soon. */
  schedule(documentId: string): void;
  /** Schedules every text that is behind its log, now and from time to time. Never throws. */
  catchUp(): void;
  /** Finishes what runs and forgets the rest: it is derived at the next start. */
  stop(): Promise<void>;
}

export interface SuggestionDeriverOptions {
  db: Kysely<Database>;
  updateLog: Pick<UpdateLog, "read">;
  log: Logger;
  /** Milliseconds from a commit to the deriving. */
  delay: number;
  /** Called when new suggestions of a document are stored. */
  derived: (documentId: string) => void;
}

/** A server that died, or a database that was away, may have left something. Milliseconds. */
const CATCH_UP_MILLISECONDS = 60_000;
const ROWS_PER_STATEMENT = 1000;

interface Found {
  id: string;
  seq: number;
  personId: string;
  createdAt: Date;
}

export function createSuggestionDeriver({
  db,
  updateLog,
  log,
  delay,
  derived,
}: SuggestionDeriverOptions): SuggestionDeriver {
  const timers = new Map<string, NodeJS.Timeout>();
  let running: Promise<void> = Promise.resolve();
  let watch: NodeJS.Timeout | null = null;
  let stopped = false;

  /** One at a time: deriving must not take the connections from people's edits. A failure waits for the next round. */
  function inTurn(what: string, work: () => Promise<void>): void {
    running = running
      .then(() => (stopped ? undefined : work()))
      .catch((error) => log.error({ err: error }, what));
  }
  function schedule(documentId: string): void {
    if (stopped || timers.has(documentId)) return;
    const timer = setTimeout(() => {
      timers.delete(documentId);
      inTurn("suggestions in a text could not be derived", async () => {
        if ((await deriveTextSuggestions(db, updateLog, documentId)) > 0) derived(documentId);
      });
    }, delay);
    timers.set(documentId, timer.unref());
  }
  async function findBehind(): Promise<void> {
    const behind = await db
      .selectFrom("documents")
      .select("id")
      .where("kind", "=", "text")
      .whereRef("derived_seq", "<", "last_seq")
      .execute();
    for (const { id } of behind) schedule(id);
  }
  function catchUp(): void {
    inTurn("texts behind their log could not be listed", findBehind);
    if (!stopped) watch ??= setInterval(catchUp, CATCH_UP_MILLISECONDS).unref();
  }

  return {
    schedule,
    catchUp,
    stop: async () => {
      stopped = true;
      if (watch) clearInterval(watch);
      for (const timer of timers.values()) clearTimeout(timer);
      await running;
    },
  };
}

/** Stores what the log of a text has after the cursor. Answers how many suggestions were new. */
export async function deriveTextSuggestions(
  db: Kysely<Database>,
  updateLog: Pick<UpdateLog, "read">,
  documentId: string,
): Promise<number> {
  const { kind, derived_seq, last_seq } = await db
    .selectFrom("documents")
    .select(["kind", "derived_seq", "last_seq"])
    .where("id", "=", documentId)
    .executeTakeFirstOrThrow();
  if (kind !== "text" || derived_seq >= last_seq) return 0;
  const found = new Map<string, Found>();
  let seq = derived_seq;
  await inSlices(await updateLog.read(documentId, derived_seq), (row) => {
    seq = row.seq;
    for (const id of suggestionIdsIn(row.bytes)) if (!found.has(id)) found.set(id, { id, ...row });
  });
  return await db.transaction().execute(async (trx) => {
    // A crash loses rows and cursor together, and they are derived again: nothing here waits for the disk.
    await sql`set local synchronous_commit to off`.execute(trx);
    await sql`select pg_advisory_xact_lock(hashtextextended(${documentId}, 8))`.execute(trx);
    const added = await store(trx, documentId, [...found.values()]);
    // The last statement: appends wait for this row, and only for this long.
    await trx
      .updateTable("documents")
      .set({ derived_seq: seq })
      .where("id", "=", documentId)
      .where("derived_seq", "<", seq)
      .execute();
    return added;
  });
}

/** Who wrote first stays the author, whoever stores it. */
async function store(trx: Transaction<Database>, documentId: string, found: Found[]): Promise<number> {
  let added = 0;
  for (let n = 0; n < found.length; n += ROWS_PER_STATEMENT) {
    const some = found.slice(n, n + ROWS_PER_STATEMENT);
    const { rows } = await sql`
      insert into text_suggestions (document_id, id, first_seq, author_id, party_id, created_at)
      select ${documentId}::uuid, f.id, f.seq, f.person::uuid,
        (select m.party_id from memberships m join drafts d on d.table_id = m.table_id
         where d.document_id = ${documentId}::uuid and m.person_id = f.person::uuid and m.party_id is not null
           and m.starts_at <= at and (m.ends_at is null or m.ends_at > at)
         order by m.starts_at desc limit 1), at
      from unnest(${some.map(({ id }) => id)}::text[], ${some.map(({ seq }) => seq)}::bigint[],
        ${some.map(({ personId }) => personId)}::text[],
        ${some.map(({ createdAt }) => createdAt.toISOString())}::text[]) as f(id, seq, person, written),
        lateral (select f.written::timestamptz as at) as moment
      on conflict (document_id, id) do nothing returning id`.execute(trx);
    added += rows.length;
  }
  return added;
}

/** Who made the suggestions of a text, of all that is committed now: by id. Whoever derives first tells the others. */
export async function authorsInDatabase(
  { db, updateLog, derived }: Pick<SuggestionDeriverOptions, "db" | "updateLog" | "derived">,
  documentId: string,
): Promise<Map<string, string>> {
  if ((await deriveTextSuggestions(db, updateLog, documentId)) > 0) derived(documentId);
  const rows = await db
    .selectFrom("text_suggestions")
    .select(["id", "author_id"])
    .where("document_id", "=", documentId)
    .execute();
  return new Map(rows.map(({ id, author_id }) => [id, author_id]));
}
