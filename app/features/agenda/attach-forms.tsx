import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AgendaRow, MeetingSettings } from "../../../server/queries/meeting-settings.server";
import { inLanguage } from "../../domain/languages";
import { ATTACHMENT_TITLE_CHARACTERS_MAX, ATTACHMENT_TYPES } from "../../domain/meetings/agenda";
import { ATTACHMENT_BYTES_MAX } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Field, SelectField } from "../../ui/field";
import { useLanguage } from "../../ui/use-language";
import { type FormAnswer, fieldOf } from "../initiatives/form-answer";

const MEGABYTE = 1024 * 1024;
const ACCEPTED = Object.keys(ATTACHMENT_TYPES)
  .map((ending) => `.${ending}`)
  .join(",");

interface Props {
  page: MeetingSettings;
  item: AgendaRow;
  answer: FormAnswer | undefined;
}

/** A draft as it will be in the meeting, a frozen version, or a file. */
export function AttachForms({ page, item, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const draft = fieldOf(answer, "attach", t);
  const file = fieldOf(answer, "attach-file", t);
  const title = ({ error, typed }: typeof draft) => (
    <Field
      name="attachmentTitle"
      label={t("agenda.settings.attachTitle")}
      hint={t("agenda.settings.attachTitleHint")}
      error={error("attachmentTitle")}
      defaultValue={typed("attachmentTitle")}
      maxLength={ATTACHMENT_TITLE_CHARACTERS_MAX}
      autoComplete="off"
    />
  );
  return (
    <div className="attach-forms">
      {page.drafts.length > 0 && (
        <Form method="post" action={paths.meetingSettings(page.slug)} noValidate preventScrollReset>
          <input type="hidden" name="item" value={item.id} />
          <SelectField
            name="what"
            label={t("agenda.settings.attachWhat")}
            error={draft.error("what")}
            defaultValue={draft.typed("what")}
          >
            {page.drafts.map(({ slug, title: name, versions }) => (
              <optgroup key={slug} label={inLanguage(name, language)}>
                {versions.map((number) => (
                  <option key={number} value={`version:${number}:${slug}`}>
                    {t("agenda.settings.version", { draft: inLanguage(name, language), number })}
                  </option>
                ))}
                <option value={`draft:${slug}`}>
                  {t("agenda.settings.live", { draft: inLanguage(name, language) })}
                </option>
              </optgroup>
            ))}
          </SelectField>
          {title(draft)}
          <Button type="submit" name="intent" value="attach" disabled={isBusy}>
            {t("agenda.settings.attachDraft")}
          </Button>
        </Form>
      )}
      <Form
        method="post"
        action={`${paths.agendaAttachments(page.slug)}?index`}
        encType="multipart/form-data"
        noValidate
        preventScrollReset
      >
        <input type="hidden" name="item" value={item.id} />
        <Field
          name="file"
          type="file"
          accept={ACCEPTED}
          label={t("agenda.settings.file")}
          hint={t("agenda.settings.fileHint", { max: ATTACHMENT_BYTES_MAX / MEGABYTE })}
          error={file.error("file")}
        />
        {title(file)}
        <Button type="submit" disabled={isBusy}>
          {t("agenda.settings.attachFile")}
        </Button>
      </Form>
    </div>
  );
}
