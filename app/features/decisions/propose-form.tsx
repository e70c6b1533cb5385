import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DecidePage } from "../../../server/queries/decide-page.server";
import { DECISION_TEXT_CHARACTERS_MAX } from "../../domain/decisions/decision";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Field, SelectField, TextArea } from "../../ui/field";
import { EmptyState, Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { useAnswer } from "../session/use-answer";

/** Puts a decision to the parties: what is decided, on which frozen version, and until when. */
export function ProposePage({ page, formKey }: { page: DecidePage; formKey: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { draft, versions, meeting, replaces, corrects, rules } = page;
  const answer = useAnswer();
  const isBusy = useNavigation().state === "submitting";
  const hidden = {
    ...{ meeting: meeting?.slug ?? "", item: meeting?.item.id ?? "", key: formKey },
    ...{ replaces: replaces?.id ?? "", corrects: corrects?.id ?? "" },
  };
  return (
    <Page
      narrow
      title={t("decisions.propose.title", { draft: inLanguage(draft.title, language) })}
      lead={t("decisions.propose.lead")}
    >
      {meeting && (
        <p>
          <Link to={paths.meeting(meeting.slug, meeting.item.id)}>
            {t("decisions.propose.where", {
              meeting: meetingNumber(meeting),
              item: inLanguage(meeting.item.title, language),
            })}
          </Link>
        </p>
      )}
      {replaces && <Notice kind="warning">{t("decisions.replace.hint")}</Notice>}
      {corrects && <Notice>{t("decisions.propose.correction", { number: corrects.number })}</Notice>}
      {versions.length === 0 ? (
        <EmptyState
          title={t("decisions.propose.noVersion")}
          action={<Link to={paths.versions(draft.slug)}>{t("decisions.propose.toVersions")}</Link>}
        />
      ) : (
        <Form method="post" className="stack" noValidate>
          {answer.general && <Notice kind="error">{answer.general}</Notice>}
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextArea
            name="text"
            label={t("decisions.propose.text")}
            hint={t("decisions.propose.textHint")}
            error={answer.at("text")}
            defaultValue={answer.typed("text", replaces?.text ?? corrects?.text ?? "")}
            maxLength={DECISION_TEXT_CHARACTERS_MAX}
            rows={3}
          />
          <SelectField
            name="version"
            label={t("decisions.propose.version")}
            error={answer.at("version")}
            defaultValue={answer.typed("version", String(versions[0]?.number ?? ""))}
          >
            {versions.map(({ number, label }) => (
              <option key={number} value={number}>
                {t("decisions.propose.versionOption", { number, label })}
              </option>
            ))}
          </SelectField>
          <fieldset className="decision-due">
            <Field
              name="dueOn"
              type="date"
              label={t("decisions.propose.dueOn")}
              hint={t("decisions.propose.dueHint")}
              error={answer.at("dueOn")}
              defaultValue={answer.typed("dueOn")}
            />
            <Field
              name="dueAt"
              type="time"
              label={t("decisions.propose.dueAt")}
              defaultValue={answer.typed("dueAt")}
            />
          </fieldset>
          <p className="muted">
            {t(`decisions.propose.silence.${rules.silence}`)} {t(`decisions.propose.reveal.${rules.reveal}`)}
          </p>
          <Button type="submit" variant="primary" disabled={isBusy}>
            {t("decisions.propose.submit")}
          </Button>
        </Form>
      )}
    </Page>
  );
}
