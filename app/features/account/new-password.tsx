import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NEW_PASSWORD_MINUTES } from "../../domain/people";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Notice, Page } from "../../ui/page";
import { useAnswer } from "../session/use-answer";
import { NewPasswordField } from "./password-field";

/** An open link to a new password. Looking uses nothing: the button does. */
export function NewPassword({ email }: { email: string | null }) {
  const { t } = useTranslation();
  const answer = useAnswer();
  return (
    <Page narrow title={t("account.newPassword.title")} lead={t("account.newPassword.lead")}>
      {answer.general && <Notice kind="error">{answer.general}</Notice>}
      <Form method="post" className="card session-form" reloadDocument>
        {/* For the browser's keeper of passwords: whose password this is. */}
        <input
          className="visually-hidden"
          type="email"
          autoComplete="username"
          defaultValue={email ?? ""}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <NewPasswordField answer={answer} />
        <Button type="submit" variant="primary">
          {t("account.newPassword.save")}
        </Button>
      </Form>
    </Page>
  );
}

/** A link that cannot be used any more: why, and what to do. */
export function ClosedNewPassword({ state }: { state: "used" | "expired" }) {
  const { t } = useTranslation();
  return (
    <Page
      narrow
      title={t(`account.newPassword.closed.${state}.title`)}
      lead={t(`account.newPassword.closed.${state}.text`, { minutes: NEW_PASSWORD_MINUTES })}
    >
      <div className="page__actions">
        <LinkButton variant="primary" to={paths.forgottenPassword()}>
          {t("account.newPassword.askAgain")}
        </LinkButton>
        <LinkButton variant="quiet" to={paths.signIn()}>
          {t("account.forgotten.toSignIn")}
        </LinkButton>
      </div>
    </Page>
  );
}
