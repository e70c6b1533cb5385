/** What is wrong with the log and the versions, as far as they can tell by themselves. */
import type { Transaction } from "./connection";

/** Of each kind, this many are named. */
const NAMED_MAX = 1_000;

/**
 * One line for every row that is not what its sha256 says, every hole in a log, and every document whose last
 * sequence number is not its log's. The same database gives the same lines.
 */
export async function findFlaws(trx: Transaction): Promise<string[]> {
  const rows = await trx<{ line: string }[]>`
    (select format('document %s: row %s of its log is not what was written', document_id, seq) as line
     from document_updates where encode(sha256(bytes), 'hex') <> sha256
     order by document_id, seq limit ${NAMED_MAX})
    union all
    (select format('document %s: its log has %s rows and ends at %s, and the document says %s', d.id,
              coalesce(l.count, 0), coalesce(l.last, 0), d.last_seq)
     from documents d left join (
       select document_id, count(*), max(seq) as last from document_updates group by document_id) l on l.document_id = d.id
     where coalesce(l.count, 0) <> d.last_seq or coalesce(l.last, 0) <> d.last_seq
     order by d.id limit ${NAMED_MAX})
    union all
    (select format('draft %s: version %s is not what was frozen', draft_id, number)
     from versions where encode(sha256(convert_to(content, 'UTF8')), 'hex') <> sha256
     order by draft_id, number limit ${NAMED_MAX})`;
  return rows.map((row) => row.line);
}
