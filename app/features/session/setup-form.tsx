import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { REGION_NAME_CHARACTERS_MAX, TABLE_NAME_CHARACTERS_MAX } from "../../domain/tables";
import { Button } from "../../ui/button";
import { Field, TextArea } from "../../ui/field";
import { Notice } from "../../ui/page";
import { AccountFields } from "./account-fields";
import { useAnswer } from "./use-answer";

const SETUP_CODE_CHARACTERS_MAX = 40;

/** The first administrator, the region with its parties, and the first table, on one page. */
export function SetupForm({ partyKinds }: { partyKinds: string }) {
  const { t } = useTranslation();
  const answer = useAnswer();
  return (
    <Form method="post" reloadDocument className="stack">
      {answer.general && <Notice kind="error">{answer.general}</Notice>}
      <section className="card setup-part">
        <Field
          label={t("setup.code")}
          hint={t("setup.codeHint")}
          name="code"
          required
          autoComplete="off"
          maxLength={SETUP_CODE_CHARACTERS_MAX}
          error={answer.at("code")}
        />
      </section>
      <section className="card setup-part">
        <h2>{t("setup.administrator")}</h2>
        <p className="settings__lead">{t("setup.administratorLead")}</p>
        <AccountFields answer={answer} />
      </section>
      <section className="card setup-part">
        <h2>{t("setup.region")}</h2>
        <Field
          label={t("setup.regionName")}
          hint={t("setup.regionHint")}
          name="region"
          required
          maxLength={REGION_NAME_CHARACTERS_MAX}
          defaultValue={answer.typed("region")}
          error={answer.at("region")}
        />
        <TextArea
          label={t("setup.parties")}
          hint={t("setup.partiesHint", { kinds: partyKinds })}
          name="parties"
          required
          rows={12}
          defaultValue={answer.typed("parties")}
          error={answer.at("parties")}
        />
      </section>
      <section className="card setup-part">
        <h2>{t("setup.table")}</h2>
        <Field
          label={t("setup.tableName")}
          hint={t("setup.tableHint")}
          name="table"
          required
          maxLength={TABLE_NAME_CHARACTERS_MAX}
          defaultValue={answer.typed("table")}
          error={answer.at("table")}
        />
      </section>
      <Button type="submit" variant="primary">
        {t("setup.submit")}
      </Button>
    </Form>
  );
}
