import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { minutesCheck } from "../../server/queries/minutes-check.server";
import { requireViewer } from "../../server/request.server";
import { MinutesCheckPage } from "../features/minutes/check-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const asked = new URL(request.url).searchParams;
  const of = (name: string) => asked.get(name) ?? "";
  const versions = { draft: of("draft"), from: of("from"), to: of("to") };
  const check = await minutesCheck(context.services, viewer, params.slug ?? "", versions);
  return json({ check, title: pageTitle(request, viewer, "minutes.check.title") });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MinutesCheckRoute() {
  return <MinutesCheckPage check={useLoaderData<typeof loader>().check} />;
}
