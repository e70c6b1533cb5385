import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { proposeDecision } from "../../server/commands/decisions/propose-decision.server";
import { formOf, refuse, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { decidePage } from "../../server/queries/decide-page.server";
import { requireViewer } from "../../server/request.server";
import { ProposePage } from "../features/decisions/propose-form";
import { paths } from "../paths";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const asked = new URL(request.url).searchParams;
  const page = await decidePage(context.services, viewer, params.slug ?? "", asked);
  const title = pageTitle(request, viewer, "decisions.propose.open", page.draft.title);
  return json({ page, title, formKey: randomUUID() });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const field = (name: string) => textOf(form, name);
  const outcome = await proposeDecision(context.services, viewer, {
    ...{ draft: params.slug ?? "", version: field("version"), text: field("text") },
    ...{ meeting: field("meeting"), item: idIn(field("item")), dueOn: field("dueOn"), dueAt: field("dueAt") },
    ...{ replaces: idIn(field("replaces")), corrects: idIn(field("corrects")), key: field("key") },
  });
  if (!outcome.ok) return refuse(outcome, form);
  const back = field("meeting") ? paths.meeting(field("meeting"), field("item")) : null;
  return redirect(back ?? paths.proposedDecision(outcome.id));
}

const idIn = (text: string) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : "");

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DecideRoute() {
  return <ProposePage {...useLoaderData<typeof loader>()} />;
}
