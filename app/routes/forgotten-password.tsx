import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askNewPassword } from "../../server/commands/accounts/ask-new-password.server";
import { formOf, refuse, textOf } from "../../server/form.server";
import { requestLanguage, titleIn } from "../../server/request.server";
import { ForgottenPassword, LinkSent } from "../features/account/forgotten-password";
import { paths } from "../paths";

export function loader({ request, context }: LoaderFunctionArgs) {
  return json({
    title: titleIn(requestLanguage(request, context.viewer), "account.forgotten.title"),
    sent: new URL(request.url).searchParams.has("sent"),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const answer = await askNewPassword(context.services, { email: textOf(form, "email") });
  if (!answer.ok) return refuse(answer, form);
  throw redirect(`${paths.forgottenPassword()}?sent`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ForgottenPasswordRoute() {
  return useLoaderData<typeof loader>().sent ? <LinkSent /> : <ForgottenPassword />;
}
