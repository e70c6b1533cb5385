import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MeetingSettings } from "../../../server/queries/meeting-settings.server";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { CheckField } from "../../ui/field";
import { formatDateTime } from "../../ui/format";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { type FormAnswer, fieldOf } from "../initiatives/form-answer";

/** Whether the invitation has gone, what would go now, and cancelling. */
export function InvitationPanel({ page, answer }: { page: MeetingSettings; answer: FormAnswer | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const { error } = fieldOf(answer, "cancel", t);
  const { sentAt, isChanged, people, isPast } = page.invitation;
  const isPlanned = page.state === "planned";
  const send = !sentAt ? "send" : isChanged ? "sendChange" : "sendAgain";
  return (
    <section className="card" aria-labelledby="invitation">
      <h2 id="invitation">{t("agenda.invitation.title")}</h2>
      <p>
        {sentAt
          ? t("agenda.invitation.sent", { time: formatDateTime(sentAt, language) })
          : t("agenda.invitation.notSent")}
      </p>
      {isChanged && isPlanned && <Notice kind="warning">{t("agenda.invitation.changed")}</Notice>}
      {isPlanned && (
        <>
          {!isPast && (
            <Form method="post" action={paths.meetingSettings(page.slug)}>
              <p className="muted">
                {t("agenda.invitation.people", { count: people })} {t("agenda.invitation.withCalendar")}
              </p>
              <Button
                type="submit"
                variant={send === "sendAgain" ? "plain" : "primary"}
                name="intent"
                value="invite"
                disabled={isBusy}
              >
                {t(`agenda.invitation.${send}`)}
              </Button>
            </Form>
          )}
          <details className="agenda-cancel" open={error("confirmed") !== undefined}>
            <summary>{t("agenda.invitation.cancel")}</summary>
            <Form method="post" action={paths.meetingSettings(page.slug)} noValidate>
              <p className="muted">{t("agenda.invitation.cancelHint")}</p>
              <CheckField label={t("agenda.invitation.cancelConfirm")} name="confirmed" />
              {error("confirmed") && <p className="field__error">{error("confirmed")}</p>}
              <Button type="submit" variant="danger" name="intent" value="cancel" disabled={isBusy}>
                {t("agenda.invitation.cancel")}
              </Button>
            </Form>
          </details>
        </>
      )}
      <p>
        <LinkButton reloadDocument to={paths.agendaPdf(page.slug)}>
          {t("agenda.page.pdf")}
        </LinkButton>
      </p>
    </section>
  );
}
