import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keepMinutes } from "../../server/commands/minutes/minutes-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { minutesPage } from "../../server/queries/minutes-page.server";
import { requestLanguage, requireViewer } from "../../server/request.server";
import { MinutesPage } from "../features/minutes/minutes-page";
import { paths } from "../paths";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const language = requestLanguage(request, viewer);
  const page = await minutesPage(context.services, viewer, params.slug ?? "", language);
  const title = pageTitle(request, viewer, "minutes.title", page.meeting.table.name);
  return json({ page, title, formKey: randomUUID() });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const slug = params.slug ?? "";
  const form = await formOf(request);
  const outcome = await keepMinutes(context.services, viewer, slug, form);
  return outcome.ok ? redirect(paths.minutes(slug)) : refuse(outcome, form);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MinutesRoute() {
  return <MinutesPage {...useLoaderData<typeof loader>()} />;
}
