import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { setNewPassword } from "../../server/commands/accounts/set-new-password.server";
import { formOf, refuse, secretOf } from "../../server/form.server";
import { newPasswordPage } from "../../server/queries/account-links.server";
import { requestLanguage, titleIn } from "../../server/request.server";
import { ClosedNewPassword, NewPassword } from "../features/account/new-password";
import { paths } from "../paths";

/** Only looks. The token is the address: it leaves this page in no Referer, and no cache keeps it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const title = titleIn(requestLanguage(request, context.viewer), "account.newPassword.title");
  return json(
    { title, ...(await newPasswordPage(context.services, params.token!)) },
    { headers: { "Referrer-Policy": "strict-origin", "Cache-Control": "private, no-store" } },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const password = secretOf(form, "password");
  const answer = await setNewPassword(context.services, params.token!, { password });
  if (answer.ok) throw redirect(`${paths.signIn()}?new-password`);
  if ("closed" in answer) throw redirect(paths.newPassword(params.token!));
  return refuse(answer, form, answer.error === "session.errors.busy" ? 429 : 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function NewPasswordRoute() {
  const { state, email } = useLoaderData<typeof loader>();
  return state === "open" ? <NewPassword email={email} /> : <ClosedNewPassword state={state} />;
}
