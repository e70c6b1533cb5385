import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keepInitiative } from "../../server/commands/initiatives/initiative-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { initiativePage } from "../../server/queries/initiative-page.server";
import { requireViewer } from "../../server/request.server";
import { InitiativePage } from "../features/initiatives/initiative-page";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await initiativePage(context.services, viewer, params.slug ?? "");
  const asked = new URL(request.url).searchParams;
  const of = (name: string) => asked.get(name) ?? "";
  return json({
    page,
    choice: { area: of("area"), state: of("state"), actor: of("actor") },
    answering: of("answer"),
    done: of("done"),
    title: pageTitle(request, viewer, `initiatives.kind.${page.kind}`, page.title),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const outcome = await keepInitiative(context.services, viewer, params.slug ?? "", form);
  return outcome.ok ? redirect(outcome.to) : refuse(outcome, form);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function InitiativeRoute() {
  return <InitiativePage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
