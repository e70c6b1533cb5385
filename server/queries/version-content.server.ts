import { type DraftContent, parseContent, splitOf } from "../../app/domain/draft-content";
import { sha256Hex } from "../../app/domain/split/canonical";
import type { Split } from "../../app/domain/split/split";
import { notFound } from "../authorize.server";
import type { Services } from "../services";

/** One frozen version as it is shown and restored. */
export interface FrozenVersion {
  number: number;
  label: string;
  /** YYYY-MM-DD. */
  meetingDate: string | null;
  seq: number;
  sha256: string;
  frozenBy: string;
  frozenAt: Date;
  content: DraftContent;
  /** Its categories: none in a text. */
  split: Split;
}

/**
 * A version of the draft with its content. 404 when there is none; throws when the content does not match
 * its hash: a damaged version is never shown as if it were whole.
 */
export async function frozenVersion(
  { db }: Services,
  draftId: string,
  number: number,
): Promise<FrozenVersion> {
  const row = await db
    .selectFrom("versions")
    .innerJoin("persons", "persons.id", "versions.frozen_by")
    .innerJoin("drafts", "drafts.id", "versions.draft_id")
    .select([
      "drafts.kind",
      "versions.number",
      "versions.label",
      "versions.meeting_date as meetingDate",
      "versions.seq",
      "versions.content",
      "versions.sha256",
      "persons.name as frozenBy",
      "versions.frozen_at as frozenAt",
    ])
    .where("versions.draft_id", "=", draftId)
    .where("versions.number", "=", number)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { kind, content: json, ...version } = row;
  if (sha256Hex(json) !== version.sha256)
    throw new Error(`Version ${number} of draft ${draftId} does not match its hash.`);
  const content = parseContent(kind, json);
  return { ...version, seq: Number(version.seq), content, split: splitOf(content) };
}
