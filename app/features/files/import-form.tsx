import "../../styles/files.css";
import { Form, useNavigate, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { IMPORT_BYTES_MAX, READING_MS_MAX } from "../../domain/files/import";
import { inLanguage, type Localized } from "../../domain/languages";
import type { Sides } from "../../domain/split/split";
import { SIDES } from "../../domain/split/split";
import type { Problem } from "../../messages/problem";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Field, SelectField, TextArea } from "../../ui/field";
import { Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

export interface ImportTyped {
  pasted: string;
  as: "text" | "split";
  side: Sides;
}
interface Props {
  table: { slug: string; name: Localized };
  answer: { problem: Problem; typed: ImportTyped } | undefined;
}

const MEGABYTE = 1024 * 1024;

/** Where a file is chosen or a text pasted. Works without JavaScript; with it, reading can be stopped. */
export function ImportForm({ table, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigation = useNavigation();
  const navigate = useNavigate();
  const isReading = navigation.state === "submitting" && navigation.formMethod === "POST";
  const problem = answer?.problem;
  const errorOf = (field: string) =>
    problem?.field === field ? t(problem.error, problem.values ?? {}) : undefined;
  const typed = answer?.typed;
  return (
    <Page
      narrow
      title={t("files.import.title")}
      lead={t("files.import.lead", { table: inLanguage(table.name, language) })}
    >
      <Form method="post" encType="multipart/form-data" className="card import-form" noValidate>
        <Field
          name="file"
          type="file"
          accept=".docx,.md,.markdown,.txt"
          label={t("files.import.file")}
          hint={t("files.import.fileHint", { megabytes: IMPORT_BYTES_MAX / MEGABYTE })}
          error={errorOf("file")}
        />
        <TextArea
          name="pasted"
          rows={8}
          label={t("files.import.pasted")}
          hint={t("files.import.pastedHint")}
          error={errorOf("pasted")}
          defaultValue={typed?.pasted}
        />
        <fieldset className="import-form__as">
          <legend>{t("files.import.as")}</legend>
          <Choice
            value="text"
            isChosen={typed?.as !== "split"}
            label={t("files.import.asText")}
            hint={t("files.import.asTextHint")}
          />
          <Choice
            value="split"
            isChosen={typed?.as === "split"}
            label={t("files.import.asSplit")}
            hint={t("files.import.asSplitHint")}
          />
        </fieldset>
        <SelectField
          name="side"
          label={t("files.import.side")}
          hint={t("files.import.sideHint")}
          defaultValue={typed?.side ?? "municipality"}
        >
          {SIDES.map((side) => (
            <option key={side} value={side}>
              {t(`board.side.${side}`)}
            </option>
          ))}
        </SelectField>
        <div className="page__actions">
          <Button type="submit" variant="primary" disabled={isReading}>
            {t("files.import.submit")}
          </Button>
          {!isReading && <LinkButton to={paths.table(table.slug)}>{t("common.cancel")}</LinkButton>}
        </div>
        <div role="status" className="import-form__status">
          {isReading && (
            <>
              <p>{t("files.import.reading", { seconds: READING_MS_MAX / 1000 })}</p>
              <progress aria-label={t("files.import.title")} />
            </>
          )}
        </div>
        {isReading && (
          <Button
            // Another way taken ends the request, and the server stops reading.
            onClick={() => navigate(paths.importDraft(table.slug), { replace: true })}
          >
            {t("files.import.cancel")}
          </Button>
        )}
      </Form>
    </Page>
  );
}

interface ChoiceProps {
  value: string;
  isChosen: boolean;
  label: string;
  hint: string;
}

function Choice({ value, isChosen, label, hint }: ChoiceProps) {
  return (
    <label className="check">
      <input type="radio" name="as" value={value} defaultChecked={isChosen} />
      <span>
        {label}
        <span className="field__hint import-form__hint">{hint}</span>
      </span>
    </label>
  );
}
