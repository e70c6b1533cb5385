import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { meetingPage } from "../../server/queries/meeting-page.server";
import { requireViewer } from "../../server/request.server";
import { meetingNumber } from "../domain/meetings/meeting";
import { ProjectorPage } from "../features/meetings/projector-page";
import { orKept, useKeptPage } from "../ui/kept-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const data = await meetingPage(context.services, viewer, params.slug!, null);
  const title = pageTitle(request, viewer, "meetings.projector.title", { fi: meetingNumber(data.meeting) });
  return json({ data, title });
}

/** On a poor line the page stays as it was. */
export const clientLoader = ({ serverLoader, params }: ClientLoaderFunctionArgs) =>
  orKept(`projector ${params.slug}`, () => serverLoader<typeof loader>());

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ProjectorRoute() {
  const page = useLoaderData<typeof loader>();
  useKeptPage(`projector ${page.data.meeting.slug}`, page);
  return <ProjectorPage data={page.data} />;
}
