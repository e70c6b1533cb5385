import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { changeAccount } from "../../server/commands/accounts/account-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { accountPage } from "../../server/queries/account-page.server";
import { choiceCookie, deviceOf, requestLanguage, requireViewer, titleIn } from "../../server/request.server";
import { AccountView, asSaved } from "../features/account/account-view";
import { paths } from "../paths";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  return json({
    title: titleIn(requestLanguage(request, viewer), "account.title"),
    saved: asSaved(new URL(request.url).searchParams.get("saved")),
    account: await accountPage(context.services, viewer),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { services } = context;
  const form = await formOf(request);
  const answer = await changeAccount(services, viewer, form, deviceOf(request));
  if (!answer.ok) return refuse(answer, form, answer.error === "session.errors.busy" ? 429 : 400);
  const headers = new Headers();
  if (answer.setCookie) headers.append("Set-Cookie", answer.setCookie);
  // This browser's own choice goes before the person's: the new one takes its place here too.
  const secure = services.config.publicOrigin.startsWith("https:");
  if (answer.language) headers.append("Set-Cookie", choiceCookie("language", answer.language, secure));
  throw redirect(`${paths.account()}?saved=${answer.section}`, { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AccountRoute() {
  const { account, saved } = useLoaderData<typeof loader>();
  return <AccountView account={account} saved={saved} />;
}
