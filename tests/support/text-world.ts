/** A table that talks about a text draft: the people of talkWorld, and texts that are quickly written. */
import type * as Y from "yjs";
import { readText, writeText } from "../../app/collab/documents/text-document";
import type { BlockNode, TextDocument } from "../../app/domain/text/text";
import { createDraft } from "../../server/commands/drafts/create-draft.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import type { TestDatabase } from "./database";
import { talkWorld } from "./talk-world";

/** A paragraph a line; a line that begins with "# " … "#### " is a heading. */
export function aText(...lines: string[]): TextDocument {
  return { type: "doc", content: lines.map(block) };
}

function block(line: string): BlockNode {
  const [, marks, title] = /^(#{1,4}) (.*)$/s.exec(line) ?? [];
  const words = title ?? line;
  const content = words ? [{ type: "text" as const, text: words }] : undefined;
  if (marks) return { type: "heading", attrs: { level: marks.length }, ...(content && { content }) };
  return { type: "paragraph", ...(content && { content }) };
}

/** A draft of kind text at the table with these words, written by the viewer, who may create drafts there. */
export async function addTextDraft(
  services: Services,
  viewer: Viewer,
  table: { slug: string },
  text: TextDocument,
  title = "Teksti",
) {
  const made = await createDraft(services, viewer, table.slug, { title, source: { kind: "emptyText" } });
  if (!made.ok) throw new Error(made.error);
  const draft = await services.db
    .selectFrom("drafts")
    .select(["id", "slug", "document_id as documentId"])
    .where("slug", "=", made.slug)
    .executeTakeFirstOrThrow();
  const editor = { personId: viewer.personId, sessionId: null };
  await services.documents.transact(draft.documentId, editor, "edit", (doc) => writeText(doc, text));
  return draft;
}

/** talkWorld whose draft is a text. `edit` changes the live text as the secretary; `live` reads it. */
export async function textWorld(database: TestDatabase, opened: Services, text: TextDocument) {
  const world = await talkWorld(database, opened);
  const draft = await addTextDraft(world.services, world.person("secretary"), world.table, text);
  const edit = (change: (doc: Y.Doc) => void) =>
    world.services.documents.transact(draft.documentId, world.editor, "edit", change);
  return {
    ...{ ...world, draft, slug: draft.slug, edit },
    live: async () => readText((await world.services.documents.read(draft.documentId)).doc),
  };
}
export type TextWorld = Awaited<ReturnType<typeof textWorld>>;
