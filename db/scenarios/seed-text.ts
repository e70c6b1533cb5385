import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { TEXT_SCHEMA_VERSION, writeText } from "../../app/collab/documents/text-document";
import type { Localized } from "../../app/domain/languages";
import { sha256Hex } from "../../app/domain/split/canonical";
import type { BlockNode } from "../../app/domain/text/text";
import type { ScenarioContext } from "./scenario-context";

/** The Y.Doc's client in seeds: fixed, so that a seed gives the same bytes everywhere. */
const SEED_CLIENT = 1;

export interface SeededText {
  slug: string;
  title: Localized;
  content: BlockNode[];
}

/** Writes a text draft with its first update. Answers the draft's id. */
export async function seedText(
  { db, now }: ScenarioContext,
  { slug, title, content }: SeededText,
  { tableId, personId }: { tableId: string; personId: string },
): Promise<string> {
  const bytes = textUpdate(content);
  const { id: documentId } = await db
    .insertInto("documents")
    .values({ kind: "text", schema_version: TEXT_SCHEMA_VERSION, last_seq: 1, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("document_updates")
    .values({
      ...{ document_id: documentId, seq: 1, update_id: randomUUID(), person_id: personId, session_id: null },
      ...{ origin: "seed", bytes, sha256: sha256Hex(bytes), created_at: now },
    })
    .execute();
  const { id } = await db
    .insertInto("drafts")
    .values({
      ...{ table_id: tableId, slug, kind: "text", title: JSON.stringify(title), document_id: documentId },
      ...{ side_notes: "{}", background: "[]", created_by: personId, created_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The text's first update: the same bytes every time. */
export function textUpdate(content: BlockNode[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = SEED_CLIENT;
  writeText(doc, { type: "doc", content });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
