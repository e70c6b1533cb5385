import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clearBounce } from "../../server/commands/accounts/clear-bounce.server";
import { formOf, idOf } from "../../server/form.server";
import { bouncesPage } from "../../server/queries/bounces-page.server";
import { requestLanguage, requireViewer, titleIn } from "../../server/request.server";
import { BouncesView } from "../features/account/bounces-view";
import { paths } from "../paths";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  return json({
    title: titleIn(requestLanguage(request, viewer), "account.bounces.title"),
    cleared: new URL(request.url).searchParams.has("cleared"),
    ...(await bouncesPage(context.services, viewer)),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  await clearBounce(context.services, viewer, idOf(await formOf(request), "bounce"));
  throw redirect(`${paths.bounces()}?cleared`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BouncesRoute() {
  const { bounces, cleared } = useLoaderData<typeof loader>();
  return <BouncesView bounces={bounces} cleared={cleared} />;
}
