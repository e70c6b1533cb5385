import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { encodeContent, SCHEMA_VERSIONS } from "../../../app/collab/documents/draft-document";
import { type DraftContent, isEmptyContent } from "../../../app/domain/draft-content";
import type { Localized } from "../../../app/domain/languages";
import { freeSlug } from "../../../app/domain/slug";
import { sha256Hex } from "../../../app/domain/split/canonical";
import type { Sides } from "../../../app/domain/split/split";
import type { BackgroundSection, Database } from "../../../db/schema/tables";
import { recordAudit } from "../../events/record-audit.server";
import type { Viewer } from "../../session.server";

export interface NewDraft {
  tableId: string;
  title: Localized;
  /** What it starts from. Empty content makes no update in the log. */
  content: DraftContent;
  sideNotes: Partial<Record<Sides, Localized>>;
  background: BackgroundSection[];
  /** For the audit: what it was copied from. */
  copiedFrom?: { draftId: string; version: number | null };
}

/** Any number: takes turns of those who add drafts, so that two never choose the same slug. */
const SLUG_LOCK = 7_213_004;

/**
 * Adds document, first update and draft in the caller's transaction. Answers the draft's slug, made from
 * the Finnish title. The first update has the origin "copy" and is numbered 1.
 */
export async function addDraft(
  trx: Kysely<Database>,
  viewer: Viewer,
  draft: NewDraft,
): Promise<{ slug: string }> {
  const { kind } = draft.content;
  const bytes = isEmptyContent(draft.content) ? null : encodeContent(draft.content);
  const document = await trx
    .insertInto("documents")
    .values({ kind, schema_version: SCHEMA_VERSIONS[kind], last_seq: bytes ? 1 : 0 })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (bytes)
    await trx
      .insertInto("document_updates")
      .values({
        document_id: document.id,
        seq: 1,
        update_id: randomUUID(),
        person_id: viewer.personId,
        session_id: viewer.sessionHash,
        origin: "copy",
        bytes,
        sha256: sha256Hex(bytes),
      })
      .execute();
  const slug = await chooseSlug(trx, draft.title.fi);
  const { id } = await trx
    .insertInto("drafts")
    .values({
      table_id: draft.tableId,
      slug,
      kind,
      title: JSON.stringify(draft.title),
      document_id: document.id,
      side_notes: JSON.stringify(draft.sideNotes),
      background: JSON.stringify(draft.background),
      created_by: viewer.personId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordAudit(trx, {
    personId: viewer.personId,
    action: draft.copiedFrom ? "draft.copied" : "draft.created",
    subjectKind: "draft",
    subjectId: id,
    detail: { slug, ...(draft.copiedFrom ? { from: draft.copiedFrom } : {}) },
  });
  return { slug };
}

async function chooseSlug(trx: Kysely<Database>, title: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(${SLUG_LOCK})`.execute(trx);
  const taken = await trx.selectFrom("drafts").select("slug").execute();
  const slugs = new Set(taken.map(({ slug }) => slug));
  // "new" would not collide with an address today; kept free so that it never does.
  return freeSlug(title, (slug) => slug === "new" || slugs.has(slug));
}
