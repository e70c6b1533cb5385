/** What search knows of live drafts: rows by category, and one row a text. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DraftContent } from "../../app/domain/draft-content";
import type { DraftKind } from "../../app/domain/drafts";
import { categoryContentHash } from "../../app/domain/split/canonical";
import type { Split } from "../../app/domain/split/split";
import { plainText, sourceNotesOf } from "../../app/domain/text/reading";
import type { TextDocument } from "../../app/domain/text/text";
import type { Database } from "../../db/schema/tables";

const TABLES = { split: "category_texts", text: "draft_texts" } as const;

/** Of which kind the draft of a document is; null for other documents. */
export async function kindOf(db: Kysely<Database>, documentId: string): Promise<DraftKind | null> {
  const row = await db
    .selectFrom("drafts")
    .select("kind")
    .where("document_id", "=", documentId)
    .executeTakeFirst();
  return row?.kind ?? null;
}

/** Documents of drafts that have changed since they were indexed. */
export async function documentsBehind(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom("drafts")
    .innerJoin("documents", "documents.id", "drafts.document_id")
    .select("documents.id")
    .where((w) =>
      w.or(
        (["split", "text"] as const).map((kind) =>
          w.and([
            w("drafts.kind", "=", kind),
            w(
              "documents.last_seq",
              ">",
              sql<number>`(select coalesce(max(seq), 0) from ${sql.table(TABLES[kind])} where document_id = documents.id)`,
            ),
          ]),
        ),
      ),
    )
    .orderBy("documents.created_at")
    .execute();
  return rows.map(({ id }) => id);
}

/** Puts the content in the place of the earlier one; nothing when another server has read further already. */
export async function storeContent(
  db: Kysely<Database>,
  documentId: string,
  content: DraftContent,
  seq: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Lost in a crash, it is made again: nobody waits for the disk.
    await sql`set local synchronous_commit to off`.execute(trx);
    await sql`select pg_advisory_xact_lock(hashtextextended(${documentId}, 8))`.execute(trx);
    const table = TABLES[content.kind];
    const known = await trx
      .selectFrom(table)
      .select((c) => c.fn.max("seq").as("seq"))
      .where("document_id", "=", documentId)
      .executeTakeFirst();
    if (Number(known?.seq ?? 0) >= seq) return;
    await trx.deleteFrom(table).where("document_id", "=", documentId).execute();
    if (content.kind === "split") await storeCategories(trx, documentId, content.split, seq);
    else await storeText(trx, documentId, content.text, seq);
  });
}

async function storeCategories(trx: Transaction<Database>, documentId: string, split: Split, seq: number) {
  if (split.categories.length === 0) return;
  await trx
    .insertInto("category_texts")
    .values(
      split.categories.map((category) => ({
        document_id: documentId,
        category_id: category.id,
        label: JSON.stringify(category.label),
        rationale: JSON.stringify(category.rationale),
        question: category.question?.text || null,
        status: category.status,
        content_hash: categoryContentHash(category),
        seq,
      })),
    )
    .execute();
}

/** The text's words with those of its source notes. */
async function storeText(trx: Transaction<Database>, documentId: string, text: TextDocument, seq: number) {
  const notes = sourceNotesOf(text).map(({ text: words }) => words);
  const words = [plainText(text), ...notes].join("\n");
  await trx.insertInto("draft_texts").values({ document_id: documentId, text: words, seq }).execute();
}
