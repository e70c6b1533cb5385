import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { settleOrSuggest } from "../../server/commands/suggestions/suggestion-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { suggestionsPage } from "../../server/queries/suggestions-page.server";
import { requireViewer } from "../../server/request.server";
import { SuggestionsPage } from "../features/suggestions/suggestions-page";
import { paths } from "../paths";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await suggestionsPage(context.services, viewer, params.slug!);
  const about = new URL(request.url).searchParams.get("category");
  const title = pageTitle(request, viewer, "suggestions.title", page.frame.title);
  return json({ ...page, about, title });
}

/** From this page and from the board's panel, which asks for data. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const answer = await settleOrSuggest(context.services, viewer, params.slug!, form);
  if (!answer.ok) return refuse(answer, form);
  if (request.headers.get("Accept")?.includes("application/json")) return json(answer);
  return redirect(paths.suggestions(params.slug!, answer.id), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SuggestionsRoute() {
  return <SuggestionsPage {...useLoaderData<typeof loader>()} />;
}
