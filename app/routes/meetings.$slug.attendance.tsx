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
import { attendancePage } from "../../server/queries/attendance-page.server";
import { requireViewer } from "../../server/request.server";
import { meetingNumber } from "../domain/meetings/meeting";
import { AttendancePage } from "../features/meetings/attendance-page";
import { paths } from "../paths";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await attendancePage(context.services, viewer, params.slug!);
  const number = { fi: meetingNumber(page.data.meeting) };
  const title = pageTitle(request, viewer, "meetings.attendance.title", number);
  return json({ ...page, formKey: crypto.randomUUID(), title });
}

/** The same deeds as on the meeting's page; who has no JavaScript comes back here. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const outcome = await keepMeeting(context.services, viewer, params.slug!, form);
  if (!outcome.ok) return refuse(outcome, form);
  if (request.headers.get("Accept")?.includes("application/json")) return json({ ok: true });
  return redirect(paths.attendance(params.slug!), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AttendanceRoute() {
  const page = useLoaderData<typeof loader>();
  return <AttendancePage {...page} />;
}
