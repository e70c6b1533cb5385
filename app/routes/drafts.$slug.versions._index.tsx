import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { freezeVersion } from "../../server/commands/drafts/freeze-version.server";
import { formOf, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { versionsPage } from "../../server/queries/versions.server";
import { requireViewer } from "../../server/request.server";
import { parseVersionNumber } from "../features/drafts/version-number";
import { VersionsPage } from "../features/drafts/versions-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await versionsPage(context.services, viewer, params.slug ?? "");
  const frozen = parseVersionNumber(new URL(request.url).searchParams.get("frozen"));
  const title = pageTitle(request, viewer, "drafts.versions.title", page.frame.title);
  return json({ ...page, frozen, title });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const typed = {
    label: textOf(form, "label"),
    meetingDate: textOf(form, "meetingDate"),
    withoutSuggestions: form.has("withoutSuggestions"),
  };
  const slug = params.slug ?? "";
  const outcome = await freezeVersion(context.services, viewer, slug, typed);
  if (outcome.ok) return redirect(paths.versions(slug, outcome.number));
  return json({ problem: outcome, typed }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function VersionsRoute() {
  return <VersionsPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
