import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keepAgenda } from "../../server/commands/agenda/agenda-intents.server";
import { formOf, refuse, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { meetingSettings } from "../../server/queries/meeting-settings.server";
import { requireViewer } from "../../server/request.server";
import { meetingNumber } from "../domain/meetings/meeting";
import { SettingsPage } from "../features/agenda/settings-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await meetingSettings(context.services, viewer, params.slug ?? "");
  return json({
    page,
    done: new URL(request.url).searchParams.get("done") ?? "",
    title: pageTitle(request, viewer, "agenda.settings.title", { fi: meetingNumber(page) }),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const slug = params.slug ?? "";
  const outcome = await keepAgenda(context.services, viewer, slug, form);
  if (!outcome.ok) return refuse(outcome, form);
  const at = outcome.item ? `#item-${outcome.item}` : "";
  return redirect(`${paths.meetingSettings(slug)}?done=${textOf(form, "intent")}${at}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MeetingSettingsRoute() {
  return <SettingsPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
