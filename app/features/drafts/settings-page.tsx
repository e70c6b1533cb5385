import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DraftFrame } from "../../../server/queries/draft-frame.server";
import { useFreshPage } from "../../collab/use-document-news";
import { DRAFT_TITLE_CHARACTERS_MAX } from "../../domain/drafts";
import { inLanguage, LANGUAGES } from "../../domain/languages";
import type { Problem } from "../../messages/problem";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DraftPage } from "./draft-page";
import { EditingForm } from "./editing-form";

const NEWS = ["draft"] as const;

interface Answer {
  /** The intent that succeeded, or null. */
  done: string | null;
  problem: Problem | null;
  typed: { intent: string; fi: string; sv: string; en: string; copy: string } | null;
}

interface Props {
  frame: DraftFrame;
  /** Members edit the draft; otherwise they suggest to it. */
  membersEdit: boolean;
  answer: Answer | undefined;
}

const TITLE_LABELS = {
  fi: "drafts.settings.titleFi",
  sv: "drafts.settings.titleSv",
  en: "drafts.settings.titleEn",
} as const;

/** Name, copy, lock and archive of a draft. Every form works without JavaScript. */
export function SettingsPage({ frame, membersEdit, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { title, state } = frame;
  useFreshPage(frame.documentId, NEWS);
  const typed = answer?.typed;
  const errorOf = (field: string) =>
    answer?.problem?.field === field ? t(answer.problem.error, answer.problem.values ?? {}) : undefined;
  const copyError = typed?.intent === "copy" ? errorOf("title") : undefined;
  return (
    <DraftPage frame={frame} title={t("drafts.settings.title")}>
      <div className="draft-settings">
        {answer?.done === "rename" && (
          <div role="status">
            <Notice kind="ok">{t("drafts.settings.renamed")}</Notice>
          </div>
        )}
        {answer?.done === "editing" && (
          <div role="status">
            <Notice kind="ok">{t("drafts.settings.editingSaved")}</Notice>
          </div>
        )}
        {answer?.problem && !answer.problem.field && (
          <Notice kind="error">{t(answer.problem.error, answer.problem.values ?? {})}</Notice>
        )}
        <Card title={t("drafts.settings.renameTitle")}>
          <Form method="post" noValidate key={JSON.stringify(title)}>
            {LANGUAGES.map((each) => (
              <Field
                key={each}
                name={each}
                lang={each}
                label={t(TITLE_LABELS[each])}
                error={typed?.intent === "rename" ? errorOf(each) : undefined}
                defaultValue={typed?.intent === "rename" ? typed[each] : title[each]}
                maxLength={DRAFT_TITLE_CHARACTERS_MAX}
                required={each === "fi"}
                autoComplete="off"
              />
            ))}
            <Submit intent="rename">{t("drafts.settings.rename")}</Submit>
          </Form>
        </Card>
        <Card title={t("drafts.settings.editingTitle")}>
          <EditingForm membersEdit={membersEdit} error={errorOf("who")} />
        </Card>
        <Card title={t("drafts.settings.copyTitle")} lead={t("drafts.settings.copyLead")}>
          <Form method="post" noValidate>
            <Field
              name="copy"
              label={t("drafts.settings.copyName")}
              error={copyError}
              defaultValue={
                typed?.intent === "copy"
                  ? typed.copy
                  : t("drafts.settings.copySuggestion", { title: inLanguage(title, language) })
              }
              maxLength={DRAFT_TITLE_CHARACTERS_MAX}
              required
              autoComplete="off"
            />
            <Submit intent="copy">{t("drafts.settings.copy")}</Submit>
          </Form>
        </Card>
        {state === "open" && <Step step="lock" />}
        {state === "locked" && <Step step="unlock" />}
        {state === "archived" ? <Step step="unarchive" /> : <Step step="archive" />}
      </div>
    </DraftPage>
  );
}

/** A change of state: what it means, and one button. */
function Step({ step }: { step: "lock" | "unlock" | "archive" | "unarchive" }) {
  const { t } = useTranslation();
  return (
    <Card title={t(`drafts.settings.${step}Title`)} lead={t(`drafts.settings.${step}Lead`)}>
      <Form method="post">
        <Submit intent={step}>{t(`drafts.settings.${step}`)}</Submit>
      </Form>
    </Card>
  );
}

function Card({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="card">
      <h3>{title}</h3>
      {lead && <p>{lead}</p>}
      {children}
    </section>
  );
}

function Submit({ intent, children }: { intent: string; children: ReactNode }) {
  const isBusy = useNavigation().state === "submitting";
  return (
    <Button type="submit" name="intent" value={intent} disabled={isBusy}>
      {children}
    </Button>
  );
}
