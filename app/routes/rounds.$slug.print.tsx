import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { roundPrint } from "../../server/queries/round-export.server";
import { requireViewer } from "../../server/request.server";
import { RoundPrint } from "../features/statements/round-print";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await roundPrint(context.services, viewer, params.slug ?? "");
  const title = pageTitle(request, viewer, "statements.title", { fi: page.round.title });
  return json({ ...page, title });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RoundPrintRoute() {
  return <RoundPrint {...useLoaderData<typeof loader>()} />;
}
