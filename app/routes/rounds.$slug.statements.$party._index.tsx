import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openPart } from "../../server/commands/statements/open-part.server";
import { sendStatement } from "../../server/commands/statements/send-statement.server";
import { formOf, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { statementPage } from "../../server/queries/statement-page.server";
import { requireViewer } from "../../server/request.server";
import { StatementPage } from "../features/statements/statement-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await statementPage(context.services, viewer, params.slug ?? "", params.party ?? "");
  const { searchParams } = new URL(request.url);
  return json({
    ...page,
    open: searchParams.get("open"),
    review: searchParams.has("review"),
    sentNow: searchParams.has("sent"),
    title: pageTitle(request, viewer, "statements.title", { fi: page.party.name }),
  });
}

/** "open" makes the shared note of a part; "send" sends the statement. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const [slug, party] = [params.slug ?? "", params.party ?? ""];
  if (textOf(form, "intent") === "open") {
    const opened = await openPart(context.services, viewer, slug, party, textOf(form, "part"));
    return json({ opened, problem: null, typed: null }, { status: opened.ok ? 200 : 400 });
  }
  const typed = {
    organ: textOf(form, "organ"),
    section: textOf(form, "section"),
    organDate: textOf(form, "organDate"),
  };
  const outcome = await sendStatement(context.services, viewer, slug, party, {
    ...typed,
    seen: textOf(form, "seen"),
  });
  if (outcome.ok) return redirect(`${paths.statement(slug, party)}?sent=1`);
  return json({ opened: null, problem: outcome, typed }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StatementRoute() {
  return <StatementPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
