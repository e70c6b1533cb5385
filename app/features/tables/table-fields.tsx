import { useTranslation } from "react-i18next";
import type { Localized } from "../../domain/languages";
import { TABLE_NAME_CHARACTERS_MAX, TABLE_PURPOSE_CHARACTERS_MAX } from "../../domain/tables";
import { Field, TextArea } from "../../ui/field";
import type { FormAnswer } from "../session/use-answer";

/** A table's name and purpose in three languages: Finnish at hand, the others folded. */
export function TableFields({
  answer,
  name,
  purpose,
}: {
  answer: FormAnswer;
  name?: Localized;
  purpose?: Localized;
}) {
  const { t } = useTranslation();
  const names = { maxLength: TABLE_NAME_CHARACTERS_MAX };
  const purposes = { maxLength: TABLE_PURPOSE_CHARACTERS_MAX };
  return (
    <>
      <Field
        label={t("tables.fields.name")}
        name="name"
        required
        {...names}
        defaultValue={answer.typed("name", name?.fi)}
        error={answer.at("name")}
      />
      <TextArea
        label={t("tables.fields.purpose")}
        hint={t("tables.fields.purposeHint")}
        name="purpose"
        {...purposes}
        defaultValue={answer.typed("purpose", purpose?.fi)}
        error={answer.at("purpose")}
      />
      <details className="more">
        <summary>{t("tables.fields.otherLanguages")}</summary>
        <Field
          label={t("tables.fields.nameSv")}
          name="nameSv"
          lang="sv"
          {...names}
          defaultValue={answer.typed("nameSv", name?.sv)}
        />
        <TextArea
          label={t("tables.fields.purposeSv")}
          name="purposeSv"
          lang="sv"
          {...purposes}
          defaultValue={answer.typed("purposeSv", purpose?.sv)}
        />
        <Field
          label={t("tables.fields.nameEn")}
          name="nameEn"
          lang="en"
          {...names}
          defaultValue={answer.typed("nameEn", name?.en)}
        />
        <TextArea
          label={t("tables.fields.purposeEn")}
          name="purposeEn"
          lang="en"
          {...purposes}
          defaultValue={answer.typed("purposeEn", purpose?.en)}
        />
      </details>
    </>
  );
}
