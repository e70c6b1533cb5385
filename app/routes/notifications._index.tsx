import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { markRead } from "../../server/commands/notifications/mark-read.server";
import { levelOf, setLevel } from "../../server/commands/notifications/set-level.server";
import { formOf, idOf, textOf } from "../../server/form.server";
import { notificationsPage } from "../../server/queries/notifications-page.server";
import { requestLanguage, requireViewer, titleIn } from "../../server/request.server";
import { NotificationsPage } from "../features/notifications/notifications-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const language = requestLanguage(request, viewer);
  const before = /^\d{1,15}$/.exec(new URL(request.url).searchParams.get("before") ?? "");
  return json({
    title: titleIn(language, "notifications.title"),
    ...(await notificationsPage(context.services, viewer, language, before && Number(before[0]))),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  if (textOf(form, "intent") === "level") {
    const tableId = idOf(form, "table");
    const level = levelOf(textOf(form, "level"));
    if (level) await setLevel(context.services, viewer, tableId, level);
    return json({ savedTable: level && tableId });
  }
  await markRead(context.services, viewer, form.has("all") ? "all" : idOf(form, "notification"));
  return redirect(paths.notifications());
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Notifications() {
  return (
    <NotificationsPage
      {...useLoaderData<typeof loader>()}
      savedTable={useKeptActionData<typeof action>()?.savedTable ?? null}
    />
  );
}
