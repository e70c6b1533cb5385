import type { Insertable, Kysely } from "kysely";
import { readContent } from "../../../app/collab/documents/draft-document";
import { canonicalContent, type DraftContent } from "../../../app/domain/draft-content";
import { isPlainDate, VERSION_LABEL_CHARACTERS_MAX } from "../../../app/domain/drafts";
import { sha256Hex } from "../../../app/domain/split/canonical";
import type { Outcome } from "../../../app/messages/problem";
import type { Database, VersionsTable } from "../../../db/schema/tables";
import { notAllowed } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { type Blocked, freezableContent } from "./freezable-content.server";
import { permittedDraft } from "./permitted-draft.server";

export interface NewVersion {
  /** 1 to VERSION_LABEL_CHARACTERS_MAX characters. */
  label: string;
  /** YYYY-MM-DD, or empty. */
  meetingDate: string;
  /** Of a text: open suggestions stay in the live text and out of the version (rule V8). */
  withoutSuggestions?: boolean;
}

/** Reads of the live state that may lose to another freeze before giving up. */
const ATTEMPTS_MAX = 5;

/**
 * Freezes the committed live state as the draft's next version (rules V1, V2). Refused as a value for a
 * missing label, a wrong date, and for what may not be frozen (freezable-content.server.ts).
 */
export async function freezeVersion(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  version: NewVersion,
): Promise<Outcome<{ number: number }> & Blocked> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.freeze");
  return freezePermitted(services, viewer, draft, version);
}

/** For a command that has looked at the rights itself. */
export async function freezePermitted(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  draft: { id: string; documentId: string; kind: DraftContent["kind"] },
  { label, meetingDate, withoutSuggestions = false }: NewVersion,
): Promise<Outcome<{ number: number }> & Blocked> {
  if (!label) return { ok: false, error: "drafts.error.labelEmpty", field: "label" };
  if (label.length > VERSION_LABEL_CHARACTERS_MAX) {
    const values = { max: VERSION_LABEL_CHARACTERS_MAX };
    return { ok: false, error: "drafts.error.labelLong", field: "label", values };
  }
  if (meetingDate && !isPlainDate(meetingDate))
    return { ok: false, error: "drafts.error.meetingDate", field: "meetingDate" };

  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    // Read outside the transaction: a load of the document needs a connection of its own.
    const { doc, seq, quarantined } = await services.documents.read(draft.documentId);
    if (quarantined) return { ok: false, error: "drafts.error.quarantined" };
    const read = readContent(draft.kind, doc);
    // The document is live: the same position before and after reading means that the content is of it.
    if ((await services.documents.read(draft.documentId)).seq !== seq) continue;
    const freezable = await freezableContent(services, read, { viewer, withoutSuggestions });
    if (!freezable.ok) return freezable;
    const content = canonicalContent(freezable.content);
    const number = await services.db.transaction().execute((trx) =>
      addVersion(trx, {
        draft_id: draft.id,
        label,
        meeting_date: meetingDate || null,
        seq,
        content,
        sha256: sha256Hex(content),
        frozen_by: viewer.personId,
        frozen_at: services.clock(),
      }),
    );
    if (number === null) continue;
    services.documents.publish(draft.documentId, "versions");
    return { ok: true, number };
  }
  throw new Error("The draft was frozen again and again while this version was taken.");
}

type Row = Omit<Insertable<VersionsTable>, "number">;

/** Adds the row under a lock on the draft. Null when a version of a later state was added meanwhile. */
async function addVersion(trx: Kysely<Database>, row: Row): Promise<number | null> {
  const { state } = await trx
    .selectFrom("drafts")
    .select("state")
    .where("id", "=", row.draft_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (state === "archived") throw notAllowed();
  const last = await trx
    .selectFrom("versions")
    .select(["number", "seq"])
    .where("draft_id", "=", row.draft_id)
    .orderBy("number", "desc")
    .executeTakeFirst();
  if (last && Number(last.seq) > row.seq) return null;
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto("versions")
    .values({ ...row, number })
    .execute();
  await recordAudit(trx, {
    personId: row.frozen_by,
    action: "version.frozen",
    subjectKind: "draft",
    subjectId: row.draft_id,
    detail: { number, seq: row.seq, sha256: row.sha256 },
  });
  return number;
}
