import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";

const CHOICES = ["membersEdit", "membersSuggest"] as const;

/** Whether members edit the draft or only suggest to it. Works without JavaScript. */
export function EditingForm({ membersEdit, error }: { membersEdit: boolean; error: string | undefined }) {
  const { t } = useTranslation();
  const current = membersEdit ? "membersEdit" : "membersSuggest";
  return (
    <Form method="post" key={current}>
      <fieldset className="editing-choice">
        <legend>{t("drafts.settings.editingLead")}</legend>
        {error && <p className="field__error">{error}</p>}
        {CHOICES.map((choice) => (
          <label key={choice} className="check">
            <input type="radio" name="who" value={choice} defaultChecked={choice === current} />
            <span>
              {t(`drafts.settings.${choice}`)}
              <span className="field__hint editing-choice__hint">{t(`drafts.settings.${choice}Hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" name="intent" value="editing">
        {t("drafts.settings.editing")}
      </Button>
    </Form>
  );
}
