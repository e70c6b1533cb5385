/** The update log in Postgres: tables `documents`, `document_updates` and `document_snapshots`. */
import { hash } from "node:crypto";
import { CompiledQuery, type Kysely, sql } from "kysely";
import { PREPARED } from "../../../db/prepared";
import type { Database } from "../../../db/schema/tables";
import { groupCommit, type Part } from "./group-commit";
import { APPEND, type AppendAnswer, appendParameters } from "./postgres-log-append";
import {
  CorruptUpdate,
  DocumentNotFound,
  type LoggedUpdate,
  type NewUpdate,
  SNAPSHOTS_KEPT,
  type UpdateLog,
} from "./update-log";

/** Rows of one read; between two the event loop turns. */
const ROWS_PER_READ = 1000;

const sha256 = (bytes: Uint8Array) => hash("sha256", bytes, "hex");
const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? "");

interface AppendPart extends Part {
  updates: NewUpdate[];
}
type Found = Map<string, AppendAnswer>;

/**
 * Appends of all documents share statements and commits (group-commit.ts). Should another node commit the same
 * update id meanwhile, the unique key refuses the statement, and the second try finds the row.
 */
export function createPostgresLog(db: Kysely<Database>): UpdateLog {
  const commit = groupCommit<AppendPart, Found>({
    commit: async (parts) => {
      try {
        return await appendOnce(parts);
      } catch (error) {
        const again = codeOf(error) === "40P01" || (codeOf(error) === "23505" && parts.length === 1);
        if (!again) throw error;
        return await appendOnce(parts);
      }
    },
    // Classes 22 and 23: values and constraints. Anything else concerns the database, not one document.
    mayBeOnes: (error) => /^2[23]/.test(codeOf(error)),
  });

  async function appendOnce(parts: AppendPart[]): Promise<Found[]> {
    const parameters = appendParameters(parts.map(({ key, updates }) => ({ documentId: key, updates })));
    const { rows } = await db.executeQuery(
      CompiledQuery.raw(APPEND, parameters) as CompiledQuery<AppendAnswer>,
    );
    const found = new Map<string, Found>(parts.map(({ key }) => [key, new Map()]));
    for (const row of rows) found.get(row.document_id)!.set(row.update_id, row);
    return parts.map(({ key }) => found.get(key)!);
  }

  async function head(documentId: string) {
    const { rows } = await sql<{
      kind: "split";
      schemaVersion: number;
      seq: number;
      epoch: number;
    }>`${sql.raw(PREPARED)}
      select kind, schema_version as "schemaVersion", last_seq as seq, epoch
      from documents where id = ${documentId}::uuid`.execute(db);
    if (!rows[0]) throw new DocumentNotFound(documentId);
    return rows[0];
  }

  return {
    head,

    async append(documentId, updates) {
      if (updates.length === 0) {
        await head(documentId);
        return [];
      }
      const bytes = updates.reduce((sum, update) => sum + update.bytes.length, 0);
      const found = await commit({ key: documentId, rows: updates.length, bytes, updates });
      return updates.map(({ updateId }) => {
        const row = found.get(updateId);
        if (!row) throw new DocumentNotFound(documentId);
        // Fresh is only the first that asks: the same id twice is one row.
        const { fresh } = row;
        row.fresh = false;
        return { updateId, seq: row.seq, fresh };
      });
    },

    async read(documentId, afterSeq = 0) {
      const good: LoggedUpdate[] = [];
      for (;;) {
        const rows = await readRows(db, documentId, good.at(-1)?.seq ?? afterSeq);
        for (const row of rows) {
          if (sha256(row.bytes) !== row.sha256)
            throw new CorruptUpdate(
              `the bytes of ${documentId} seq ${row.seq} are not what was written`,
              good,
            );
          good.push({ ...row, bytes: new Uint8Array(row.bytes) });
        }
        if (rows.length < ROWS_PER_READ) break;
      }
      if (good.length === 0) await head(documentId);
      return good;
    },

    async heads(documentIds) {
      const { rows } = await sql<{ id: string; seq: number }>`${sql.raw(PREPARED)}
        select id, last_seq as seq from documents where id = any(${`{${documentIds.join()}}`}::text::uuid[])`.execute(
        db,
      );
      return new Map(rows.map(({ id, seq }) => [id, seq]));
    },

    async snapshot(documentId, before = Number.MAX_SAFE_INTEGER) {
      const { rows } = await sql<{ seq: number; bytes: Uint8Array; sha256: string }>`${sql.raw(PREPARED)}
        select seq, bytes, sha256 from document_snapshots
        where document_id = ${documentId}::uuid and seq < ${before}::bigint order by seq desc limit 1`.execute(
        db,
      );
      const row = rows[0];
      if (!row) return null;
      return { seq: row.seq, bytes: new Uint8Array(row.bytes), intact: sha256(row.bytes) === row.sha256 };
    },

    async keepSnapshot(documentId, { seq, bytes }) {
      await db.transaction().execute(async (trx) => {
        // One that rotted is no reason not to keep a good one in its place.
        await sql`delete from document_snapshots where document_id = ${documentId} and seq = ${seq}
          and encode(sha256(bytes), 'hex') <> sha256`.execute(trx);
        await trx
          .insertInto("document_snapshots")
          .values({ document_id: documentId, seq, bytes: Buffer.from(bytes), sha256: sha256(bytes) })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await sql`delete from document_snapshots where document_id = ${documentId} and seq < (
          select min(seq) from (select seq from document_snapshots where document_id = ${documentId}
            order by seq desc limit ${SNAPSHOTS_KEPT}) as kept)`.execute(trx);
      });
    },

    async behindSnapshots(updates, limit) {
      const { rows } = await sql<{ id: string }>`
        select d.id from documents d
        left join (select document_id, max(seq) as seq from document_snapshots group by document_id) s
          on s.document_id = d.id
        where d.last_seq >= ${updates} and d.last_seq - coalesce(s.seq, 0) >= ${updates}
        order by d.last_seq - coalesce(s.seq, 0) desc, d.id limit ${limit}`.execute(db);
      return rows.map(({ id }) => id);
    },
  };
}

/** At most ROWS_PER_READ rows after `afterSeq`, in order. */
async function readRows(db: Kysely<Database>, documentId: string, afterSeq: number): Promise<LoggedUpdate[]> {
  const { rows } = await sql<LoggedUpdate>`${sql.raw(PREPARED)}
    select seq, update_id as "updateId", person_id as "personId", session_id as "sessionId", origin, bytes, sha256,
      created_at as "createdAt"
    from document_updates where document_id = ${documentId}::uuid and seq > ${afterSeq}::bigint
    order by seq limit ${ROWS_PER_READ}`.execute(db);
  return rows;
}
