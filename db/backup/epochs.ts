/**
 * Epochs of documents across a restore. A page that read a document before the restore holds another history: with
 * another epoch its edits are never merged silently.
 */
import type { Transaction } from "./connection";

/** Remembers, until the transaction ends, the epochs that are about to be replaced. */
export async function keepEpochs(trx: Transaction, present: string[]): Promise<void> {
  await trx`create temporary table replaced_epochs (id uuid primary key, epoch int not null) on commit drop`;
  if (!present.includes("documents")) return;
  const [column] = await trx`select 1 from pg_attribute
    where attrelid = 'public.documents'::regclass and attname = 'epoch' and not attisdropped`;
  if (column) await trx`insert into replaced_epochs select id, epoch from public.documents`;
}

/**
 * Every document gets an epoch that it never had: above the backup's, above the one that is replaced, and not below
 * the clock (seconds since 2020; an int until 2088), because the same backup may be restored twice, each time into
 * an empty database that knows nothing of the other.
 */
export async function raiseEpochs(trx: Transaction): Promise<void> {
  await trx`update public.documents d set epoch = greatest(
      d.epoch + 1,
      coalesce((select r.epoch + 1 from replaced_epochs r where r.id = d.id), 1),
      extract(epoch from now() - timestamptz '2020-01-01 00:00:00+00')::int)`;
}
