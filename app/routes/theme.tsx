import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { formOf, textOf } from "../../server/form.server";
import { choiceCookie, THEMES } from "../../server/request.server";
import { isSafeRedirect, paths } from "../paths";

export function loader() {
  return redirect(paths.home());
}

/** Keeps the theme in the browser. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const wanted = textOf(form, "theme");
  const theme = THEMES.find((t) => t === wanted);
  const to = textOf(form, "to");
  const back = isSafeRedirect(to) ? to : paths.home();
  if (!theme) return redirect(back);
  const secure = context.services.config.publicOrigin.startsWith("https:");
  return redirect(back, { headers: { "Set-Cookie": choiceCookie("theme", theme, secure) } });
}
