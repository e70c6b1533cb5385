import { randomUUID } from "node:crypto";
import { addDraft } from "../../../server/commands/drafts/add-draft.server";
import type { Services } from "../../../server/services";
import type { Viewer } from "../../../server/session.server";

/** A text at the table with one suggestion of this person, for questions about rights. */
export async function addText(services: Services, viewer: Viewer, tableId: string) {
  const suggestion = "ehdotus-1";
  const { slug } = await services.db.transaction().execute((trx) =>
    addDraft(trx, viewer, {
      ...{ tableId, title: { fi: `Teksti ${randomUUID()}` }, sideNotes: {}, background: [] },
      content: {
        kind: "text",
        text: {
          type: "doc",
          content: [
            {
              type: "paragraph",
              content: [
                { type: "text", text: "Avustus haetaan " },
                {
                  ...{ type: "text", text: "vuosittain" },
                  marks: [{ type: "insertion", attrs: { id: suggestion } }],
                },
              ],
            },
          ],
        },
      },
    }),
  );
  return { slug, suggestion };
}
