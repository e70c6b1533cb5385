import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { createInitiative } from "../../server/commands/initiatives/create-initiative.server";
import { formOf, refuse, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { newInitiativePage } from "../../server/queries/initiatives-page.server";
import { requireViewer } from "../../server/request.server";
import { NewInitiativePage } from "../features/initiatives/new-initiative-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await newInitiativePage(context.services, viewer, params.slug ?? "");
  return json({ ...page, title: pageTitle(request, viewer, "initiatives.create.title", page.table.name) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const field = (name: string) => textOf(form, name);
  const outcome = await createInitiative(context.services, viewer, params.slug ?? "", {
    ...{ kind: field("kind"), title: field("title"), signatories: field("signatories") },
    ...{ submittedOn: field("submittedOn"), targetYear: field("targetYear"), text: field("text") },
    ...{ demands: field("demands"), source: field("source") },
  });
  if (outcome.ok) return redirect(paths.initiative(outcome.slug));
  return refuse(outcome, form);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewInitiativeRoute() {
  const { table } = useLoaderData<typeof loader>();
  return <NewInitiativePage table={table} answer={useKeptActionData<typeof action>()} />;
}
