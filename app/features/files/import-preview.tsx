import "../../styles/files.css";
import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ImportPage } from "../../../server/queries/import-page.server";
import { DRAFT_TITLE_CHARACTERS_MAX } from "../../domain/drafts";
import type { Problem } from "../../messages/problem";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { formatTime } from "../../ui/format";
import { Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { StaticBoard } from "../board/static-board";
import { TextView } from "../texts/text-view";

type Props = ImportPage & { answer: { problem: Problem; typed: { title: string } } | undefined };

/** What was read, as it would be, with what changed on the way. Works without JavaScript. */
export function ImportPreview({ fileName, title, content, warnings, expiresAt, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const problem = answer?.problem;
  const words = problem ? t(problem.error, problem.values ?? {}) : undefined;
  const isOfTitle = problem?.field === "title";
  return (
    <Page
      title={t("files.preview.title")}
      lead={fileName === "-" ? t("files.preview.leadPasted") : t("files.preview.lead", { file: fileName })}
    >
      {words && !isOfTitle && <Notice kind="error">{words}</Notice>}
      <Form method="post" className="card import-form" noValidate>
        <section aria-labelledby="import-warnings">
          <h2 id="import-warnings">{t("files.preview.warnings")}</h2>
          {warnings.length === 0 ? (
            <p>{t("files.preview.noWarnings")}</p>
          ) : (
            <ul className="bullets">
              {warnings.map(({ warning, count }) => (
                <li key={warning}>{t(`files.warning.${warning}`, { count })}</li>
              ))}
            </ul>
          )}
        </section>
        <Field
          name="title"
          label={t("files.preview.name")}
          error={isOfTitle ? words : undefined}
          defaultValue={answer?.typed.title ?? title}
          maxLength={DRAFT_TITLE_CHARACTERS_MAX}
          required
          autoComplete="off"
        />
        <div className="page__actions">
          <Button type="submit" name="intent" value="approve" variant="primary" disabled={isBusy}>
            {t("files.preview.approve")}
          </Button>
          <Button type="submit" name="intent" value="cancel" disabled={isBusy}>
            {t("files.preview.cancel")}
          </Button>
        </div>
        <p className="muted">{t("files.preview.until", { time: formatTime(expiresAt, language) })}</p>
      </Form>
      <section className="import-content" aria-labelledby="import-content">
        <h2 id="import-content">{t("files.preview.content")}</h2>
        {content.kind === "text" ? (
          <div className="card">
            <TextView text={content.text} headingUnder={2} />
          </div>
        ) : (
          <StaticBoard split={content.split} sideNotes={{}} changes={null} />
        )}
      </section>
    </Page>
  );
}
