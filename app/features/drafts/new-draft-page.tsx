import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { NewDraftPage as NewDraftPageData } from "../../../server/queries/new-draft.server";
import { DRAFT_TITLE_CHARACTERS_MAX } from "../../domain/drafts";
import { inLanguage } from "../../domain/languages";
import type { Problem } from "../../messages/problem";
import { paths } from "../../paths";
import { draftSourceValue } from "../../protocol/draft-source";
import { Button, LinkButton } from "../../ui/button";
import { Field, SelectField } from "../../ui/field";
import { Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

type Props = NewDraftPageData & {
  answer: { problem: Problem; typed: { title: string; source: string } } | undefined;
};

/** Name of a new draft, and what it starts from. Works without JavaScript. */
export function NewDraftPage({ table, sources, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const errorOf = (field: string) =>
    answer?.problem.field === field ? t(answer.problem.error, answer.problem.values ?? {}) : undefined;
  const tableName = inLanguage(table.name, language);
  return (
    <Page narrow title={t("drafts.create.title")} lead={t("drafts.create.lead", { table: tableName })}>
      <Form method="post" className="card" noValidate>
        <Field
          name="title"
          label={t("drafts.create.name")}
          error={errorOf("title")}
          defaultValue={answer?.typed.title}
          maxLength={DRAFT_TITLE_CHARACTERS_MAX}
          required
          autoComplete="off"
        />
        <SelectField
          name="source"
          label={t("drafts.create.startFrom")}
          error={errorOf("source")}
          defaultValue={answer?.typed.source ?? "empty"}
        >
          <option value="empty">{t("drafts.create.empty")}</option>
          <option value="emptyText">{t("drafts.create.emptyText")}</option>
          {sources.map(({ slug, title, versions }) => (
            <SourceOptions key={slug} slug={slug} title={inLanguage(title, language)} versions={versions} />
          ))}
        </SelectField>
        <div className="page__actions">
          <Button type="submit" variant="primary" disabled={isBusy}>
            {t("drafts.create.submit")}
          </Button>
          <LinkButton to={paths.table(table.slug)}>{t("common.cancel")}</LinkButton>
        </div>
      </Form>
    </Page>
  );
}

function SourceOptions({ slug, title, versions }: { slug: string; title: string; versions: number[] }) {
  const { t } = useTranslation();
  return (
    <>
      <option value={draftSourceValue({ kind: "draft", slug, version: null })}>
        {t("drafts.create.copyOf", { title })}
      </option>
      {versions.map((number) => (
        <option key={number} value={draftSourceValue({ kind: "draft", slug, version: number })}>
          {t("drafts.create.copyOfVersion", { number, title })}
        </option>
      ))}
    </>
  );
}
