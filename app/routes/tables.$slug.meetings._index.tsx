import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keepOneClick } from "../../server/commands/agenda/one-click-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { meetingsPage } from "../../server/queries/meetings-page.server";
import { requireViewer } from "../../server/request.server";
import { MeetingsPage } from "../features/agenda/meetings-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await meetingsPage(context.services, viewer, params.slug ?? "");
  return json({ page, title: pageTitle(request, viewer, "agenda.list.title", page.table.name) });
}

/** A statement round, or the ready group of a draft's positions, to the agenda of the meeting that the form chose. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const outcome = await keepOneClick(context.services, viewer, params.slug ?? "", form);
  return outcome.ok
    ? redirect(`${paths.meetingSettings(outcome.meeting)}?done=one-click#item-${outcome.item}`)
    : refuse(outcome, form);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MeetingsRoute() {
  return <MeetingsPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
