import type { BackgroundSection } from "../../db/schema/tables";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { liveContent } from "./live-content.server";
import { readableDraft } from "./readable-draft.server";

/** The facts a draft is prepared on. */
export async function draftBackgroundPage(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<{ frame: DraftFrame; sections: BackgroundSection[] }> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const [{ content }, { background }] = await Promise.all([
    liveContent(services, draft),
    services.db
      .selectFrom("drafts")
      .select("background")
      .where("id", "=", draft.id)
      .executeTakeFirstOrThrow(),
  ]);
  return { frame: await draftFrame(services, draft, actor, content), sections: background };
}
