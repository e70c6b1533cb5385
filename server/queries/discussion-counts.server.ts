/** What the board's cards tell of talk and suggestions. */
import { type Kysely, sql } from "kysely";
import type { ThreadCount } from "../../app/protocol/discussion-data";
import type { Database } from "../../db/schema/tables";

/** By category id: threads that are not resolved, and whether anything there is new to the viewer (rule C5). */
export async function threadCounts(
  db: Kysely<Database>,
  draftId: string,
  viewerId: string,
): Promise<Record<string, ThreadCount>> {
  // A read is remembered to the millisecond, a row of the database to the microsecond.
  const { rows } = await sql<{ id: string; open: number; unread: boolean }>`
    select t.category_id as id,
      count(*) filter (where coalesce((select e.kind from thread_events e where e.thread_id = t.id order by e.n desc limit 1), '') <> 'resolved')::int as open,
      bool_or(exists (select from comments c where c.thread_id = t.id and c.author_id <> ${viewerId}
        and date_trunc('milliseconds', c.created_at) > coalesce(r.read_at, '-infinity'))) as unread
    from threads t left join thread_reads r on r.thread_id = t.id and r.person_id = ${viewerId}
    where t.draft_id = ${draftId} and t.subject_kind = 'category' group by t.category_id`.execute(db);
  return Object.fromEntries(rows.map(({ id, open, unread }) => [id, { open, unread }]));
}

/** By category id: suggestions that wait for an answer. */
export async function suggestionCounts(
  db: Kysely<Database>,
  draftId: string,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("suggestions as s")
    .leftJoin("suggestion_fates as f", "f.suggestion_id", "s.id")
    .select(["s.category_id as id", (of) => of.fn.countAll<number>().as("count")])
    .where("s.draft_id", "=", draftId)
    .where("s.category_id", "is not", null)
    .where("f.suggestion_id", "is", null)
    .groupBy("s.category_id")
    .execute();
  return Object.fromEntries(rows.map(({ id, count }) => [id ?? "", Number(count)]));
}
