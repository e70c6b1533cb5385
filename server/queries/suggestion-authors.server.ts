/** Who made the suggestions in a text, by the server's word (rule E12). */
import { suggestionIds } from "../../app/domain/text/suggestions";
import type { TextDocument } from "../../app/domain/text/text";
import type { SuggestionAuthor } from "../../app/protocol/text-data";
import { createPostgresLog } from "../collab/log/postgres-log";
import { deriveTextSuggestions } from "../jobs/derive-text-suggestions";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

/**
 * By suggestion id, of those in the text given. What the log has and the table has not is derived first, so that
 * nothing committed is without its author.
 */
export async function suggestionAuthors(
  { db, documents }: Pick<Services, "db" | "documents">,
  documentId: string,
  viewer: Pick<Viewer, "personId">,
  text: TextDocument,
): Promise<Record<string, SuggestionAuthor>> {
  const ids = [...suggestionIds(text)];
  if (ids.length === 0) return {};
  const added = await deriveTextSuggestions(db, createPostgresLog(db), documentId);
  // Whoever derives first tells the others.
  if (added > 0) documents.publish(documentId, "suggestions");
  const rows = await db
    .selectFrom("text_suggestions as made")
    .innerJoin("persons", "persons.id", "made.author_id")
    .leftJoin("parties", "parties.id", "made.party_id")
    .select([
      "made.id",
      "made.author_id as authorId",
      "persons.name as author",
      "parties.short_name as party",
      "parties.color",
      "made.created_at as madeAt",
    ])
    .where("made.document_id", "=", documentId)
    .where("made.id", "=", (is) => is.fn.any(is.val(ids)))
    .execute();
  return Object.fromEntries(
    rows.map(({ id, authorId, madeAt, ...told }) => [
      id,
      { ...told, madeAt: madeAt.toISOString(), isOwn: authorId === viewer.personId },
    ]),
  );
}
