import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { meetingPage } from "../../server/queries/meeting-page.server";
import { requireViewer } from "../../server/request.server";
import { meetingNumber } from "../domain/meetings/meeting";
import { ProjectorPage } from "../features/meetings/projector-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const data = await meetingPage(context.services, viewer, params.slug!, null);
  const title = pageTitle(request, viewer, "meetings.projector.title", { fi: meetingNumber(data.meeting) });
  return json({ data, title });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ProjectorRoute() {
  const page = useLoaderData<typeof loader>();
  return <ProjectorPage data={page.data} />;
}
