import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { recordVisit } from "../../server/commands/notifications/record-visit.server";
import { pageTitle } from "../../server/page-title.server";
import { comparePage } from "../../server/queries/compare.server";
import { requireViewer } from "../../server/request.server";
import { ComparePage } from "../features/drafts/compare-page";
import { parseVersionNumber } from "../features/drafts/version-number";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const query = new URL(request.url).searchParams;
  const to = query.get("to");
  const page = await comparePage(context.services, viewer, params.slug ?? "", {
    from: parseVersionNumber(query.get("from")),
    to: to === "live" ? "live" : parseVersionNumber(to),
  });
  if (page.comparison?.to === "live") await recordVisit(context.services, viewer, page.frame.slug);
  const view = query.get("view") === "side" ? ("side" as const) : ("inline" as const);
  return json({ ...page, view, title: pageTitle(request, viewer, "drafts.compare.title", page.frame.title) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CompareRoute() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
