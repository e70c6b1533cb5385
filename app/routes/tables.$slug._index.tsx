import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tablePage } from "../../server/queries/table-page.server";
import { requestLanguage, requireViewer } from "../../server/request.server";
import { TableView } from "../features/tables/table-view";
import "../styles/tables.css";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const language = requestLanguage(request, viewer);
  return json(await tablePage(context.services, viewer, params.slug!, language));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name} · Kumppanuuspöytä` : "Kumppanuuspöytä" },
];

export default function Table() {
  return <TableView page={useLoaderData<typeof loader>()} />;
}
