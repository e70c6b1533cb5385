import type { TypedMeeting } from "../../../app/domain/meetings/agenda";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { idOf, isChecked, textOf } from "../../form.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedMeeting } from "../meetings/permitted-meeting.server";
import { attachDraft, removeAttachment } from "./attach.server";
import {
  addAgendaItem,
  changeAgendaItem,
  type ItemForm,
  moveAgendaItem,
  removeAgendaItem,
  restoreAgendaItem,
} from "./change-item.server";
import { changeMeeting } from "./change-meeting.server";
import { cancelMeeting, sendInvitation } from "./invite.server";

/** A meeting's facts as its forms send them. */
export function meetingIn(form: FormData): TypedMeeting {
  const field = (name: string) => textOf(form, name);
  return {
    ...{ number: field("number"), year: field("year"), date: field("date"), starts: field("starts") },
    ...{ ends: field("ends"), place: field("place"), remoteLink: field("remoteLink") },
    ...{ isInPerson: isChecked(form, "isInPerson"), message: field("message") },
  };
}

function itemIn(form: FormData): ItemForm {
  const field = (name: string) => textOf(form, name);
  return {
    ...{ kind: field("kind"), title: field("title"), titleSv: field("titleSv"), titleEn: field("titleEn") },
    ...{ presenter: field("presenter"), proposal: field("proposal"), proposalSv: field("proposalSv") },
    ...{ proposalEn: field("proposalEn"), draft: field("draft"), key: field("key") },
  };
}

/** Every form of the page that prepares a meeting names its intent, and each intent is one command. `item` is where it led. */
export async function keepAgenda(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
): Promise<Outcome<{ item?: string }>> {
  const item = () => idOf(form, "item");
  switch (textOf(form, "intent")) {
    case "change-meeting":
      return changeMeeting(services, viewer, slug, meetingIn(form));
    case "add-item":
      return addAgendaItem(services, viewer, slug, itemIn(form));
    case "change-item":
      return at(item(), await changeAgendaItem(services, viewer, slug, item(), itemIn(form)));
    case "move-up":
      return at(item(), await moveAgendaItem(services, viewer, slug, item(), true));
    case "move-down":
      return at(item(), await moveAgendaItem(services, viewer, slug, item(), false));
    case "remove-item":
      return removeAgendaItem(services, viewer, slug, item());
    case "restore-item":
      return at(item(), await restoreAgendaItem(services, viewer, slug, item()));
    case "attach":
      return at(item(), await attach(services, viewer, slug, form));
    case "remove-attachment":
      return removeAttachment(services, viewer, slug, idOf(form, "attachment"));
    case "invite":
      return sendInvitation(services, viewer, slug);
    case "cancel":
      if (isChecked(form, "confirmed")) return cancelMeeting(services, viewer, slug);
      await permittedMeeting(services, viewer, slug, "meeting.prepare");
      return { ok: false, field: "confirmed", error: "agenda.error.confirm" };
    default:
      await permittedMeeting(services, viewer, slug, "meeting.prepare");
      throw notFound();
  }
}

const at = (item: string, outcome: Outcome): Outcome<{ item?: string }> =>
  outcome.ok ? { ok: true, item } : outcome;

/** "draft:slug" is the live draft, "version:3:slug" its version. */
async function attach(services: Services, viewer: Viewer, slug: string, form: FormData): Promise<Outcome> {
  const what = /^(?:draft|version:(\d{1,6})):(.+)$/.exec(textOf(form, "what"));
  return attachDraft(services, viewer, slug, {
    ...{ item: idOf(form, "item"), draft: what?.[2] ?? "", title: textOf(form, "attachmentTitle") },
    version: what?.[1] ? Number(what[1]) : null,
  });
}
