import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { REQUEST_MESSAGE_CHARACTERS_MAX } from "../../domain/positions/position";
import { Button } from "../../ui/button";
import { Field, TextArea } from "../../ui/field";
import { Notice } from "../../ui/page";
import type { FormAnswer } from "./form-answer";
import { type PositionsView, positionsQuery } from "./positions-view";

interface Props {
  view: PositionsView;
  answer: FormAnswer | undefined;
}

/** Asks every party for its positions, by a day. */
export function AskForm({ view, answer }: Props) {
  const { t } = useTranslation();
  const errorOf = (field: string) =>
    answer?.field === field ? t(answer.error, answer.values ?? {}) : undefined;
  return (
    <section id="ask" className="card pos-form" aria-labelledby="ask-title">
      <h3 id="ask-title" tabIndex={-1}>
        {t("positions.request.title")}
      </h3>
      <p className="muted">{t("positions.request.lead")}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="ask" />
        {answer && !answer.field && <Notice kind="error">{t(answer.error, answer.values ?? {})}</Notice>}
        <Field
          name="dueOn"
          type="date"
          label={t("positions.request.dueOn")}
          error={errorOf("dueOn")}
          defaultValue={answer?.typed.dueOn}
          required
        />
        <TextArea
          name="message"
          label={t("positions.request.message")}
          hint={t("positions.request.messageHint")}
          error={errorOf("message")}
          defaultValue={answer?.typed.message}
          maxLength={REQUEST_MESSAGE_CHARACTERS_MAX}
        />
        <div className="row">
          <Button type="submit" variant="primary">
            {t("positions.request.send")}
          </Button>
          <Link
            className="button button--quiet"
            to={positionsQuery({ ...view, form: null })}
            preventScrollReset
          >
            {t("common.cancel")}
          </Link>
        </div>
      </Form>
    </section>
  );
}
