import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doInRound } from "../../server/commands/statements/round-intents.server";
import { formOf, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { meetingsToChoose } from "../../server/queries/meetings-page.server";
import { roundPage } from "../../server/queries/round-page.server";
import { requireViewer } from "../../server/request.server";
import { RoundPage } from "../features/statements/round-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await roundPage(context.services, viewer, params.slug ?? "");
  const meetings = await meetingsToChoose(context.services, viewer, page.frame.slug);
  const { searchParams } = new URL(request.url);
  const title = pageTitle(request, viewer, "statements.title", { fi: page.round.title });
  const said = searchParams.has("opened") ? "opened" : searchParams.has("done") ? "done" : null;
  return json({ ...page, meetings, said: said as "opened" | "done" | null, title });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const slug = params.slug ?? "";
  const { outcome, at } = await doInRound(context.services, viewer, slug, form);
  if (outcome.ok) return redirect(`${paths.round(slug)}?done=1${at ? `#${at}` : ""}`);
  const typed = {
    answer: textOf(form, "answer"),
    reason: textOf(form, "reason"),
    until: textOf(form, "until"),
  };
  return json({ problem: outcome, typed, at }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RoundRoute() {
  return <RoundPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
