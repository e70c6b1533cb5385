import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { giveForm } from "../../server/commands/positions/give-form.server";
import { formOf, typedIn } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { givePositions } from "../../server/queries/give-positions.server";
import { requireViewer } from "../../server/request.server";
import { GivePage } from "../features/positions/give-page";
import { POSITION_FORM_FIELDS_MAX } from "../protocol/position-form";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { frame, since, ...data } = await givePositions(context.services, viewer, params.slug!);
  return json({ frame, since, data, title: pageTitle(request, viewer, "positions.title", frame.title) });
}

/** The page answers itself: what was chosen on the other categories stays, also without a script. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request, POSITION_FORM_FIELDS_MAX);
  const answer = await giveForm(context.services, viewer, params.slug!, form);
  const results = Object.values(answer.outcomes);
  const status = results.length > 0 && results.every(({ ok }) => ok) ? 200 : 400;
  return json({ ...answer, typed: typedIn(form) }, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function GivePositionsRoute() {
  return <GivePage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
