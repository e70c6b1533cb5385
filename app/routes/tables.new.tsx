import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { createTable } from "../../server/commands/tables/create-table.server";
import { formOf, idOf, localizedOf, refuse } from "../../server/form.server";
import { newTable } from "../../server/queries/new-table.server";
import { requestLanguage, requireViewer, titleIn } from "../../server/request.server";
import { NewTable } from "../features/tables/new-table";
import { paths } from "../paths";
import "../styles/tables.css";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const language = requestLanguage(request, viewer);
  return json({
    title: titleIn(language, "tables.new.title"),
    ...(await newTable(context.services, viewer, language)),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const answer = await createTable(context.services, viewer, {
    regionId: idOf(form, "region"),
    name: localizedOf(form, "name"),
    purpose: localizedOf(form, "purpose"),
  });
  if (!answer.ok) return refuse(answer, form);
  throw redirect(paths.tableSettings(answer.slug));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewTableRoute() {
  return <NewTable regions={useLoaderData<typeof loader>().regions} />;
}
