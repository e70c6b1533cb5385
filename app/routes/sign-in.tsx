import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signIn } from "../../server/commands/sessions/sign-in.server";
import { formOf, refuse, secretOf, textOf } from "../../server/form.server";
import { deviceOf, requestLanguage, titleIn } from "../../server/request.server";
import { SignInForm } from "../features/session/sign-in-form";
import { isSafeRedirect, paths } from "../paths";
import { Notice, Page } from "../ui/page";

export function loader({ request, context }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get("to");
  return json({
    title: titleIn(requestLanguage(request, context.viewer), "session.signIn.title"),
    to: to && isSafeRedirect(to) ? to : null,
    name: context.viewer?.name ?? null,
    newPassword: new URL(request.url).searchParams.has("new-password"),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const answer = await signIn(context.services, {
    email: textOf(form, "email"),
    password: secretOf(form, "password"),
    device: deviceOf(request),
    previous: context.viewer,
  });
  if (!answer.ok) return refuse(answer, form, answer.error === "session.errors.busy" ? 429 : 400);
  const to = textOf(form, "to");
  throw redirect(isSafeRedirect(to) ? to : paths.home(), { headers: { "Set-Cookie": answer.setCookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SignIn() {
  const { t } = useTranslation();
  const { to, name, newPassword } = useLoaderData<typeof loader>();
  return (
    <Page narrow title={t("session.signIn.title")} lead={t("session.signIn.lead")}>
      <div role="status">{newPassword && <Notice kind="ok">{t("account.newPassword.done")}</Notice>}</div>
      {name && <Notice>{t("session.signIn.already", { name })}</Notice>}
      <SignInForm to={to} />
    </Page>
  );
}
