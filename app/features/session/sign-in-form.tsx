import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EMAIL_CHARACTERS_MAX, PASSWORD_CHARACTERS_MAX } from "../../domain/people";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/page";
import { useAnswer } from "./use-answer";

/** E-mail and password. `to` is where the person was going. The whole document comes anew: it is another reader's. */
export function SignInForm({ to }: { to: string | null }) {
  const { t } = useTranslation();
  const answer = useAnswer();
  return (
    <Form method="post" className="card session-form" reloadDocument>
      {answer.general && <Notice kind="error">{answer.general}</Notice>}
      {to && <input type="hidden" name="to" value={to} />}
      <Field
        label={t("session.signIn.email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={EMAIL_CHARACTERS_MAX}
        defaultValue={answer.typed("email")}
        error={answer.at("email")}
      />
      <Field
        label={t("session.signIn.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={PASSWORD_CHARACTERS_MAX}
        error={answer.at("password")}
      />
      <div className="row">
        <Button type="submit" variant="primary">
          {t("session.signIn.submit")}
        </Button>
        <LinkButton variant="quiet" to={paths.forgottenPassword()}>
          {t("account.forgotten.link")}
        </LinkButton>
      </div>
    </Form>
  );
}
