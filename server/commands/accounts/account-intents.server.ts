/** The account page has a few small forms: each names its intent, and each intent is one command. */
import { LANGUAGES, type Language } from "../../../app/domain/languages";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { secretOf, textOf } from "../../form.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { askEmailChange } from "./ask-email-change.server";
import { changeDetails } from "./change-details.server";
import { changePassword } from "./change-password.server";

/** The part of the page that was saved, and the cookies that go with it. */
export type AccountSaved = Outcome<{
  section: "details" | "password" | "email";
  setCookie?: string;
  language?: Language;
}>;

export async function changeAccount(
  services: Services,
  viewer: Viewer,
  form: FormData,
  device: string,
): Promise<AccountSaved> {
  switch (textOf(form, "intent")) {
    case "change-details": {
      const wanted = textOf(form, "language");
      const language = LANGUAGES.find((l) => l === wanted) ?? viewer.language;
      const answer = await changeDetails(services, viewer, { name: textOf(form, "name"), language });
      return answer.ok ? { ok: true, section: "details", language } : answer;
    }
    case "change-password": {
      const typed = { current: secretOf(form, "currentPassword"), password: secretOf(form, "password") };
      const answer = await changePassword(services, viewer, { ...typed, device });
      return answer.ok ? { ...answer, section: "password" } : answer;
    }
    case "change-email": {
      const typed = { email: textOf(form, "email"), current: secretOf(form, "currentPassword") };
      const answer = await askEmailChange(services, viewer, typed);
      return answer.ok ? { ok: true, section: "email" } : answer;
    }
    default:
      throw notFound();
  }
}
