/** A text draft at the scenario's table, open to everybody's browser code: members suggest, those who prepare edit. */
import type * as Y from "yjs";
import { TEXT_SCHEMA_VERSION } from "../../app/collab/documents/schema-version";
import { encodeText, readText, textFragment } from "../../app/collab/documents/text-document";
import { canonicalText } from "../../app/domain/text/canonical";
import type { TextDocument } from "../../app/domain/text/text";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import { eventually } from "./eventually";
import { type HeadlessDocument, openDocument } from "./headless";
import type { LiveServer } from "./live-server";
import { asUpdates } from "./logged-documents";

export interface LiveText {
  documentId: string;
  /** Closed with `close`. `origin` of another server of the same database. */
  open(seat: string, origin?: string): Promise<HeadlessDocument>;
  close(): Promise<void>;
  /** Members of the table edit; otherwise they suggest. Every seat is asked again at once. */
  membersEdit(edit: boolean): Promise<void>;
  rows(): Promise<number>;
}

let drafts = 0;

/** The text is in the log as an update of the preparer's. */
export async function liveText(
  server: LiveServer,
  text: TextDocument,
  membersEdit = false,
): Promise<LiveText> {
  const { db } = server.database;
  const home = await db
    .selectFrom("drafts")
    .select(["table_id", "created_by"])
    .where("document_id", "=", server.documentId)
    .executeTakeFirstOrThrow();
  const { id: documentId } = await db
    .insertInto("documents")
    .values({ kind: "text", schema_version: TEXT_SCHEMA_VERSION })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("drafts")
    .values({
      table_id: home.table_id,
      slug: `kriteerit-${++drafts}`,
      title: JSON.stringify({ fi: "Avustusten kriteerit" }),
      kind: "text",
      ...{ side_notes: "{}", background: "[]" },
      document_id: documentId,
      created_by: home.created_by,
      members_edit: membersEdit,
    })
    .execute();
  const preparer = await server.personOf("hyvinvointialue");
  await createPostgresLog(db).append(documentId, asUpdates(preparer, [encodeText(text)]));
  const opened: HeadlessDocument[] = [];
  return {
    documentId,
    open: async (seat, origin = server.origin) => {
      const cookie = await server.cookieOf(seat);
      const document = await openDocument({
        ...{ origin, cookie, documentId },
        options: { schema: TEXT_SCHEMA_VERSION },
      });
      opened.push(document);
      return document;
    },
    close: async () => void (await Promise.all(opened.map((document) => document.close()))),
    membersEdit: async (edit) => {
      await db
        .updateTable("drafts")
        .set({ members_edit: edit })
        .where("document_id", "=", documentId)
        .execute();
      await server.gateway.recheckAccess(documentId);
    },
    rows: async () =>
      Number(
        (
          await db
            .selectFrom("document_updates")
            .select((of) => of.fn.countAll().as("count"))
            .where("document_id", "=", documentId)
            .executeTakeFirstOrThrow()
        ).count,
      ),
  };
}

export const canonicalOf = ({ doc }: { doc: Y.Doc }) => canonicalText(readText(doc));

/** The words of the block at this place. */
export const wordsAt = ({ doc }: { doc: Y.Doc }, index: number): Y.XmlText =>
  (textFragment(doc).get(index) as Y.XmlElement).get(0) as Y.XmlText;

/** Waits until all have one content, and gives it. */
export async function oneContent(documents: { doc: Y.Doc }[]): Promise<string> {
  const all = () => new Set(documents.map(canonicalOf));
  await eventually(() => all().size === 1, "the same text for everyone");
  return [...all()][0]!;
}
