import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { changeLanguage } from "../../server/commands/sessions/change-language.server";
import { formOf, textOf } from "../../server/form.server";
import { choiceCookie } from "../../server/request.server";
import { LANGUAGES } from "../domain/languages";
import { isSafeRedirect, paths } from "../paths";

export function loader() {
  return redirect(paths.home());
}

/** Keeps the language in the browser and, for a signed-in person, with the person. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { services, viewer } = context;
  const form = await formOf(request);
  const wanted = textOf(form, "language");
  const language = LANGUAGES.find((l) => l === wanted);
  const to = textOf(form, "to");
  const back = isSafeRedirect(to) ? to : paths.home();
  if (!language) return redirect(back);
  if (viewer) await changeLanguage(services, viewer, language);
  const secure = services.config.publicOrigin.startsWith("https:");
  return redirect(back, { headers: { "Set-Cookie": choiceCookie("language", language, secure) } });
}
