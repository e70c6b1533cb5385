import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { confirmEmail } from "../../server/commands/accounts/confirm-email.server";
import { formOf, refuse } from "../../server/form.server";
import { confirmEmailPage } from "../../server/queries/account-links.server";
import { deviceOf, requestLanguage, requireViewer, titleIn } from "../../server/request.server";
import { ClosedConfirmation, ConfirmEmail } from "../features/account/confirm-email";
import { paths } from "../paths";

/** Only looks. The token is the address: it leaves this page in no Referer, and no cache keeps it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const title = titleIn(requestLanguage(request, viewer), "account.confirm.title");
  return json(
    { title, ...(await confirmEmailPage(context.services, viewer, params.token!)) },
    { headers: { "Referrer-Policy": "strict-origin", "Cache-Control": "private, no-store" } },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const answer = await confirmEmail(context.services, viewer, params.token!, deviceOf(request));
  if (answer.ok)
    throw redirect(`${paths.account()}?saved=confirmed`, { headers: { "Set-Cookie": answer.setCookie } });
  if ("closed" in answer) throw redirect(paths.confirmEmail(params.token!));
  return refuse(answer, form);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function ConfirmEmailRoute() {
  const { state, email } = useLoaderData<typeof loader>();
  return state === "open" ? <ConfirmEmail email={email ?? ""} /> : <ClosedConfirmation state={state} />;
}
