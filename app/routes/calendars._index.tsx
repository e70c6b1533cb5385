import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { makeCalendarLink, revokeCalendarLink } from "../../server/commands/agenda/calendar-links.server";
import { formOf, idOf, refuse, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { calendarsPage } from "../../server/queries/calendar.server";
import { requireViewer } from "../../server/request.server";
import { CalendarsPage } from "../features/agenda/calendars-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await calendarsPage(context.services, viewer);
  return json({ page, title: pageTitle(request, viewer, "agenda.calendars.title") });
}

/** A new address is shown in this very answer: only its hash is kept. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { services } = context;
  const form = await formOf(request);
  const secret = { headers: { "Cache-Control": "private, no-store" } };
  if (textOf(form, "intent") === "revoke") {
    await revokeCalendarLink(services, viewer, idOf(form, "link"));
    return json({ revoked: true as const }, secret);
  }
  const outcome = await makeCalendarLink(services, viewer, textOf(form, "table"));
  if (!outcome.ok) return refuse(outcome, form);
  return json({ link: services.config.publicOrigin + paths.calendar(outcome.token) }, secret);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CalendarsRoute() {
  return <CalendarsPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
