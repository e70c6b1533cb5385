import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NOTIFICATION_LEVELS, type NotificationLevel } from "../../domain/notifications";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/page";

interface Props {
  mail: {
    address: string | null;
    bounced: boolean;
    tables: { id: string; name: string; level: NotificationLevel }[];
  };
  /** Id of the table whose choice was just saved. */
  savedTable: string | null;
}

/** When mail comes, table by table. */
export function MailLevels({ mail, savedTable }: Props) {
  const { t } = useTranslation();
  return (
    <section className="told-mail" aria-labelledby="told-mail" id="mail">
      <h2 id="told-mail">{t("notifications.levels.title")}</h2>
      <p>{t("notifications.levels.lead")}</p>
      {mail.address === null && <Notice>{t("notifications.levels.noAddress")}</Notice>}
      {mail.bounced && <Notice kind="warning">{t("notifications.levels.bounced")}</Notice>}
      {mail.address !== null && (
        <p className="muted">{t("notifications.levels.address", { address: mail.address })}</p>
      )}
      {mail.tables.length === 0 && <p className="muted">{t("notifications.levels.noTables")}</p>}
      {mail.tables.map((table) => (
        <Form key={table.id} method="post" preventScrollReset className="card told-level">
          <input type="hidden" name="intent" value="level" />
          <input type="hidden" name="table" value={table.id} />
          <LevelChoice legend={table.name} level={table.level} />
          <Button type="submit">
            {t("notifications.levels.save")}
            <span className="visually-hidden">: {table.name}</span>
          </Button>
          <span role="status" className="told-level__saved">
            {savedTable === table.id && t("notifications.levels.saved")}
          </span>
        </Form>
      ))}
    </section>
  );
}

/** The three levels as native radio buttons; none chosen for null. */
export function LevelChoice({ legend, level }: { legend: string; level: NotificationLevel | null }) {
  const { t } = useTranslation();
  return (
    <fieldset className="told-choice">
      <legend>{legend}</legend>
      {NOTIFICATION_LEVELS.map((one) => (
        <label key={one} className="told-choice__one">
          <input type="radio" name="level" value={one} defaultChecked={one === level} />
          <span>
            <strong>{t(`notifications.levels.${one}`)}</strong>{" "}
            <span className="muted">{t(`notifications.levels.${one}Hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
