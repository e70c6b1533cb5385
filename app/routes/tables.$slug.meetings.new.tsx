import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { meetingIn } from "../../server/commands/agenda/agenda-intents.server";
import { createMeeting } from "../../server/commands/agenda/create-meeting.server";
import { formOf, refuse } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { newMeetingPage } from "../../server/queries/meetings-page.server";
import { requireViewer } from "../../server/request.server";
import { NewMeetingPage } from "../features/agenda/new-meeting-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await newMeetingPage(context.services, viewer, params.slug ?? "");
  return json({ page, title: pageTitle(request, viewer, "agenda.form.newTitle", page.table.name) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const outcome = await createMeeting(context.services, viewer, params.slug ?? "", meetingIn(form));
  return outcome.ok ? redirect(`${paths.meetingSettings(outcome.slug)}?done=created`) : refuse(outcome, form);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewMeetingRoute() {
  return <NewMeetingPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
