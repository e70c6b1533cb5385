import type { Action, SubjectOf } from "../../../app/domain/policy";
import { mayDo, notAllowed } from "../../authorize.server";
import { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

type ReadDraft = Awaited<ReturnType<typeof readableDraft>>["draft"];
/** Everything that is asked about a draft alone. */
type DraftAction = { [A in Action]: ReadDraft extends SubjectOf<A> ? A : never }[Action];

/** The draft, if the viewer may do this to it: 404 when they may not even read it, 403 when they may. */
export async function permittedDraft(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  action: DraftAction,
) {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  if (!mayDo(actor, action, draft)) throw notAllowed();
  return { draft, actor };
}
