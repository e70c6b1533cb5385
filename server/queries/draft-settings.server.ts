import { mayDo, notAllowed } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { liveContent } from "./live-content.server";
import { readableDraft } from "./readable-draft.server";

/** What the settings page shows. 403 for those who may read the draft but not manage it. */
export async function draftSettingsPage(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<{ frame: DraftFrame; membersEdit: boolean }> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  if (!mayDo(actor, "draft.manage", draft)) throw notAllowed();
  const { content } = await liveContent(services, draft);
  return { frame: await draftFrame(services, draft, actor, content), membersEdit: draft.membersEdit };
}
