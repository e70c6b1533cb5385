import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { OPENING_KINDS } from "../../domain/discussion/comment";
import { TalkForm } from "./talk-form";
import type { TalkPlace } from "./thread-view";

interface Props extends TalkPlace {
  /** The subject, where the page or the action has only one. */
  on?: string;
  /** A choice of subject instead. */
  children?: ReactNode;
}

/** Begins a thread with a comment or a question. */
export function OpenForm({ action, choices, onSent, on, children }: Props) {
  const { t } = useTranslation();
  return (
    <TalkForm
      action={action}
      hidden={{ intent: "open", ...(on && { on }) }}
      label={t("discussion.form.words")}
      hint={t("discussion.form.hint")}
      submit={t("discussion.form.send")}
      choices={choices}
      onSent={onSent}
    >
      {children}
      <fieldset className="choices">
        <legend className="field__label">{t("discussion.form.kind")}</legend>
        {OPENING_KINDS.map((kind) => (
          <label key={kind} className="choices__one">
            <input type="radio" name="kind" value={kind} defaultChecked={kind === "comment"} />
            {t(`discussion.form.kinds.${kind}`)}
          </label>
        ))}
      </fieldset>
    </TalkForm>
  );
}
