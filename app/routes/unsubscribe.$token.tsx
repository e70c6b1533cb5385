import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { levelOf, setLevel } from "../../server/commands/notifications/set-level.server";
import { formOf, textOf } from "../../server/form.server";
import { unsubscribePage, unsubscribing } from "../../server/queries/unsubscribe-page.server";
import { requestLanguage, titleIn } from "../../server/request.server";
import { UnsubscribePage } from "../features/notifications/unsubscribe-page";
import { useKeptActionData } from "../ui/use-kept-action-data";

/** The token is the address: it leaves this page in no Referer, and no cache keeps it. */
const PRIVATE = { "Referrer-Policy": "strict-origin", "Cache-Control": "private, no-store" };

/** Only looks. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requestLanguage(request, context.viewer);
  const page = await unsubscribePage(context.services, params.token!, language);
  const title = titleIn(language, "notifications.unsubscribe.title");
  return json({ title, page }, { status: page ? 200 : 404, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** The page's form, with a choice; or a mail program's one press (RFC 8058), which stops the mail. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const asked = await unsubscribing(context.services, params.token!);
  if (!asked) return json({ saved: null }, { status: 404 });
  const form = await formOf(request);
  const onePress = textOf(form, "List-Unsubscribe") === "One-Click";
  const level = onePress ? "none" : levelOf(textOf(form, "level"));
  if (!level) return json({ saved: null }, { status: 400 });
  await setLevel(context.services, asked, asked.tableId, level);
  return json({ saved: level });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function Unsubscribe() {
  const { page } = useLoaderData<typeof loader>();
  return <UnsubscribePage page={page} answer={useKeptActionData<typeof action>()} />;
}
