import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { settleOrSuggest } from "../../server/commands/suggestions/suggestion-intents.server";
import { settleTextSuggestions } from "../../server/commands/text-suggestions/text-suggestion-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { draftKind } from "../../server/queries/readable-draft.server";
import { suggestionsPage } from "../../server/queries/suggestions-page.server";
import { textSuggestionsPage } from "../../server/queries/text-suggestions.server";
import { requireViewer } from "../../server/request.server";
import { SuggestionsPage } from "../features/suggestions/suggestions-page";
import { TextSuggestionsPage } from "../features/texts/suggesting/suggestions-page";
import { paths } from "../paths";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { services } = context;
  const kind = await draftKind(services, viewer, params.slug!);
  if (kind === "text") {
    const page = await textSuggestionsPage(services, viewer, params.slug!);
    const title = pageTitle(request, viewer, "texts.suggesting.title", page.frame.title);
    return json({ kind: "text" as const, page, title });
  }
  const page = await suggestionsPage(services, viewer, params.slug!);
  const about = new URL(request.url).searchParams.get("category");
  const title = pageTitle(request, viewer, "suggestions.title", page.frame.title);
  return json({ kind: "split" as const, page: { ...page, about }, title });
}

/** From this page, from the board's panel and from the live text, which ask for data. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { services } = context;
  const form = await formOf(request);
  const isData = request.headers.get("Accept")?.includes("application/json");
  if ((await draftKind(services, viewer, params.slug!)) === "text") {
    const answer = await settleTextSuggestions(services, viewer, params.slug!, form);
    if (!answer.ok) return refuse(answer, form);
    return isData ? json(answer) : redirect(paths.suggestions(params.slug!), 303);
  }
  const answer = await settleOrSuggest(services, viewer, params.slug!, form);
  if (!answer.ok) return refuse(answer, form);
  return isData ? json(answer) : redirect(paths.suggestions(params.slug!, answer.id), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SuggestionsRoute() {
  const data = useLoaderData<typeof loader>();
  return data.kind === "text" ? <TextSuggestionsPage {...data.page} /> : <SuggestionsPage {...data.page} />;
}
