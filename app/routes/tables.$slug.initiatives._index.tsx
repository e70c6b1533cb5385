import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { initiativesPage } from "../../server/queries/initiatives-page.server";
import { requireViewer } from "../../server/request.server";
import { InitiativesPage } from "../features/initiatives/initiatives-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await initiativesPage(context.services, viewer, params.slug ?? "");
  return json({ ...page, title: pageTitle(request, viewer, "initiatives.title", page.table.name) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function InitiativesRoute() {
  return <InitiativesPage {...useLoaderData<typeof loader>()} />;
}
