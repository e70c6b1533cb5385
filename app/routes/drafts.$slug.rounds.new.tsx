import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { newRoundFrom, readNewRound } from "../../server/commands/statements/new-round-form.server";
import { openRound } from "../../server/commands/statements/open-round.server";
import { formOf, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { newRoundPage } from "../../server/queries/rounds-page.server";
import { requireViewer } from "../../server/request.server";
import { NewRoundPage } from "../features/statements/new-round-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await newRoundPage(context.services, viewer, params.slug ?? "");
  return json({ ...page, title: pageTitle(request, viewer, "statements.create.title", page.frame.title) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const typed = readNewRound(form);
  const slug = params.slug ?? "";
  if (textOf(form, "intent") === "more") {
    await newRoundPage(context.services, viewer, slug);
    return json({ problem: null, typed: { ...typed, rows: typed.rows + 3 } });
  }
  const outcome = await openRound(context.services, viewer, slug, newRoundFrom(typed));
  if (outcome.ok) return redirect(`${paths.round(outcome.slug)}?opened=1`);
  return json({ problem: outcome, typed }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewRoundRoute() {
  return <NewRoundPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
