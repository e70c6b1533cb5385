import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { textOf } from "../../form.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { tableFor } from "../tables/table-subject.server";
import { addReadyItem, addRoundItem } from "./one-click-item.server";

/** The forms on the page of a round and on the page of positions. `meeting` is the address of the one that was chosen. */
export async function keepOneClick(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  form: FormData,
): Promise<Outcome<{ meeting: string; item: string }>> {
  await tableFor(services, viewer, tableSlug, "table.read");
  const field = (name: string) => textOf(form, name);
  const meeting = field("meeting");
  const intent = field("intent");
  if (intent !== "round-item" && intent !== "ready-item") throw notFound();
  if (!meeting) return { ok: false, field: "meeting", error: "agenda.error.noMeeting" };
  const added =
    intent === "round-item"
      ? await addRoundItem(services, viewer, meeting, field("round"))
      : await addReadyItem(services, viewer, meeting, field("draft"));
  return added.ok ? { ok: true, meeting, item: added.item } : added;
}
