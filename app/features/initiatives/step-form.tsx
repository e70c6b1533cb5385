import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { STEP_KINDS, STEP_RESULTS } from "../../domain/initiatives/initiative";
import {
  BODY_CHARACTERS_MAX,
  SECTION_CHARACTERS_MAX,
  STEP_SOURCE_CHARACTERS_MAX,
  STEP_TEXT_CHARACTERS_MAX,
} from "../../domain/initiatives/road";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { CheckField, Field, SelectField, TextArea } from "../../ui/field";
import { type FormAnswer, fieldOf } from "./form-answer";

/** A step of the road, behind a disclosure that is open when something in it is wrong. Works without JavaScript. */
export function StepForm({ slug, answer }: { slug: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const { error, typed } = fieldOf(answer, "record-step", t);
  const isRefused = typed("kind") !== undefined;
  const text = (name: "proposal" | "decision" | "note", label: string, rows: number) => (
    <TextArea
      name={name}
      label={label}
      error={error(name)}
      defaultValue={typed(name)}
      maxLength={STEP_TEXT_CHARACTERS_MAX}
      rows={rows}
    />
  );
  return (
    <details className="step-form" open={isRefused}>
      <summary>{t("initiatives.step.open")}</summary>
      <Form method="post" action={`${paths.initiative(slug)}#road`} noValidate>
        <SelectField
          name="kind"
          label={t("initiatives.step.kind")}
          error={error("kind")}
          defaultValue={typed("kind") ?? "decided"}
        >
          {STEP_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`initiatives.road.kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <Field
          name="body"
          label={t("initiatives.step.body")}
          error={error("body")}
          defaultValue={typed("body")}
          maxLength={BODY_CHARACTERS_MAX}
          autoComplete="off"
        />
        <div className="answer-demand__evidence">
          <Field
            name="happenedOn"
            type="date"
            label={t("initiatives.step.happenedOn")}
            hint={t("initiatives.step.happenedOnHint")}
            error={error("happenedOn")}
            defaultValue={typed("happenedOn")}
          />
          <Field
            name="section"
            label={t("initiatives.step.section")}
            error={error("section")}
            defaultValue={typed("section")}
            maxLength={SECTION_CHARACTERS_MAX}
            autoComplete="off"
          />
        </div>
        <CheckField
          name="isPlanned"
          label={t("initiatives.step.isPlanned")}
          defaultChecked={typed("isPlanned") === "on"}
        />
        <fieldset className="step-form__decision">
          <legend>{t("initiatives.step.decisionTitle")}</legend>
          <p className="field__hint">{t("initiatives.step.decisionHint")}</p>
          {text("proposal", t("initiatives.road.proposal"), 2)}
          {text("decision", t("initiatives.road.decision"), 2)}
          <SelectField
            name="result"
            label={t("initiatives.step.result")}
            error={error("result")}
            defaultValue={typed("result") ?? ""}
          >
            <option value="">{t("initiatives.step.noResult")}</option>
            {STEP_RESULTS.map((result) => (
              <option key={result} value={result}>
                {t(`initiatives.road.result.${result}`)}
              </option>
            ))}
          </SelectField>
          <CheckField
            name="unanimous"
            label={t("initiatives.step.unanimous")}
            defaultChecked={typed("unanimous") === "on"}
          />
        </fieldset>
        {text("note", t("initiatives.step.note"), 2)}
        <Field
          name="source"
          label={t("initiatives.step.source")}
          error={error("source")}
          defaultValue={typed("source")}
          maxLength={STEP_SOURCE_CHARACTERS_MAX}
          autoComplete="off"
        />
        <Button type="submit" variant="primary" name="intent" value="record-step" disabled={isBusy}>
          {t("initiatives.step.submit")}
        </Button>
      </Form>
    </details>
  );
}
