import { DRAFT_TITLE_CHARACTERS_MAX } from "../../../app/domain/drafts";
import { inLanguage } from "../../../app/domain/languages";
import type { BlockNode, TextDocument } from "../../../app/domain/text/text";
import { translator } from "../../../app/messages/server.server";
import { type DemandView, demandsOf } from "../../queries/initiative-parts.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addDraft } from "../drafts/add-draft.server";
import { managedInitiative } from "./permitted-initiative.server";

/** A new text draft with a heading for every demand, linked as the response. Answers its slug. */
export async function startResponse(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<{ ok: true; slug: string }> {
  const initiative = await managedInitiative(services, viewer, slug);
  const demands = await demandsOf(services, initiative.id);
  const { t } = translator("fi"); // the language of the texts
  const title = t("initiatives.response.newTitle", { title: initiative.title.fi });
  return services.db.transaction().execute(async (trx) => {
    const draft = await addDraft(trx, viewer, {
      tableId: initiative.tableId,
      title: { fi: title.slice(0, DRAFT_TITLE_CHARACTERS_MAX) },
      content: { kind: "text", text: outlineOf(demands, t("initiatives.demands.title")) },
      ...{ sideNotes: {}, background: [] },
    });
    const chosen = trx.selectFrom("drafts").select("id").where("slug", "=", draft.slug);
    await trx
      .updateTable("initiatives")
      .set({ response_draft_id: chosen })
      .where("id", "=", initiative.id)
      .execute();
    return { ok: true, slug: draft.slug };
  });
}

function outlineOf(demands: DemandView[], title: string): TextDocument {
  const heading = (level: number, text: string): BlockNode => ({
    ...{ type: "heading", attrs: { level }, content: [{ type: "text", text }] },
  });
  return {
    type: "doc",
    content: [
      heading(1, title),
      ...demands.flatMap(({ position, text }): BlockNode[] => [
        heading(2, `${position}. ${inLanguage(text, "fi")}`),
        { type: "paragraph" },
      ]),
    ],
  };
}
