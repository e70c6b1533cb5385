import type { Action, SubjectOf } from "../../../app/domain/policy";
import { mayDo, notAllowed } from "../../authorize.server";
import { type MeetingFacts, readableMeeting } from "../../queries/readable-meeting.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/** Everything that is asked about a meeting alone. */
export type MeetingAction = { [A in Action]: MeetingFacts extends SubjectOf<A> ? A : never }[Action];

/** The meeting, if the viewer may do this to it: 404 when they may not even read it, 403 when they may. */
export async function permittedMeeting(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  action: MeetingAction,
) {
  const { meeting, actor } = await readableMeeting(services, viewer, slug);
  if (!mayDo(actor, action, meeting)) throw notAllowed();
  return { meeting, actor };
}
