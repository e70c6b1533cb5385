import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { roundsPage } from "../../server/queries/rounds-page.server";
import { requireViewer } from "../../server/request.server";
import { RoundsPage } from "../features/statements/rounds-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await roundsPage(context.services, viewer, params.slug ?? "");
  return json({ ...page, title: pageTitle(request, viewer, "statements.title", page.frame.title) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RoundsRoute() {
  return <RoundsPage {...useLoaderData<typeof loader>()} />;
}
