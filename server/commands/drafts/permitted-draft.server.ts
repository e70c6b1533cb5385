import type { Action, DraftSubject } from "../../../app/domain/policy";
import { mayDo, notAllowed } from "../../authorize.server";
import { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

type DraftAction = Extract<Action, `draft.${string}`>;

/** The draft, if the viewer may do this to it: 404 when they may not even read it, 403 when they may. */
export async function permittedDraft(
  services: Services,
  viewer: Viewer,
  slug: string,
  action: Exclude<DraftAction, "draft.create">,
) {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  if (!mayDo(actor, action, draft satisfies DraftSubject)) throw notAllowed();
  return { draft, actor };
}
