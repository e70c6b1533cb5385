import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keepRoad } from "../../server/commands/road/road-intents.server";
import { formOf, refuse, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { roadPage } from "../../server/queries/road.server";
import { requireViewer } from "../../server/request.server";
import { RoadPage } from "../features/road/road-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await roadPage(context.services, viewer, params.slug ?? "");
  return json({
    page,
    done: new URL(request.url).searchParams.get("done") ?? "",
    title: pageTitle(request, viewer, "road.title", page.frame.title),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const outcome = await keepRoad(context.services, viewer, params.slug ?? "", form);
  return outcome.ok
    ? redirect(`${paths.road(params.slug ?? "")}?done=${textOf(form, "intent")}`)
    : refuse(outcome, form);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RoadRoute() {
  return <RoadPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
