import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { InitiativePage } from "../../../server/queries/initiative-page.server";
import type { DemandView } from "../../../server/queries/initiative-parts.server";
import { NOTE_CHARACTERS_MAX, REASON_CHARACTERS_MAX } from "../../domain/initiatives/answer";
import { ANSWER_CHARACTERS_MAX, DEMAND_STATES } from "../../domain/initiatives/initiative";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Field, SelectField, TextArea } from "../../ui/field";
import { useLanguage } from "../../ui/use-language";
import { type FormAnswer, fieldOf } from "./form-answer";
import { StateIcon } from "./state-badge";

interface Props {
  slug: string;
  demand: DemandView;
  drafts: InitiativePage["drafts"];
  answer: FormAnswer | undefined;
}

/** State, words, reason and evidence of an answer. Works without JavaScript. */
export function AnswerForm({ slug, demand, drafts, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const { error, typed } = fieldOf(answer, "answer", t);
  const now = demand.answer;
  return (
    <Form
      method="post"
      action={`${paths.initiative(slug)}?answer=${encodeURIComponent(demand.slug)}#demand-${encodeURIComponent(demand.slug)}`}
      className="answer-demand"
      aria-label={t("initiatives.answer.title", { position: demand.position })}
      noValidate
    >
      <input type="hidden" name="demand" value={demand.slug} />
      <fieldset className="state-choices" aria-describedby={error("state") ? "state-error" : undefined}>
        <legend>{t("initiatives.answer.state")}</legend>
        {DEMAND_STATES.map((state) => (
          <label key={state} className="state-choice">
            <input
              type="radio"
              name="state"
              value={state}
              defaultChecked={(typed("state") ?? now?.state) === state}
            />
            <span>
              <StateIcon state={state} /> <strong>{t(`initiatives.state.${state}`)}</strong>
              <span className="state-choice__meaning">{t(`initiatives.stateMeaning.${state}`)}</span>
            </span>
          </label>
        ))}
        {error("state") && (
          <p className="field__error" id="state-error">
            {error("state")}
          </p>
        )}
      </fieldset>
      <TextArea
        name="text"
        label={t("initiatives.answer.text")}
        error={error("text")}
        defaultValue={typed("text") ?? now?.text.fi}
        maxLength={ANSWER_CHARACTERS_MAX}
        rows={3}
      />
      <TextArea
        name="reason"
        label={t("initiatives.answer.reason")}
        hint={t("initiatives.answer.reasonHint")}
        error={error("reason")}
        defaultValue={typed("reason") ?? now?.reason}
        maxLength={REASON_CHARACTERS_MAX}
        rows={2}
      />
      <div className="answer-demand__evidence">
        <SelectField
          name="draft"
          label={t("initiatives.answer.draft")}
          error={error("draft")}
          defaultValue={typed("draft") ?? now?.draft?.slug ?? ""}
        >
          <option value="">{t("initiatives.answer.noDraft")}</option>
          {drafts.map(({ slug: one, title }) => (
            <option key={one} value={one}>
              {inLanguage(title, language)}
            </option>
          ))}
        </SelectField>
        <Field
          name="href"
          type="url"
          label={t("initiatives.answer.href")}
          hint={t("initiatives.answer.hrefHint")}
          error={error("href")}
          defaultValue={typed("href") ?? now?.href ?? ""}
          autoComplete="off"
        />
      </div>
      <TextArea
        name="note"
        label={t("initiatives.answer.note")}
        error={error("note")}
        defaultValue={typed("note") ?? now?.note}
        maxLength={NOTE_CHARACTERS_MAX}
        rows={2}
      />
      <div className="row">
        <Button type="submit" variant="primary" name="intent" value="answer" disabled={isBusy}>
          {t("initiatives.answer.submit")}
        </Button>
        <LinkButton variant="quiet" to={paths.initiative(slug, demand.slug)}>
          {t("common.cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
