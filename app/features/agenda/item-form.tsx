import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AgendaRow, MeetingSettings } from "../../../server/queries/meeting-settings.server";
import { inLanguage } from "../../domain/languages";
import {
  ITEM_KINDS,
  ITEM_PROPOSAL_CHARACTERS_MAX,
  ITEM_TITLE_CHARACTERS_MAX,
  PRESENTER_CHARACTERS_MAX,
} from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Field, SelectField, TextArea } from "../../ui/field";
import { useLanguage } from "../../ui/use-language";
import { type FormAnswer, fieldOf } from "../initiatives/form-answer";

interface Props {
  page: MeetingSettings;
  /** Null for a new one. */
  item: AgendaRow | null;
  answer: FormAnswer | undefined;
}

/** Words, presenter and draft of an item. Works without JavaScript. */
export function ItemForm({ page, item, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const intent = item ? "change-item" : "add-item";
  const { error, typed } = fieldOf(answer, intent, t);
  const proposalLabel = t(
    page.recordKind === "memo" ? "agenda.settings.proposalMemo" : "agenda.settings.proposalMinutes",
  );
  const title = (name: string, label: string, given: string | undefined) => (
    <Field
      name={name}
      label={label}
      error={error(name)}
      defaultValue={typed(name) ?? given ?? ""}
      maxLength={ITEM_TITLE_CHARACTERS_MAX}
      autoComplete="off"
    />
  );
  const proposal = (name: string, label: string, given: string | undefined, hint?: string) => (
    <TextArea
      name={name}
      label={label}
      hint={hint}
      error={error(name)}
      defaultValue={typed(name) ?? given ?? ""}
      maxLength={ITEM_PROPOSAL_CHARACTERS_MAX}
      rows={3}
    />
  );
  const inOther = (key: "inSwedish" | "inEnglish", field: string) => t(`agenda.settings.${key}`, { field });
  const drafts =
    item?.draft && !page.drafts.some(({ slug }) => slug === item.draft?.slug)
      ? [...page.drafts, { ...item.draft, table: null, versions: [] }]
      : page.drafts;
  return (
    <Form method="post" action={paths.meetingSettings(page.slug)} noValidate preventScrollReset>
      {item ? (
        <input type="hidden" name="item" value={item.id} />
      ) : (
        <>
          <input type="hidden" name="key" value={page.key} />
          <SelectField
            name="kind"
            label={t("agenda.settings.itemKind")}
            error={error("kind")}
            defaultValue={typed("kind") ?? "ordinary"}
          >
            {ITEM_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`agenda.kind.${kind}`)}
              </option>
            ))}
          </SelectField>
        </>
      )}
      {title("title", t("agenda.settings.itemTitle"), item?.title.fi)}
      <Field
        name="presenter"
        label={t("agenda.settings.presenter")}
        error={error("presenter")}
        defaultValue={typed("presenter") ?? item?.presenter ?? ""}
        maxLength={PRESENTER_CHARACTERS_MAX}
        autoComplete="off"
      />
      {proposal("proposal", proposalLabel, item?.proposal.fi, t("agenda.settings.proposalHint"))}
      <SelectField
        name="draft"
        label={t("agenda.settings.draft")}
        hint={t("agenda.settings.draftHint")}
        error={error("draft")}
        defaultValue={typed("draft") ?? item?.draft?.slug ?? ""}
      >
        <option value="">{t("agenda.settings.noDraft")}</option>
        {drafts.map((draft) => (
          <option key={draft.slug} value={draft.slug}>
            {[inLanguage(draft.title, language), draft.table && inLanguage(draft.table, language)]
              .filter(Boolean)
              .join(" · ")}
          </option>
        ))}
      </SelectField>
      <details className="agenda-translations">
        <summary>{t("agenda.settings.translations")}</summary>
        {title("titleSv", inOther("inSwedish", t("agenda.settings.itemTitle")), item?.title.sv)}
        {proposal("proposalSv", inOther("inSwedish", proposalLabel), item?.proposal.sv)}
        {title("titleEn", inOther("inEnglish", t("agenda.settings.itemTitle")), item?.title.en)}
        {proposal("proposalEn", inOther("inEnglish", proposalLabel), item?.proposal.en)}
      </details>
      <Button type="submit" variant="primary" name="intent" value={intent} disabled={isBusy}>
        {t(item ? "agenda.settings.save" : "agenda.settings.addItem")}
      </Button>
    </Form>
  );
}
