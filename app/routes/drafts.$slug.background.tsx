import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { draftBackgroundPage } from "../../server/queries/draft-background.server";
import { requireViewer } from "../../server/request.server";
import { BackgroundPage } from "../features/drafts/background-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await draftBackgroundPage(context.services, viewer, params.slug ?? "");
  return json({
    ...page,
    title: pageTitle(request, viewer, "drafts.background.title", page.frame.title),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BackgroundRoute() {
  return <BackgroundPage {...useLoaderData<typeof loader>()} />;
}
