/** A draft of kind text at the table of a position world, made anew for each test. */
import { readText, writeText } from "../../app/collab/documents/text-document";
import { normalizeText } from "../../app/domain/text/normalize";
import type { BlockNode, TextDocument } from "../../app/domain/text/text";
import { createDraft } from "../../server/commands/drafts/create-draft.server";
import { freezeVersion } from "../../server/commands/drafts/freeze-version.server";
import type { PositionWorld } from "./position-world";

export const p = (text: string): BlockNode => ({ type: "paragraph", content: [{ type: "text", text }] });
export const textOf = (...content: BlockNode[]): TextDocument => normalizeText({ type: "doc", content });
export const A = p("Avustus voidaan myöntää rekisteröidylle yhdistykselle.");
export const B = p("Hakemukseen liitetään toimintasuunnitelma ja talousarvio.");
/** A paragraph with words that somebody suggests. */
export const suggested = (words: string, id = "suggestion-1"): BlockNode => ({
  type: "paragraph",
  content: [
    { type: "text", text: "Päätöksen tekee hallitus" },
    { type: "text", text: ` ${words}`, marks: [{ type: "insertion", attrs: { id } }] },
  ],
});

export async function newText({ services, seats, table, db }: PositionWorld) {
  const made = await createDraft(services, seats.preparer, table.slug, {
    title: "Avustusten kriteerit",
    source: { kind: "emptyText" },
  });
  if (!made.ok) throw new Error(made.error);
  const { slug } = made;
  const draft = await db
    .selectFrom("drafts")
    .select(["id", "document_id as documentId"])
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  const one = {
    slug,
    ...draft,
    write: (...content: BlockNode[]) =>
      services.documents.transact(
        draft.documentId,
        { personId: seats.preparer.personId, sessionId: null },
        "edit",
        (doc) => writeText(doc, textOf(...content)),
      ),
    live: async () => readText((await services.documents.read(draft.documentId)).doc),
    freeze: (label = "Versio", more: { withoutSuggestions?: boolean } = {}) =>
      freezeVersion(services, seats.preparer, slug, { label, meetingDate: "", ...more }),
    version: (number: number) =>
      db
        .selectFrom("versions")
        .selectAll()
        .where("draft_id", "=", draft.id)
        .where("number", "=", number)
        .executeTakeFirstOrThrow(),
  };
  await one.write(A, B);
  return one;
}
export type TextDraft = Awaited<ReturnType<typeof newText>>;
