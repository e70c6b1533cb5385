import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { isChecked, textOf } from "../../form.server";
import { readableMeeting } from "../../queries/readable-meeting.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { approveMinutes } from "./approve-minutes.server";
import { setCommentTime } from "./set-comment-time.server";
import { refillMinutes, startMinutes } from "./start-minutes.server";

/** Every form of the minutes' page names its intent, and each intent is one command. */
export async function keepMinutes(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
): Promise<Outcome> {
  const field = (name: string) => textOf(form, name);
  switch (field("intent")) {
    case "start":
      return startMinutes(services, viewer, slug);
    case "refill":
      return refillMinutes(services, viewer, slug);
    case "comment-time":
      return setCommentTime(services, viewer, slug, { on: field("on"), at: field("at") });
    case "approve":
      return approveMinutes(services, viewer, slug, {
        ...{ role: field("role") === "chair" ? "chair" : "secretary", shownHash: field("hash") },
        ...{ isConfirmed: isChecked(form, "confirmed"), key: field("key") },
      });
    default:
      await readableMeeting(services, viewer, slug);
      throw notFound();
  }
}
