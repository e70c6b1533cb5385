import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "../../server/authorize.server";
import { eraseName } from "../../server/commands/decisions/erase-name.server";
import { formOf, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { decisionPage } from "../../server/queries/decision-page.server";
import { requireViewer } from "../../server/request.server";
import { SealedPage } from "../features/decisions/sealed-page";
import { paths } from "../paths";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await decisionPage(context.services, viewer, params.id ?? "");
  const title = pageTitle(request, viewer, "decisions.title", page.table.name);
  return json({ page, title });
}

/** The only form of the page takes a name away from behind a seal. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const id = params.id ?? "";
  const form = await formOf(request);
  await decisionPage(context.services, viewer, id); // 404 for who may not read it
  if (textOf(form, "intent") !== "erase-name") throw notFound();
  await eraseName(context.services, viewer, textOf(form, "hash"));
  return redirect(paths.decision(id));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DecisionRoute() {
  return <SealedPage page={useLoaderData<typeof loader>().page} />;
}
