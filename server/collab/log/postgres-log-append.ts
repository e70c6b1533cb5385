/**
 * The one statement that appends, for any number of documents and updates. Its text never changes, so the
 * database keeps it planned: values come as arrays, and all bytes as one.
 */
import { hash } from "node:crypto";
import { PREPARED } from "../../../db/prepared";
import type { NewUpdate } from "./update-log";

/** A row of the answer. */
export interface AppendAnswer {
  document_id: string;
  update_id: string;
  seq: number;
  fresh: boolean;
}

/** The parameters after the bytes, in order. */
const ARRAYS = ["uuid", "uuid", "uuid", "text", "text", "text", "int", "int"]
  .map((type, n) => `(select $${n + 2}::text::${type}[])`)
  .join();

/**
 * The update of `documents` gives the numbers. Rows are locked in the order of their ids, so that two servers that
 * append to the same documents wait for each other and never in a circle. Unknown documents have no answer.
 * Each array is a `(select …)`: if the planner saw how long it is, it would plan again for every length.
 */
export const APPEND = `${PREPARED}
  with incoming as (
    select document_id, update_id, person_id, session_id, origin,
      substring($1::bytea from first + 1 for length) as bytes, sha256, n
    from unnest(${ARRAYS})
      with ordinality as i (document_id, update_id, person_id, session_id, origin, sha256, first, length, n)),
  known as (
    select document_id, update_id, seq from (
      select document_id, update_id, (select u.seq from document_updates u
        where u.document_id = i.document_id and u.update_id = i.update_id) as seq from incoming i) as found
    where seq is not null),
  fresh as (
    select i.*, row_number() over (partition by document_id order by n) as k from incoming i
    where not exists (select 1 from known where (known.document_id, known.update_id) = (i.document_id, i.update_id))),
  counted as (select document_id, count(*) as rows from fresh group by document_id),
  locked as (
    select id from documents where id = any(array(select document_id from counted)) order by id for no key update),
  bumped as (
    update documents d set last_seq = d.last_seq + counted.rows from counted join locked on locked.id = counted.document_id
    where d.id = locked.id and d.id = any(array(select document_id from counted)) returning d.id, d.last_seq - counted.rows as before),
  inserted as (
    insert into document_updates (document_id, seq, update_id, person_id, session_id, origin, bytes, sha256)
    select document_id, before + k, update_id, person_id, session_id, origin, bytes, sha256
    from fresh join bumped on bumped.id = document_id returning document_id, update_id, seq)
  select document_id, update_id, seq, true as fresh from inserted
  union all select document_id, update_id, seq, false from known`;

/** The values of APPEND. The same update id twice for one document is one row. */
export function appendParameters(parts: { documentId: string; updates: NewUpdate[] }[]): unknown[] {
  const rows = new Map<string, NewUpdate & { documentId: string }>();
  for (const { documentId, updates } of parts)
    for (const update of updates) {
      const key = `${documentId} ${update.updateId}`;
      if (!rows.has(key)) rows.set(key, { ...update, documentId });
    }
  const all = [...rows.values()];
  let length = 0;
  const starts = all.map(({ bytes }) => {
    length += bytes.length;
    return length - bytes.length;
  });
  return [
    Buffer.concat(all.map(({ bytes }) => bytes)),
    array(all.map((row) => row.documentId)),
    array(all.map((row) => row.updateId)),
    array(all.map((row) => row.personId)),
    array(all.map((row) => row.sessionId)),
    array(all.map((row) => row.origin)),
    array(all.map((row) => hash("sha256", row.bytes, "hex"))),
    array(starts),
    array(all.map((row) => row.bytes.length)),
  ];
}

/** An array as Postgres writes it. */
const array = (values: (string | number | null)[]) =>
  `{${values.map((value) => (typeof value === "string" ? `"${value.replace(/["\\]/g, "\\$&")}"` : value === null ? "NULL" : value)).join()}}`;
