import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DraftView } from "../../../server/queries/statement-page.server";
import { saidParts } from "../../domain/statements/parts";
import { ORGAN_CHARACTERS_MAX, SECTION_CHARACTERS_MAX } from "../../domain/statements/round";
import { Button, LinkButton } from "../../ui/button";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/page";
import { AttachmentList } from "./attachment-list";
import { PartTexts } from "./sent-statement";
import type { StatementPageProps } from "./statement-page";

const NAMED = ["organ", "section", "organDate"];

/** What would be sent, exactly, and who gave it. Works without JavaScript. */
export function ReviewStatement(props: StatementPageProps & { draft: DraftView }) {
  const { round, party, draft, answer } = props;
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const problem = answer?.problem ?? null;
  const typed = answer?.typed;
  const words = problem ? t(problem.error, problem.values ?? {}) : undefined;
  const errorOf = (field: string) => (problem?.field === field ? words : undefined);
  const { parts, texts } = saidParts(
    Object.entries(draft.parts).map(([part, written]) => ({ part, ...written })),
  );
  return (
    <>
      <p className="statement-facts">{t("statements.review.lead")}</p>
      {problem && !NAMED.includes(problem.field ?? "") && <Notice kind="error">{words}</Notice>}
      {draft.isEmpty ? (
        <Notice kind="warning">{t("statements.review.empty")}</Notice>
      ) : (
        <div className="card">
          <PartTexts {...props} parts={parts} texts={texts} />
          <AttachmentList roundSlug={round.slug} partySlug={party.slug} attachments={draft.attachments} />
        </div>
      )}
      <Form method="post" action="?index" className="card send-form" noValidate>
        <input type="hidden" name="seen" value={draft.hash} />
        <Field
          name="organ"
          label={t("statements.review.organ")}
          hint={t("statements.review.organHint")}
          error={errorOf("organ")}
          defaultValue={typed?.organ}
          maxLength={ORGAN_CHARACTERS_MAX}
          required
        />
        <Field
          name="section"
          label={t("statements.review.section")}
          error={errorOf("section")}
          defaultValue={typed?.section}
          maxLength={SECTION_CHARACTERS_MAX}
        />
        <Field
          name="organDate"
          type="date"
          label={t("statements.review.organDate")}
          error={errorOf("organDate")}
          defaultValue={typed?.organDate}
        />
        <div className="row">
          <Button type="submit" variant="primary" disabled={isBusy || draft.isEmpty}>
            {t("statements.review.submit")}
          </Button>
          <LinkButton to="?">{t("statements.review.back")}</LinkButton>
        </div>
      </Form>
    </>
  );
}
