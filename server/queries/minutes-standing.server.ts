/** The text in which a meeting's minutes are polished, as it stands now; once approved, what was approved. */
import type { Kysely } from "kysely";
import { readText } from "../../app/collab/documents/text-document";
import { canonicalContent, saidContent } from "../../app/domain/draft-content";
import { sha256Hex } from "../../app/domain/split/canonical";
import { suggestionIds } from "../../app/domain/text/suggestions";
import type { TextDocument } from "../../app/domain/text/text";
import type { Database } from "../../db/schema/tables";
import type { Services } from "../services";
import { frozenVersion } from "./version-content.server";

export interface MinutesNow {
  draftId: string;
  draftSlug: string;
  documentId: string;
  /** Without suggestions. */
  text: TextDocument;
  /** sha256 of its canonical form: what an approval names. */
  hash: string;
  /** Open suggestions in it. */
  suggestions: number;
  commentUntil: Date | null;
  approvedAt: Date | null;
  /** Of approved minutes. */
  version: number | null;
  seal: string | null;
}

/** Null while nobody has drafted the minutes. */
export async function minutesNow(services: Services, meetingId: string): Promise<MinutesNow | null> {
  const row = await services.db
    .selectFrom("meeting_minutes as m")
    .innerJoin("drafts as d", "d.id", "m.draft_id")
    .leftJoin("approved_minutes as a", "a.meeting_id", "m.meeting_id")
    .leftJoin("versions as v", "v.id", "a.version_id")
    .leftJoin("seals as s", "s.id", "a.seal_id")
    .select(["d.id", "d.slug", "d.document_id", "m.comment_until", "a.approved_at", "v.number", "s.sha256"])
    .where("m.meeting_id", "=", meetingId)
    .executeTakeFirst();
  if (!row) return null;
  const whole = await wholeText(services, row);
  const said = saidContent({ kind: "text", text: whole });
  const text = said.kind === "text" ? said.text : whole;
  return {
    ...{ draftId: row.id, draftSlug: row.slug, documentId: row.document_id, text },
    hash: sha256Hex(canonicalContent({ kind: "text", text })),
    suggestions: suggestionIds(whole).size,
    ...{ commentUntil: row.comment_until, approvedAt: row.approved_at },
    ...{ version: row.number, seal: row.sha256 },
  };
}

/** What was approved stays what it was, whatever happens to the text afterwards. */
async function wholeText(
  services: Services,
  row: { id: string; document_id: string; number: number | null },
): Promise<TextDocument> {
  if (row.number === null) return readText((await services.documents.read(row.document_id)).doc);
  const { content } = await frozenVersion(services, row.id, row.number);
  if (content.kind !== "text") throw new Error(`The minutes in draft ${row.id} are no text.`);
  return content.text;
}

/** The latest approval of each role. */
export async function latestApprovals(db: Kysely<Database>, meetingId: string) {
  const rows = await db
    .selectFrom("minutes_approvals")
    .distinctOn("role")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .orderBy("role")
    .orderBy("n", "desc")
    .execute();
  return new Map(rows.map((row) => [row.role, row]));
}

/** Have chair and secretary approved this very text? */
export function isApprovedByBoth(
  approvals: Awaited<ReturnType<typeof latestApprovals>>,
  sha256: string,
): boolean {
  return (["chair", "secretary"] as const).every((role) => approvals.get(role)?.content_sha256 === sha256);
}
