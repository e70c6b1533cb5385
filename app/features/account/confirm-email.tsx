import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CONFIRM_EMAIL_HOURS } from "../../domain/people";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Notice, Page } from "../../ui/page";
import { useAnswer } from "../session/use-answer";

/** An open link from a new address. Looking changes nothing: the button does. */
export function ConfirmEmail({ email }: { email: string }) {
  const { t } = useTranslation();
  const answer = useAnswer();
  return (
    <Page narrow title={t("account.confirm.title")} lead={t("account.confirm.lead")}>
      {answer.general && <Notice kind="error">{answer.general}</Notice>}
      <dl className="card facts">
        <dt>{t("account.confirm.address")}</dt>
        <dd>{email}</dd>
      </dl>
      <p className="muted facts__after">{t("account.confirm.what")}</p>
      <Form method="post" reloadDocument>
        <Button type="submit" variant="primary">
          {t("account.confirm.confirm")}
        </Button>
      </Form>
    </Page>
  );
}

/** A link that cannot be used, or not by this account: why, and what to do. */
export function ClosedConfirmation({ state }: { state: "used" | "expired" | "foreign" }) {
  const { t } = useTranslation();
  return (
    <Page
      narrow
      title={t(`account.confirm.closed.${state}.title`)}
      lead={t(`account.confirm.closed.${state}.text`, { hours: CONFIRM_EMAIL_HOURS })}
    >
      <div className="page__actions">
        <LinkButton variant="primary" to={paths.account()}>
          {t("account.confirm.toAccount")}
        </LinkButton>
      </div>
    </Page>
  );
}
