/** A party's draft statement as it is committed now. Never asked for anyone but the party's own people (rule R2). */
import { noteText } from "../../app/collab/documents/note-document";
import type { Services } from "../services";

export interface DraftPart {
  part: string;
  documentId: string;
  /** Exactly as written. */
  text: string;
}

/** The parts that somebody has begun. Throws when a note cannot be read: never less than what was written. */
export async function draftParts(
  { db, documents }: Services,
  roundId: string,
  partyId: string,
): Promise<DraftPart[]> {
  const rows = await db
    .selectFrom("statement_parts")
    .select(["part", "document_id as documentId"])
    .where("round_id", "=", roundId)
    .where("party_id", "=", partyId)
    .orderBy("part")
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const { doc } = await documents.read(row.documentId);
      return { ...row, text: noteText(doc).toString() };
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
