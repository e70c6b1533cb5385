import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keepDecision } from "../../server/commands/decisions/decision-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { proposedDecisionPage } from "../../server/queries/proposed-decision.server";
import { requireViewer } from "../../server/request.server";
import { ProposedPage } from "../features/decisions/proposed-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await proposedDecisionPage(context.services, viewer, params.id ?? "");
  const title = pageTitle(request, viewer, "decisions.card.title", page.card.draft.title);
  return json({ page, title, formKey: randomUUID() });
}

/** Forms answer with the page itself: what was typed beside the one that was sent stays. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const outcome = await keepDecision(context.services, viewer, params.id ?? "", form);
  return outcome.ok ? json({ ok: true }) : refuse(outcome, form);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ProposedDecisionRoute() {
  return <ProposedPage {...useLoaderData<typeof loader>()} />;
}
