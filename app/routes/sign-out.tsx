import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSession } from "../../server/commands/sessions/end-session.server";
import { signInPath } from "../../server/request.server";
import { paths } from "../paths";

/** Opening the address ends nothing: links are opened by scanners too. */
export function loader() {
  return redirect(paths.home());
}

export async function action({ context }: ActionFunctionArgs) {
  const { viewer, services } = context;
  const to = signInPath(context);
  if (!viewer) return redirect(to);
  return redirect(to, { headers: { "Set-Cookie": await endSession(services, viewer, viewer.sessionHash) } });
}
