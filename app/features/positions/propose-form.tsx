import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { PROPOSAL_CHARACTERS_MAX } from "../../domain/positions/position";
import type { MatrixRow } from "../../protocol/positions-data";
import { Button } from "../../ui/button";
import { TextArea } from "../../ui/field";
import { EmptyState, Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import type { FormAnswer } from "./form-answer";
import { type PositionsView, positionsQuery } from "./positions-view";

interface Props {
  /** The categories that are ready. */
  rows: MatrixRow[];
  /** The version of a text that is ready as a whole. */
  text: { number: number } | null;
  view: PositionsView;
  answer: FormAnswer | undefined;
}

/** One proposal of all that is ready: the text can be edited, and a category left out. */
export function ProposeForm({ rows, text, view, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const template = [
    text ? t("texts.versions.proposeWhole", { number: text.number }) : t("positions.proposal.template"),
    ...rows.map(({ label, sides }) => `– ${inLanguage(label, language)} (${t(`board.side.${sides}`)})`),
  ].join("\n");
  const cancel = (
    <Link className="button button--quiet" to={positionsQuery({ ...view, form: null })} preventScrollReset>
      {t("common.cancel")}
    </Link>
  );
  if (rows.length === 0 && !text) return <EmptyState title={t("positions.proposal.none")} action={cancel} />;
  const isAtText = answer?.field === "text";
  return (
    <section id="propose" className="card pos-form" aria-labelledby="propose-title">
      <h3 id="propose-title" tabIndex={-1}>
        {t("positions.proposal.formTitle")}
      </h3>
      <p className="muted">{t("positions.proposal.formLead")}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="makeProposal" />
        {answer && !isAtText && <Notice kind="error">{t(answer.error, answer.values ?? {})}</Notice>}
        <TextArea
          name="text"
          label={t("positions.proposal.text")}
          error={isAtText ? t(answer.error, answer.values ?? {}) : undefined}
          defaultValue={answer?.typed.text ?? template}
          maxLength={PROPOSAL_CHARACTERS_MAX}
          rows={Math.min(rows.length + 2, 14)}
        />
        {rows.length > 0 && (
          <fieldset className="pos-form__categories">
            <legend>{t("positions.proposal.categories")}</legend>
            {rows.map(({ categoryId, label }) => (
              <label key={categoryId} className="check">
                <input type="checkbox" name="category" value={categoryId} defaultChecked />
                <span>{inLanguage(label, language)}</span>
              </label>
            ))}
          </fieldset>
        )}
        <div className="row">
          <Button type="submit" variant="primary">
            {t("positions.proposal.make")}
          </Button>
          {cancel}
        </div>
      </Form>
    </section>
  );
}
