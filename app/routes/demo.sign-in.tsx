import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { notFound } from "../../server/authorize.server";
import { takeDemoSeat } from "../../server/commands/sessions/take-demo-seat.server";
import { formOf, textOf } from "../../server/form.server";
import { deviceOf } from "../../server/request.server";
import { isSafeRedirect, paths } from "../paths";
import { LinkButton } from "../ui/button";
import { Page } from "../ui/page";

export function loader({ context }: LoaderFunctionArgs) {
  if (!context.services.config.demo) throw notFound();
  return json(null);
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (!context.services.config.demo) throw notFound();
  const form = await formOf(request);
  const answer = await takeDemoSeat(context.services, {
    seat: textOf(form, "seat"),
    device: deviceOf(request),
    previous: context.viewer,
  });
  if (!answer.ok) return json({ error: answer.error }, { status: 400 });
  const to = textOf(form, "to");
  throw redirect(isSafeRedirect(to) ? to : paths.home(), { headers: { "Set-Cookie": answer.setCookie } });
}

/** Met only by who sent a seat that is not there, or opened the form's address. */
export default function NoSuchSeat() {
  const { t } = useTranslation();
  return (
    <Page
      narrow
      title={t("session.demo.title")}
      lead={t("session.demo.unknownSeat")}
      actions={
        <LinkButton variant="primary" to={paths.demo()}>
          {t("session.demo.title")}
        </LinkButton>
      }
    >
      {null}
    </Page>
  );
}
