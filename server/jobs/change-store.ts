/** Change events in Postgres: read, folded with new changes, and written back. */
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { ChangeField } from "../../app/protocol/changes";
import type { Database } from "../../db/schema/tables";
import { type FoldedChange, foldChange, foldKey } from "./fold-changes";

/** Rows of one statement: far below the 65 534 parameters that a statement may have. */
const ROWS_PER_STATEMENT = 1000;

/** An event that came from the database carries its id through the folding; a new one has none. */
type Stored = FoldedChange & { id?: string };

/**
 * Folds new changes into the stored events of their fields, and writes what came of it. Of what is stored it
 * reads only what ended at the sequence number `joinableFrom` or later: the caller knows that nothing older
 * can be joined, so the answer is that of the whole history at the price of the last minutes.
 */
export async function storeChanges(
  trx: Transaction<Database>,
  documentId: string,
  changes: FoldedChange[],
  joinableFrom: number,
): Promise<void> {
  if (changes.length === 0) return;
  const stored = await storedEvents(trx, documentId, changes, joinableFrom);
  const folded = new Map<string, Stored[]>();
  const ofField = (of: FoldedChange): Stored[] => {
    const events = folded.get(foldKey(of)) ?? [];
    folded.set(foldKey(of), events);
    return events;
  };
  for (const event of stored) ofField(event).push(event);
  for (const change of changes) foldChange(ofField(change), change);
  const events = [...folded.values()].flat();
  const kept = new Set(events.map((event) => event.id));
  const untouched = new Set(stored);
  await remove(
    trx,
    stored.flatMap(({ id }) => (id && !kept.has(id) ? [id] : [])),
  );
  await write(
    trx,
    documentId,
    events.filter((event) => !untouched.has(event)),
  );
}

/** What new changes could still join, in order. */
async function storedEvents(
  trx: Transaction<Database>,
  documentId: string,
  changes: FoldedChange[],
  joinableFrom: number,
): Promise<Stored[]> {
  const rows = await trx
    .selectFrom("change_events as e")
    .innerJoin("document_updates as u", (on) =>
      on.onRef("u.document_id", "=", "e.document_id").onRef("u.seq", "=", "e.first_seq"),
    )
    .selectAll("e")
    .select("u.origin")
    .where("e.document_id", "=", documentId)
    .where("e.category_id", "in", [...new Set(changes.map((change) => change.categoryId))])
    .where("e.last_seq", ">=", joinableFrom)
    .orderBy("e.last_seq")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    categoryId: row.category_id,
    field: row.field as ChangeField,
    firstSeq: Number(row.first_seq),
    lastSeq: Number(row.last_seq),
    personId: row.person_id,
    origin: row.origin,
    before: row.before,
    after: row.after,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }));
}

async function remove(trx: Transaction<Database>, ids: string[]): Promise<void> {
  for (const some of chunks(ids)) await trx.deleteFrom("change_events").where("id", "in", some).execute();
}

/** Inserts new events and moves the end of those that grew, in one statement. */
async function write(trx: Transaction<Database>, documentId: string, events: Stored[]): Promise<void> {
  for (const some of chunks(events))
    await trx
      .insertInto("change_events")
      .values(
        some.map((event) => ({
          id: event.id ?? randomUUID(),
          document_id: documentId,
          category_id: event.categoryId,
          field: event.field,
          first_seq: event.firstSeq,
          last_seq: event.lastSeq,
          person_id: event.personId,
          before: json(event.before),
          after: json(event.after),
          started_at: event.startedAt,
          ended_at: event.endedAt,
        })),
      )
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet(({ ref }) => ({
          after: ref("excluded.after"),
          last_seq: ref("excluded.last_seq"),
          ended_at: ref("excluded.ended_at"),
        })),
      )
      .execute();
}

function* chunks<T>(all: T[]): Generator<T[]> {
  for (let n = 0; n < all.length; n += ROWS_PER_STATEMENT) yield all.slice(n, n + ROWS_PER_STATEMENT);
}

/** As JSON that Postgres keeps: half a character, which a merge can leave, is not text. */
const json = (value: unknown) =>
  JSON.stringify(value, (_key, v: unknown) =>
    typeof v === "string" ? v.replace(/\p{Surrogate}/gu, "\uFFFD") : v,
  );
