import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { approveImport } from "../../server/commands/imports/approve-import.server";
import { cancelImport } from "../../server/commands/imports/cancel-import.server";
import { formOf, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { importPage } from "../../server/queries/import-page.server";
import { requireViewer } from "../../server/request.server";
import { ImportPreview } from "../features/files/import-preview";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await importPage(context.services, viewer, params.id ?? "");
  return json({ page, title: pageTitle(request, viewer, "files.preview.title", page.table.name) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const id = params.id ?? "";
  if (textOf(form, "intent") === "cancel") {
    const { tableSlug } = await cancelImport(context.services, viewer, id);
    return redirect(paths.importDraft(tableSlug));
  }
  const typed = { title: textOf(form, "title") };
  const outcome = await approveImport(context.services, viewer, id, typed.title);
  if (outcome.ok) return redirect(paths.draft(outcome.slug));
  return json({ problem: outcome, typed }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ImportPreviewRoute() {
  const { page } = useLoaderData<typeof loader>();
  return <ImportPreview {...page} answer={useKeptActionData<typeof action>()} />;
}
