import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { restoreVersion } from "../../server/commands/drafts/restore-version.server";
import { pageTitle } from "../../server/page-title.server";
import { restorePage } from "../../server/queries/versions.server";
import { requireViewer } from "../../server/request.server";
import { RestorePage } from "../features/drafts/restore-page";
import { parseVersionNumber } from "../features/drafts/version-number";
import { paths } from "../paths";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const number = parseVersionNumber(params.number) ?? 0;
  const page = await restorePage(context.services, viewer, params.slug ?? "", number);
  const title = pageTitle(request, viewer, "drafts.version.restore", page.frame.title);
  return json({ ...page, title });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const slug = params.slug ?? "";
  await restoreVersion(context.services, viewer, slug, parseVersionNumber(params.number) ?? 0);
  return redirect(paths.draft(slug));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RestoreRoute() {
  return <RestorePage {...useLoaderData<typeof loader>()} />;
}
