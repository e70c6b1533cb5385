import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { changeTableSettings } from "../../server/commands/tables/settings-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { tableSettings } from "../../server/queries/table-settings.server";
import { requestLanguage, requireViewer, titleIn } from "../../server/request.server";
import { SettingsView } from "../features/tables/settings/settings-view";
import { paths } from "../paths";
import "../styles/tables.css";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const language = requestLanguage(request, viewer);
  return json({
    title: titleIn(language, "tables.settings.title"),
    settings: await tableSettings(context.services, viewer, params.slug!, language),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const answer = await changeTableSettings(context.services, viewer, params.slug!, form);
  if (!answer.ok) return refuse(answer, form);
  // A new invitation's link is shown in this very answer: it is kept nowhere.
  if (answer.token) {
    const link = context.services.config.publicOrigin + paths.invitation(answer.token);
    return json({ link }, { headers: { "Cache-Control": "private, no-store" } });
  }
  throw redirect(`${paths.tableSettings(params.slug!)}?saved=${answer.section}#${answer.section}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TableSettings() {
  const { settings } = useLoaderData<typeof loader>();
  const answer = useKeptActionData<typeof action>();
  return <SettingsView settings={settings} newLink={answer && "link" in answer ? answer.link : null} />;
}
