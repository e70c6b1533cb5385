import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { notFound } from "../../server/authorize.server";
import { demoSeats } from "../../server/queries/demo-seats.server";
import { requestLanguage, titleIn } from "../../server/request.server";
import { DemoSeats } from "../features/session/demo-seats";
import { isSafeRedirect } from "../paths";
import { Notice, Page } from "../ui/page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, viewer } = context;
  if (!services.config.demo) throw notFound();
  const language = requestLanguage(request, viewer);
  const to = new URL(request.url).searchParams.get("to");
  return json({
    title: titleIn(language, "session.demo.title"),
    regions: await demoSeats(services),
    current: viewer?.demoSeat ?? null,
    to: to && isSafeRedirect(to) ? to : null,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Demo() {
  const { t } = useTranslation();
  const { regions, current, to } = useLoaderData<typeof loader>();
  return (
    <Page title={t("session.demo.title")} lead={t("session.demo.lead")}>
      {regions.length > 0 ? (
        <DemoSeats regions={regions} current={current} to={to} />
      ) : (
        <Notice kind="warning">{t("session.demo.empty")}</Notice>
      )}
    </Page>
  );
}
