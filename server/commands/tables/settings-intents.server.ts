import { asRole } from "../../../app/domain/tables";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { endOfDay } from "../../finnish-day.server";
import { idOf, isChecked, localizedOf, textOf } from "../../form.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { createInvitation } from "../invitations/create-invitation.server";
import { revokeInvitation } from "../invitations/revoke-invitation.server";
import { changeMeetingRules } from "./change-meeting-rules.server";
import { changeMembership, endMembership } from "./change-membership.server";
import { addParty, asPartyKind, createParty, removeParty } from "./change-parties.server";
import { changeParty } from "./change-party.server";
import { changeTable } from "./change-table.server";
import { managedTable } from "./table-subject.server";

/** What a form of the settings page led to: the part of the page it belongs to, and a new invitation's token. */
export type Saved = Outcome<{
  section: "basics" | "meetings" | "parties" | "members" | "invitations";
  token?: string;
}>;

/** The settings page has many small forms: each names its intent, and each intent is one command. */
export async function changeTableSettings(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
): Promise<Saved> {
  switch (textOf(form, "intent")) {
    case "change-table":
      return inSection(
        "basics",
        await changeTable(services, viewer, slug, {
          name: localizedOf(form, "name"),
          purpose: localizedOf(form, "purpose"),
          observersComment: isChecked(form, "observersComment"),
        }),
      );
    case "change-meeting-rules":
      return inSection(
        "meetings",
        await changeMeetingRules(services, viewer, slug, {
          ...{ recordKind: textOf(form, "recordKind"), quorum: textOf(form, "quorum") },
          ...{ reveal: textOf(form, "reveal"), silence: textOf(form, "silence") },
        }),
      );
    case "add-party":
      await addParty(services, viewer, slug, idOf(form, "party"));
      return { ok: true, section: "parties" };
    case "create-party": {
      const kind = asPartyKind(textOf(form, "kind"));
      if (!kind) return { ok: false, error: "tables.errors.kindNeeded", field: "kind" };
      return inSection("parties", await createParty(services, viewer, slug, { ...partyIn(form), kind }));
    }
    case "change-party":
      return inSection(
        "parties",
        await changeParty(services, viewer, slug, idOf(form, "party"), partyIn(form)),
      );
    case "remove-party":
      return inSection("parties", await removeParty(services, viewer, slug, idOf(form, "party")));
    case "change-membership":
      return inSection("members", await changeMember(services, viewer, slug, form));
    case "end-membership":
      return inSection("members", await endMembership(services, viewer, slug, idOf(form, "membership")));
    case "create-invitation": {
      const role = asRole(textOf(form, "role"));
      if (!role) return { ok: false, error: "tables.errors.roleNeeded", field: "role" };
      const answer = await createInvitation(services, viewer, slug, {
        role,
        partyId: textOf(form, "party") ? idOf(form, "party") : null,
        speaks: isChecked(form, "speaks"),
        deputy: isChecked(form, "deputy"),
      });
      return answer.ok ? { ok: true, section: "invitations", token: answer.token } : answer;
    }
    case "revoke-invitation":
      await revokeInvitation(services, viewer, slug, idOf(form, "invitation"));
      return { ok: true, section: "invitations" };
    default:
      // No page of ours sends this; who may not manage the table still learns nothing else.
      await managedTable(services, viewer, slug);
      throw notFound();
  }
}

const partyIn = (form: FormData) => ({
  name: localizedOf(form, "partyName"),
  genitive: textOf(form, "genitive"),
  shortName: textOf(form, "shortName"),
});

async function changeMember(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
): Promise<Outcome> {
  const role = asRole(textOf(form, "role"));
  if (!role) return { ok: false, error: "tables.errors.roleNeeded", field: "role" };
  const day = textOf(form, "lastDay");
  const endsAt = day ? endOfDay(day) : null;
  if (day && (!endsAt || endsAt <= services.clock()))
    return { ok: false, error: "tables.errors.lastDayInvalid", field: "lastDay" };
  return changeMembership(services, viewer, slug, idOf(form, "membership"), {
    role,
    speaks: isChecked(form, "speaks"),
    deputy: isChecked(form, "deputy"),
    endsAt,
  });
}

function inSection(section: "basics" | "meetings" | "parties" | "members", answer: Outcome): Saved {
  return answer.ok ? { ok: true, section } : answer;
}
