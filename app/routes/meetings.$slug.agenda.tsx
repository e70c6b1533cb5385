import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { agendaPage } from "../../server/queries/agenda-page.server";
import { requireViewer } from "../../server/request.server";
import { meetingNumber } from "../domain/meetings/meeting";
import { AgendaPage } from "../features/agenda/agenda-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await agendaPage(context.services, viewer, params.slug ?? "");
  return json({ page, title: pageTitle(request, viewer, "agenda.title", { fi: meetingNumber(page) }) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AgendaRoute() {
  return <AgendaPage {...useLoaderData<typeof loader>()} />;
}
