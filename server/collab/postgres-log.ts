/** The update log in Postgres: tables `documents` and `document_updates`. */
import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { PREPARED } from "../../db/prepared";
import type { Database } from "../../db/schema/tables";
import { CorruptUpdate, DocumentNotFound, type NewUpdate, type UpdateLog } from "./update-log";

/** Appends of up to this many updates are prepared statements: one text for each number of updates. */
const PREPARED_UPDATES_MAX = 16;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

interface Appended {
  update_id: string;
  seq: number;
  fresh: boolean;
}

/**
 * Appends with one statement, and so with one round trip and one commit: the update of `documents` takes the
 * row lock that gives the numbers. Should another node commit the same update id meanwhile, the unique key
 * refuses the whole statement, and the second try finds the row.
 */
export function createPostgresLog(db: Kysely<Database>): UpdateLog {
  async function appendOnce(documentId: string, updates: NewUpdate[]): Promise<Appended[]> {
    const rows = sql.join(
      updates.map(
        (u, n) =>
          sql`(${n + 1}::int, ${u.updateId}::uuid, ${u.personId}::uuid, ${u.sessionId}::text, ${u.origin}::text,
               ${Buffer.from(u.bytes)}::bytea, ${sha256(u.bytes)}::text)`,
      ),
    );
    const { rows: answers } =
      await sql<Appended>`${sql.raw(updates.length <= PREPARED_UPDATES_MAX ? PREPARED : "")}
      with incoming (n, update_id, person_id, session_id, origin, bytes, sha256) as (values ${rows}),
      known as (
        select update_id, seq from document_updates
        where document_id = ${documentId}::uuid and update_id in (select update_id from incoming)),
      fresh as (
        select i.*, row_number() over (order by n) as k from incoming i
        where not exists (select 1 from known where known.update_id = i.update_id)),
      bumped as (
        update documents set last_seq = last_seq + (select count(*) from fresh)
        where id = ${documentId}::uuid returning last_seq),
      inserted as (
        insert into document_updates (document_id, seq, update_id, person_id, session_id, origin, bytes, sha256)
        select ${documentId}::uuid, bumped.last_seq - (select count(*) from fresh) + k,
               update_id, person_id, session_id, origin, bytes, sha256
        from fresh, bumped returning update_id, seq)
      select update_id, seq, true as fresh from inserted
      union all select update_id, seq, false as fresh from known`.execute(db);
    return answers;
  }

  return {
    async append(documentId, updates) {
      // The same id twice in one call is one row.
      const once = [...new Map(updates.map((u) => [u.updateId, u])).values()];
      let answers: Appended[];
      try {
        answers = await appendOnce(documentId, once);
      } catch (error) {
        if ((error as { code?: unknown }).code !== "23505") throw error;
        answers = await appendOnce(documentId, once);
      }
      const byId = new Map(answers.map((a) => [a.update_id, a]));
      const told = new Set<string>();
      return updates.map((update) => {
        const answer = byId.get(update.updateId);
        if (!answer) throw new DocumentNotFound(documentId);
        const fresh = answer.fresh && !told.has(update.updateId);
        told.add(update.updateId);
        return { updateId: update.updateId, seq: Number(answer.seq), fresh };
      });
    },

    async read(documentId, afterSeq = 0) {
      const rows = await db
        .selectFrom("document_updates")
        .selectAll()
        .where("document_id", "=", documentId)
        .where("seq", ">", afterSeq)
        .orderBy("seq")
        .execute();
      if (rows.length === 0) {
        const known = await db
          .selectFrom("documents")
          .select("id")
          .where("id", "=", documentId)
          .executeTakeFirst();
        if (!known) throw new DocumentNotFound(documentId);
      }
      return rows.map((row) => {
        if (sha256(row.bytes) !== row.sha256) throw new CorruptUpdate(`${documentId} seq ${row.seq}`);
        return {
          seq: Number(row.seq),
          updateId: row.update_id,
          personId: row.person_id,
          sessionId: row.session_id,
          origin: row.origin,
          bytes: new Uint8Array(row.bytes),
          sha256: row.sha256,
          createdAt: row.created_at,
        };
      });
    },
  };
}
