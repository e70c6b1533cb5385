import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { type Settled, settleInText } from "./settling.server";

/** Takes one's own suggestions back (rule E4). 403 for somebody else's, and for who may not suggest any more. */
export async function withdrawTextSuggestions(
  services: Services,
  viewer: Viewer,
  { slug, ids }: { slug: string; ids: readonly string[] },
): Promise<Settled> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.suggest");
  return settleInText(services, viewer, draft, { ids, fate: "withdrawn", reason: "", onlyOwn: true });
}
