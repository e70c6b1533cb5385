import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { bouncesPage } from "../../../server/queries/bounces-page.server";
import { Button } from "../../ui/button";
import { formatDateTime } from "../../ui/format";
import { EmptyState, Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

type Bounce = Awaited<ReturnType<typeof bouncesPage>>["bounces"][number];

/** Addresses that mail came back from, and the button that lets mail go there again. */
export function BouncesView({ bounces, cleared }: { bounces: Bounce[]; cleared: boolean }) {
  const { t } = useTranslation();
  return (
    <Page narrow title={t("account.bounces.title")} lead={t("account.bounces.lead")}>
      <div role="status">{cleared && <Notice kind="ok">{t("account.bounces.cleared")}</Notice>}</div>
      {bounces.length === 0 ? (
        <EmptyState title={t("account.bounces.emptyTitle")}>{t("account.bounces.emptyText")}</EmptyState>
      ) : (
        <ul className="card lines">
          {bounces.map((bounce) => (
            <BounceLine key={bounce.id} bounce={bounce} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function BounceLine({ bounce }: { bounce: Bounce }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { address, person } = bounce;
  return (
    <li className="lines__item">
      <div>
        <strong>{address}</strong>
        <p className="muted">
          {person ? t("account.bounces.person", { name: person }) : t("account.bounces.nobody")}
          {" · "}
          {t("account.bounces.at", { time: formatDateTime(bounce.at, language) })}
        </p>
        <p>{t("account.bounces.reason", { reason: bounce.reason })}</p>
      </div>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="bounce" value={bounce.id} />
        <Button type="submit" aria-label={t("account.bounces.clearNamed", { address })}>
          {t("account.bounces.clear")}
        </Button>
      </Form>
    </li>
  );
}
