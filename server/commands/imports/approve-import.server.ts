import type { Outcome } from "../../../app/messages/problem";
import { importPage, permittedTable } from "../../queries/import-page.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addDraft } from "../drafts/add-draft.server";
import { titleProblem } from "../drafts/draft-title.server";

/**
 * What was read becomes a new draft at its table, once (rule F4): of two presses one makes it. Answers the draft's slug.
 * 404 for another's import, a used one and one whose hour is over.
 */
export async function approveImport(
  services: Services,
  viewer: Viewer,
  id: string,
  title: string,
): Promise<Outcome<{ slug: string }>> {
  const {
    content,
    table: { slug },
  } = await importPage(services, viewer, id);
  const { table } = await permittedTable(services, viewer, slug);
  const problem = titleProblem(title, "title", true);
  if (problem) return problem;
  return services.db.transaction().execute(async (trx): Promise<Outcome<{ slug: string }>> => {
    const taken = await trx
      .updateTable("imports")
      .set({ used_at: services.clock(), content: "{}" }) // the draft has it now
      .where("id", "=", id)
      .where("used_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!taken) return { ok: false, error: "files.preview.used" };
    const draft = await addDraft(trx, viewer, {
      ...{ tableId: table.id, title: { fi: title }, content, sideNotes: {}, background: [] },
    });
    return { ok: true, slug: draft.slug };
  });
}
