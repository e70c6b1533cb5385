/** Change events in Postgres: read, folded with new changes, and written back. */
import type { Transaction } from "kysely";
import type { ChangeField } from "../../app/protocol/changes";
import type { Database } from "../../db/schema/tables";
import { type FoldedChange, foldChange, foldKey, same } from "./fold-changes";

type Stored = FoldedChange & { id?: string };

/** Folds new changes into the stored events of their fields, and writes what came of it. */
export async function storeChanges(
  trx: Transaction<Database>,
  documentId: string,
  changes: FoldedChange[],
): Promise<void> {
  const folded = await storedEvents(trx, documentId, [...new Set(changes.map((c) => c.categoryId))]);
  const before = new Map([...folded].map(([key, events]) => [key, [...events]]));
  for (const change of changes)
    folded.set(foldKey(change), foldChange(folded.get(foldKey(change)) ?? [], change));
  for (const [key, events] of folded) {
    const old = before.get(key) ?? [];
    const kept = new Set(events.map((e: Stored) => e.id));
    const gone = old.flatMap((e) => (e.id && !kept.has(e.id) ? [e.id] : []));
    if (gone.length > 0) await trx.deleteFrom("change_events").where("id", "in", gone).execute();
    for (const event of events as Stored[]) {
      if (!event.id) await insert(trx, documentId, event);
      else if (
        !same(
          old.find((e) => e.id === event.id),
          event,
        )
      )
        await update(trx, event, event.id);
    }
  }
}

async function storedEvents(
  trx: Transaction<Database>,
  documentId: string,
  categoryIds: string[],
): Promise<Map<string, Stored[]>> {
  const events = new Map<string, Stored[]>();
  if (categoryIds.length === 0) return events;
  const rows = await trx
    .selectFrom("change_events as e")
    .innerJoin("document_updates as u", (on) =>
      on.onRef("u.document_id", "=", "e.document_id").onRef("u.seq", "=", "e.first_seq"),
    )
    .selectAll("e")
    .select("u.origin")
    .where("e.document_id", "=", documentId)
    .where("e.category_id", "in", categoryIds)
    .orderBy("e.last_seq")
    .execute();
  for (const row of rows) {
    const event: Stored = {
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
    };
    events.set(foldKey(event), [...(events.get(foldKey(event)) ?? []), event]);
  }
  return events;
}

/** As JSON that Postgres keeps: half a character, which a merge can leave, is not text. */
const json = (value: unknown) =>
  JSON.stringify(value, (_key, v: unknown) =>
    typeof v === "string" ? v.replace(/\p{Surrogate}/gu, "\uFFFD") : v,
  );

async function insert(trx: Transaction<Database>, documentId: string, event: FoldedChange): Promise<void> {
  await trx
    .insertInto("change_events")
    .values({
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
    })
    .execute();
}

async function update(trx: Transaction<Database>, event: FoldedChange, id: string): Promise<void> {
  await trx
    .updateTable("change_events")
    .set({ after: json(event.after), last_seq: event.lastSeq, ended_at: event.endedAt })
    .where("id", "=", id)
    .execute();
}
