import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { createDraft } from "./create-draft.server";
import { permittedDraft } from "./permitted-draft.server";

/** A new draft at the same table that starts from this one's live content. Answers the copy's slug. */
export async function copyDraft(
  services: Services,
  viewer: Viewer,
  slug: string,
  title: string,
): Promise<Outcome<{ slug: string }>> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.manage");
  return createDraft(services, viewer, draft.tableSlug, {
    title,
    source: { kind: "draft", slug, version: null },
  });
}
