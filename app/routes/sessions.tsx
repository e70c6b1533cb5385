import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { endOtherSessions, endSession } from "../../server/commands/sessions/end-session.server";
import { formOf, textOf } from "../../server/form.server";
import { sessionsPage } from "../../server/queries/sessions-page.server";
import { requestLanguage, requireViewer, titleIn } from "../../server/request.server";
import { SessionList } from "../features/session/session-list";
import { paths } from "../paths";
import { Page } from "../ui/page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  return json({
    title: titleIn(requestLanguage(request, viewer), "session.sessions.title"),
    ...(await sessionsPage(context.services, viewer)),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  if (form.has("others")) await endOtherSessions(context.services, viewer);
  else {
    const sessionHash = textOf(form, "session");
    const clearing = await endSession(context.services, viewer, sessionHash);
    if (sessionHash === viewer.sessionHash)
      return redirect(paths.home(), { headers: { "Set-Cookie": clearing } });
  }
  return redirect(paths.sessions());
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Sessions() {
  const { t } = useTranslation();
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <Page narrow title={t("session.sessions.title")} lead={t("session.sessions.lead")}>
      <SessionList sessions={sessions} />
    </Page>
  );
}
