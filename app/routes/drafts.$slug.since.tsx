import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { recordVisit } from "../../server/commands/notifications/record-visit.server";
import { pageTitle } from "../../server/page-title.server";
import { sincePage } from "../../server/queries/since-page.server";
import { requireViewer } from "../../server/request.server";
import { type SinceGroup, SincePage } from "../features/notifications/since-page";

/** What changed after the log position that the address names: it stays the same when the visit is recorded. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const seq = /^\d{1,15}$/.exec(new URL(request.url).searchParams.get("seq") ?? "");
  const page = await sincePage(context.services, viewer, params.slug!, seq ? Number(seq[0]) : 0);
  await recordVisit(context.services, viewer, page.frame.slug);
  return json({ ...page, title: pageTitle(request, viewer, "notifications.since.title", page.frame.title) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SinceRoute() {
  const { groups, ...page } = useLoaderData<typeof loader>();
  return <SincePage {...page} groups={groups as SinceGroup[]} />;
}
