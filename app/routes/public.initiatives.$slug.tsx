import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { publicInitiative } from "../../server/queries/public-initiative.server";
import { PublicPage } from "../features/initiatives/public-page";

/** For anybody: nothing here depends on who reads. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const initiative = await publicInitiative(context.services, params.slug ?? "");
  const title = pageTitle(request, context.viewer, "initiatives.public.label", initiative.title);
  return json({ initiative, title });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PublicInitiativeRoute() {
  return <PublicPage initiative={useLoaderData<typeof loader>().initiative} />;
}
