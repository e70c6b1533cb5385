import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keepMeeting } from "../../server/commands/meetings/meeting-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { meetingPage } from "../../server/queries/meeting-page.server";
import { requireViewer } from "../../server/request.server";
import { meetingNumber } from "../domain/meetings/meeting";
import { MeetingPage } from "../features/meetings/meeting-page";
import { paths } from "../paths";

const askedItem = (request: Request) => new URL(request.url).searchParams.get("item");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const asked = askedItem(request);
  const data = await meetingPage(context.services, viewer, params.slug!, asked);
  // An item that is not there (taken off the agenda, a mistyped address) follows the chair.
  const isThere = data.items.some(({ id }) => id === asked);
  return json({
    data,
    asked: isThere ? asked : null,
    formKey: crypto.randomUUID(),
    title: pageTitle(request, viewer, "meetings.title", { fi: meetingNumber(data.meeting) }),
  });
}

/** Every form of the meeting; a page that asks by itself gets data. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const outcome = await keepMeeting(context.services, viewer, params.slug!, form);
  if (!outcome.ok) return refuse(outcome, form);
  if (request.headers.get("Accept")?.includes("application/json")) return json({ ok: true });
  return redirect(paths.meeting(params.slug!, askedItem(request) ?? undefined), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MeetingRoute() {
  const page = useLoaderData<typeof loader>();
  return <MeetingPage {...page} />;
}
