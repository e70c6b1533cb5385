import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { createDraft } from "../../server/commands/drafts/create-draft.server";
import { formOf, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { newDraftPage } from "../../server/queries/new-draft.server";
import { requireViewer } from "../../server/request.server";
import { NewDraftPage } from "../features/drafts/new-draft-page";
import { paths } from "../paths";
import { parseDraftSource } from "../protocol/draft-source";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await newDraftPage(context.services, viewer, params.slug ?? "");
  return json({ ...page, title: pageTitle(request, viewer, "drafts.create.title", page.table.name) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const typed = { title: textOf(form, "title"), source: textOf(form, "source") };
  const source = parseDraftSource(typed.source);
  const outcome = source
    ? await createDraft(context.services, viewer, params.slug ?? "", { title: typed.title, source })
    : ({ ok: false, error: "drafts.error.source", field: "source" } as const);
  if (outcome.ok) return redirect(paths.draft(outcome.slug));
  return json({ problem: outcome, typed }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewDraftRoute() {
  return <NewDraftPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
