import "../../styles/agenda.css";
import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { NewMeetingPage as NewMeetingPageData } from "../../../server/queries/meetings-page.server";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { type FormAnswer, fieldOf } from "../initiatives/form-answer";
import { MeetingFields } from "./meeting-fields";

/** Calls a meeting. Works without JavaScript. */
export function NewMeetingPage({
  page,
  answer,
}: {
  page: NewMeetingPageData;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const { error, typed } = fieldOf(answer, "create", t);
  const given = { ...page.given, date: "", starts: "", ends: "", isInPerson: false, message: "" };
  return (
    <Page
      narrow
      title={t("agenda.form.newTitle")}
      lead={
        <>
          <Link to={paths.meetings(page.table.slug)}>{inLanguage(page.table.name, language)}</Link> ·{" "}
          {t("agenda.form.newLead")}
        </>
      }
    >
      <Form method="post" className="card" noValidate>
        {answer && !answer.field && <Notice kind="error">{t(answer.error, answer.values ?? {})}</Notice>}
        <MeetingFields given={given} error={error} typed={typed} />
        <Button type="submit" variant="primary" name="intent" value="create" disabled={isBusy}>
          {t("agenda.form.create")}
        </Button>
      </Form>
    </Page>
  );
}
