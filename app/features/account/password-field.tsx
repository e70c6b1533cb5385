import { useTranslation } from "react-i18next";
import { PASSWORD_CHARACTERS_MAX, PASSWORD_CHARACTERS_MIN } from "../../domain/people";
import { Field } from "../../ui/field";
import type { FormAnswer } from "../session/use-answer";

/** A new password with its limits said before it is refused. `label` where there is no earlier one to be new beside. */
export function NewPasswordField({ answer, label }: { answer: FormAnswer; label?: string }) {
  const { t } = useTranslation();
  return (
    <Field
      label={label ?? t("account.password.new")}
      hint={t("session.invitation.passwordHint", {
        min: PASSWORD_CHARACTERS_MIN,
        max: PASSWORD_CHARACTERS_MAX,
      })}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_CHARACTERS_MIN}
      maxLength={PASSWORD_CHARACTERS_MAX}
      error={answer.at("password")}
    />
  );
}

/** The present password, before something is changed that could be used against its person. */
export function CurrentPasswordField({ answer }: { answer: FormAnswer }) {
  const { t } = useTranslation();
  return (
    <Field
      label={t("account.password.current")}
      name="currentPassword"
      type="password"
      autoComplete="current-password"
      required
      maxLength={PASSWORD_CHARACTERS_MAX}
      error={answer.at("currentPassword")}
    />
  );
}
