import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { notFound } from "../../server/authorize.server";
import { openNotification } from "../../server/commands/notifications/mark-read.server";
import { requireViewer } from "../../server/request.server";

/** Where lists and mails lead: marks one's own notification read and goes on. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const id = params.id ?? "";
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound();
  return redirect(await openNotification(context.services, viewer, id));
}
