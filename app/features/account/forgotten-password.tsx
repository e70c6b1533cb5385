import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EMAIL_CHARACTERS_MAX, LINKS_PER_HOUR_MAX, NEW_PASSWORD_MINUTES } from "../../domain/people";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { useAnswer } from "../session/use-answer";

/** Where a link to a new password is asked for. */
export function ForgottenPassword() {
  const { t } = useTranslation();
  const answer = useAnswer();
  return (
    <Page narrow title={t("account.forgotten.title")} lead={t("account.forgotten.lead")}>
      <Form method="post" className="card session-form">
        <Field
          label={t("account.forgotten.email")}
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={EMAIL_CHARACTERS_MAX}
          defaultValue={answer.typed("email")}
          error={answer.at("email")}
        />
        <div className="row">
          <Button type="submit" variant="primary">
            {t("account.forgotten.send")}
          </Button>
          <LinkButton variant="quiet" to={paths.signIn()}>
            {t("account.forgotten.toSignIn")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}

/** The same words whether the address is known or not. */
export function LinkSent() {
  const { t } = useTranslation();
  return (
    <Page narrow title={t("account.forgotten.sentTitle")}>
      <div className="card prose" role="status">
        <p>{t("account.forgotten.sent", { minutes: NEW_PASSWORD_MINUTES })}</p>
        <p>{t("account.forgotten.nothing", { max: LINKS_PER_HOUR_MAX })}</p>
      </div>
      <div className="page__actions account-after">
        <LinkButton to={paths.signIn()}>{t("account.forgotten.toSignIn")}</LinkButton>
        <LinkButton variant="quiet" to={paths.forgottenPassword()}>
          {t("account.forgotten.again")}
        </LinkButton>
      </div>
    </Page>
  );
}
