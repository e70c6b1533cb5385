/** A text as it was at an earlier position of its log, and who has edited it since. */
import { textFromUpdates } from "../../app/collab/documents/text-document";
import { EMPTY_TEXT, type TextDocument } from "../../app/domain/text/text";
import type { Services } from "../services";
import { updatesUntil } from "./updates-until.server";

/** The text after this many updates, made from the log and the snapshot before it. */
export async function textAt(services: Services, documentId: string, seq: number): Promise<TextDocument> {
  if (seq === 0) return EMPTY_TEXT;
  return textFromUpdates(await updatesUntil(services, documentId, seq));
}

/** The names of those who have edited the document after a log position, the last one first. */
export async function editorsSince({ db }: Services, documentId: string, seq: number): Promise<string[]> {
  const rows = await db
    .selectFrom("document_updates as u")
    .innerJoin("persons", "persons.id", "u.person_id")
    .select(["persons.name", (s) => s.fn.max("u.seq").as("last")])
    .where("u.document_id", "=", documentId)
    .where("u.seq", ">", seq)
    .groupBy("persons.id")
    .orderBy("last", "desc")
    .execute();
  return rows.map(({ name }) => name);
}
