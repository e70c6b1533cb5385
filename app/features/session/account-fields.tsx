import { useTranslation } from "react-i18next";
import {
  EMAIL_CHARACTERS_MAX,
  PASSWORD_CHARACTERS_MAX,
  PASSWORD_CHARACTERS_MIN,
  PERSON_NAME_CHARACTERS_MAX,
} from "../../domain/people";
import { Field } from "../../ui/field";
import type { FormAnswer } from "./use-answer";

/** Name, e-mail and password of a new account: in an invitation and in the set-up. */
export function AccountFields({ answer }: { answer: FormAnswer }) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        label={t("session.invitation.name")}
        hint={t("session.invitation.nameHint")}
        name="name"
        autoComplete="name"
        required
        maxLength={PERSON_NAME_CHARACTERS_MAX}
        defaultValue={answer.typed("name")}
        error={answer.at("name")}
      />
      <Field
        label={t("session.invitation.email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={EMAIL_CHARACTERS_MAX}
        defaultValue={answer.typed("email")}
        error={answer.at("email")}
      />
      <Field
        label={t("session.invitation.password")}
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
    </>
  );
}
