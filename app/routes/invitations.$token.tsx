import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { acceptInvitation } from "../../server/commands/invitations/accept-invitation.server";
import { startSession } from "../../server/commands/sessions/sign-in.server";
import { formOf, refuse, secretOf, textOf } from "../../server/form.server";
import { invitationPage } from "../../server/queries/invitation-page.server";
import { deviceOf, requestLanguage, titleIn } from "../../server/request.server";
import { ClosedInvitation, OpenInvitation } from "../features/session/invitation-view";
import { paths } from "../paths";

/** Only looks. The token is the address: it leaves this page in no Referer, and no cache keeps it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requestLanguage(request, context.viewer);
  return json(
    {
      title: titleIn(language, "session.invitation.title"),
      viewerName: context.viewer?.name ?? null,
      ...(await invitationPage(context.services, params.token!, language)),
    },
    // Not "no-referrer": it would also empty the Origin of the form below, and the origin check would refuse it.
    { headers: { "Referrer-Policy": "strict-origin", "Cache-Control": "private, no-store" } },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { services, viewer } = context;
  const form = await formOf(request);
  const answer = await acceptInvitation(
    services,
    params.token!,
    viewer
      ? { kind: "account", viewer }
      : {
          kind: "new",
          name: textOf(form, "name"),
          email: textOf(form, "email"),
          password: secretOf(form, "password"),
          language: requestLanguage(request, null),
        },
  );
  if (!answer.ok) {
    if ("closed" in answer) throw redirect(paths.invitation(params.token!));
    return refuse(answer, form, answer.error === "session.errors.busy" ? 429 : 400);
  }
  const setCookie = viewer
    ? null
    : await startSession(services, answer.personId, deviceOf(request), null, "invitation");
  throw redirect(paths.table(answer.tableSlug), setCookie ? { headers: { "Set-Cookie": setCookie } } : {});
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function Invitation() {
  const { state, seat, viewerName } = useLoaderData<typeof loader>();
  const { token = "" } = useParams();
  if (state === "open") return <OpenInvitation token={token} seat={seat} viewerName={viewerName} />;
  return <ClosedInvitation state={state} signedIn={viewerName !== null} />;
}
