import "../../styles/notifications.css";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { NotificationLevel } from "../../domain/notifications";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Notice, Page } from "../../ui/page";
import { LevelChoice } from "./mail-levels";

interface Props {
  page: { name: string; table: string | null } | null;
  answer: { saved: NotificationLevel | null } | undefined;
}

/** Opened from a mail, without signing in. Nothing is chosen beforehand: what follows links and presses buttons changes nothing. */
export function UnsubscribePage({ page, answer }: Props) {
  const { t } = useTranslation();
  if (!page)
    return (
      <Page narrow title={t("notifications.unsubscribe.invalidTitle")}>
        <p>{t("notifications.unsubscribe.invalid")}</p>
        <p>
          <LinkButton to={paths.notifications()}>{t("notifications.title")}</LinkButton>
        </p>
      </Page>
    );
  return (
    <Page
      narrow
      title={t("notifications.unsubscribe.title")}
      lead={
        <>
          {t("notifications.unsubscribe.lead", { name: page.name })}
          <br />
          {page.table
            ? t("notifications.unsubscribe.table", { table: page.table })
            : t("notifications.unsubscribe.allTables")}
        </>
      }
    >
      {answer?.saved && (
        <Notice kind="ok">
          <p role="status">
            {t("notifications.unsubscribe.saved", { level: t(`notifications.levels.${answer.saved}`) })}
          </p>
          <p>{t("notifications.unsubscribe.stoppedAgain")}</p>
        </Notice>
      )}
      {answer && !answer.saved && <Notice kind="error">{t("notifications.unsubscribe.chooseOne")}</Notice>}
      <Form method="post" className="card told-level">
        <LevelChoice legend={t("notifications.unsubscribe.legend")} level={null} />
        <Button type="submit" variant="primary">
          {t("notifications.unsubscribe.save")}
        </Button>
      </Form>
    </Page>
  );
}
