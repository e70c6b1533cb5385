import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { versionPage } from "../../server/queries/versions.server";
import { requireViewer } from "../../server/request.server";
import { parseVersionNumber } from "../features/drafts/version-number";
import { VersionPage } from "../features/drafts/version-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await versionPage(
    context.services,
    viewer,
    params.slug ?? "",
    parseVersionNumber(params.number) ?? 0,
  );
  const title = pageTitle(request, viewer, "drafts.versions.title", page.frame.title);
  return json({ ...page, title: `${page.version.number}. ${page.version.label} · ${title}` });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function VersionRoute() {
  return <VersionPage {...useLoaderData<typeof loader>()} />;
}
