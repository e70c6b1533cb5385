/** A party's draft statement as it is committed now. Never asked for anyone but the party's own people (rule R2). */
import { noteText } from "../../app/collab/documents/note-document";
import { readText } from "../../app/collab/documents/text-document";
import { plainText } from "../../app/domain/text/reading";
import { withoutSuggestions } from "../../app/domain/text/suggestions";
import type { TextDocument } from "../../app/domain/text/text";
import type { Services } from "../services";

export interface PartDocument {
  documentId: string;
  /** Parts that were begun before texts had a form are plain notes. */
  kind: "note" | "text";
}

export interface DraftPart extends PartDocument {
  part: string;
  /** Its plain words, exactly as written. */
  text: string;
  /** As it was written, of a part of kind text. */
  rich: TextDocument | null;
}

/** Throws for a document that is no part of a statement. */
export function kindOfPart(kind: string): PartDocument["kind"] {
  if (kind !== "note" && kind !== "text") throw new Error(`A part of a statement cannot be a ${kind}.`);
  return kind;
}

/** The parts that somebody has begun. Throws when one cannot be read: never less than what was written. */
export async function draftParts(
  { db, documents }: Services,
  roundId: string,
  partyId: string,
): Promise<DraftPart[]> {
  const rows = await db
    .selectFrom("statement_parts")
    .innerJoin("documents", "documents.id", "document_id")
    .select(["part", "document_id as documentId", "documents.kind"])
    .where("round_id", "=", roundId)
    .where("party_id", "=", partyId)
    .orderBy("part")
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const { doc } = await documents.read(row.documentId);
      const kind = kindOfPart(row.kind);
      if (kind === "note") return { ...row, kind, text: noteText(doc).toString(), rich: null };
      // A party's own people write; suggestions are for those who may not.
      const rich = withoutSuggestions(readText(doc));
      return { ...row, kind, text: plainText(rich), rich };
    }),
  );
}

/** An attachment without its bytes. */
export interface AttachmentLine {
  id: string;
  name: string;
  size: number;
  sha256: string;
}

/** The attachments that go with the party's next statement, in the order they came. */
export async function draftAttachments(
  { db }: Pick<Services, "db">,
  roundId: string,
  partyId: string,
): Promise<AttachmentLine[]> {
  return db
    .selectFrom("attachments")
    .select(["id", "name", "size", "sha256"])
    .where("round_id", "=", roundId)
    .where("party_id", "=", partyId)
    .where("removed_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}
