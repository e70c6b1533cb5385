import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { askForPositions } from "../../server/commands/positions/ask-for-positions.server";
import { makeProposal } from "../../server/commands/positions/make-proposal.server";
import { formOf, refuse, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { meetingsToChoose } from "../../server/queries/meetings-page.server";
import { positionsPage } from "../../server/queries/positions-page.server";
import { requireViewer } from "../../server/request.server";
import { PositionsPage } from "../features/positions/positions-page";
import { paths } from "../paths";
import { POSITION_FORM_FIELDS_MAX } from "../protocol/position-form";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { frame, ...data } = await positionsPage(context.services, viewer, params.slug!);
  const meetings = await meetingsToChoose(context.services, viewer, params.slug!);
  const asked = new URL(request.url).searchParams.get("asked") === "1";
  return json({
    frame,
    data,
    meetings,
    asked,
    title: pageTitle(request, viewer, "positions.title", frame.title),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request, POSITION_FORM_FIELDS_MAX);
  const slug = params.slug!;
  switch (textOf(form, "intent")) {
    case "ask": {
      const words = { dueOn: textOf(form, "dueOn"), message: textOf(form, "message") };
      const outcome = await askForPositions(context.services, viewer, { slug, ...words });
      return outcome.ok ? redirect(`${paths.positions(slug)}?asked=1`, 303) : refuse(outcome, form);
    }
    case "makeProposal": {
      const categoryIds = form.getAll("category").filter((id) => typeof id === "string");
      const wanted = { slug, text: textOf(form, "text"), categoryIds };
      const outcome = await makeProposal(context.services, viewer, wanted);
      return outcome.ok ? redirect(paths.proposal(slug, outcome.id), 303) : refuse(outcome, form);
    }
    default:
      throw new Response("bad-request", { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Filters and the open cell are the page's own matter. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => {
  const isHere = currentUrl.pathname === nextUrl.pathname && currentUrl.href !== nextUrl.href;
  const isAsked = nextUrl.searchParams.get("asked") !== currentUrl.searchParams.get("asked");
  return isHere && !formMethod && !isAsked ? false : defaultShouldRevalidate;
};

export default function PositionsRoute() {
  return <PositionsPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
