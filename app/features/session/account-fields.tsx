import { useTranslation } from "react-i18next";
import { EMAIL_CHARACTERS_MAX, PERSON_NAME_CHARACTERS_MAX } from "../../domain/people";
import { Field } from "../../ui/field";
import { NewPasswordField } from "../account/password-field";
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
      <NewPasswordField answer={answer} label={t("session.invitation.password")} />
    </>
  );
}
