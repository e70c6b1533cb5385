import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { notFound } from "../../server/authorize.server";
import { partyKindWords } from "../../server/commands/setup/party-lines.server";
import { isSetupOpen, setUpInstallation } from "../../server/commands/setup/set-up-installation.server";
import { formOf, refuse, secretOf, textOf } from "../../server/form.server";
import { deviceOf, requestLanguage, titleIn } from "../../server/request.server";
import { SetupForm } from "../features/session/setup-form";
import { paths } from "../paths";
import { Page } from "../ui/page";
import "../styles/tables.css";

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await isSetupOpen(context.services))) throw notFound();
  const language = requestLanguage(request, null);
  return json({ title: titleIn(language, "setup.title"), partyKinds: partyKindWords(language) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const answer = await setUpInstallation(
    context.services,
    {
      code: secretOf(form, "code"),
      name: textOf(form, "name"),
      email: textOf(form, "email"),
      password: secretOf(form, "password"),
      language: requestLanguage(request, null),
      region: textOf(form, "region"),
      parties: textOf(form, "parties"),
      table: textOf(form, "table"),
    },
    deviceOf(request),
  );
  if (!answer.ok) return refuse(answer, form, answer.error === "session.errors.busy" ? 429 : 400);
  throw redirect(paths.table(answer.tableSlug), { headers: { "Set-Cookie": answer.setCookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Setup() {
  const { t } = useTranslation();
  const { partyKinds } = useLoaderData<typeof loader>();
  return (
    <Page narrow title={t("setup.title")} lead={t("setup.lead")}>
      <SetupForm partyKinds={partyKinds} />
    </Page>
  );
}
