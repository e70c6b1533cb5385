import { useTranslation } from "react-i18next";
import { PARTY_NAME_CHARACTERS_MAX, PARTY_SHORT_NAME_CHARACTERS_MAX } from "../../../domain/tables";
import { Field } from "../../../ui/field";
import type { FormAnswer } from "../../session/use-answer";
import type { TableSettings } from "./table-settings";

/** Names of a party: a new one, or one that is there. */
export function PartyFields({
  answer,
  party,
}: {
  answer: FormAnswer;
  party?: TableSettings["parties"][number];
}) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        label={t("tables.settings.partyName")}
        name="partyName"
        required
        maxLength={PARTY_NAME_CHARACTERS_MAX}
        defaultValue={answer.typed("partyName", party?.names.fi)}
        error={answer.at("partyName")}
      />
      <Field
        label={t("tables.settings.genitive")}
        hint={t("tables.settings.genitiveHint")}
        name="genitive"
        required
        maxLength={PARTY_NAME_CHARACTERS_MAX}
        defaultValue={answer.typed("genitive", party?.genitive)}
      />
      <Field
        label={t("tables.settings.shortName")}
        hint={t("tables.settings.shortNameHint")}
        name="shortName"
        required
        maxLength={PARTY_SHORT_NAME_CHARACTERS_MAX}
        defaultValue={answer.typed("shortName", party?.shortName)}
        error={answer.at("shortName")}
      />
      <Field
        label={t("tables.fields.nameSv")}
        name="partyNameSv"
        lang="sv"
        maxLength={PARTY_NAME_CHARACTERS_MAX}
        defaultValue={answer.typed("partyNameSv", party?.names.sv)}
      />
      <Field
        label={t("tables.fields.nameEn")}
        name="partyNameEn"
        lang="en"
        maxLength={PARTY_NAME_CHARACTERS_MAX}
        defaultValue={answer.typed("partyNameEn", party?.names.en)}
      />
    </>
  );
}
