import type { Services } from "../services";

/** The bytes that make a document as it was after this many updates: the snapshot before, and the log from there. */
export async function updatesUntil(
  { db }: Pick<Services, "db">,
  documentId: string,
  seq: number,
): Promise<Uint8Array[]> {
  const base = await db
    .selectFrom("document_snapshots")
    .select(["seq", "bytes"])
    .where("document_id", "=", documentId)
    .where("seq", "<=", seq)
    .orderBy("seq", "desc")
    .executeTakeFirst();
  const updates = await db
    .selectFrom("document_updates")
    .select("bytes")
    .where("document_id", "=", documentId)
    .where("seq", ">", Number(base?.seq ?? 0))
    .where("seq", "<=", seq)
    .orderBy("seq")
    .execute();
  return [...(base ? [base] : []), ...updates].map(({ bytes }) => new Uint8Array(bytes));
}
