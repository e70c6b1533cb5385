import "../../styles/minutes.css";
import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MinutesPage as Data } from "../../../server/queries/minutes-page.server";
import { useFreshPage } from "../../collab/use-document-news";
import { SHORT_HASH_CHARACTERS } from "../../domain/decisions/decision";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { useAnswer } from "../session/use-answer";
import { FrozenText } from "../texts/frozen-text";
import { ApprovalSection } from "./approval-section";
import { CommentTime } from "./comment-time";
import { EditedFacts } from "./edited-facts";
import { ExportSection } from "./export-section";
import { Remarks } from "./remarks";

/** Where a meeting's minutes stand: derived, polished, looked at, approved. */
export function MinutesPage({ page, formKey }: { page: Data; formKey: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { meeting, state, polished, may } = page;
  const isBusy = useNavigation().state === "submitting";
  const answer = useAnswer();
  useFreshPage(meeting.documentId, ["meeting", "decisions"]);
  const text = polished && language === "fi" ? polished.text : page.derived;
  return (
    <Page
      title={`${t(`minutes.text.title.${meeting.recordKind}`, { number: meetingNumber(meeting) })}`}
      lead={
        <>
          <Link to={paths.table(meeting.table.slug)}>{inLanguage(meeting.table.name, language)}</Link> ·{" "}
          <Link to={paths.meeting(meeting.slug)}>
            {t("meetings.name", { number: meetingNumber(meeting) })}
          </Link>
          <br />
          {t(`minutes.page.lead.${state}`)}
        </>
      }
      actions={
        polished && state === "draft" ? (
          <LinkButton to={paths.draft(polished.draftSlug)} variant="primary">
            {t("minutes.page.open")}
          </LinkButton>
        ) : undefined
      }
    >
      {answer.general && <Notice kind="error">{answer.general}</Notice>}
      {polished?.seal && (
        <Notice kind="ok">
          {t("minutes.page.sealed", {
            hash: polished.seal.slice(0, SHORT_HASH_CHARACTERS),
            number: polished.version,
          })}
        </Notice>
      )}
      <div className="minutes-page">
        <section className="card minutes-paper" aria-labelledby="minutes-text">
          <h2 id="minutes-text">
            {t(polished && language === "fi" ? "minutes.title" : "minutes.page.derived")}
          </h2>
          {state === "none" && <p className="muted">{t("minutes.page.derivedHint")}</p>}
          {polished && language !== "fi" && <p className="muted">{t("minutes.text.approvedFinnish")}</p>}
          <div lang={polished && language === "fi" ? "fi" : undefined}>
            <FrozenText text={text} headingUnder={2} />
          </div>
        </section>
        <div className="stack">
          {state === "none" && may.write && (
            <Form method="post" className="card">
              <Button type="submit" name="intent" value="start" variant="primary" disabled={isBusy}>
                {t("minutes.page.start")}
              </Button>
            </Form>
          )}
          {polished && state === "draft" && !polished.isEdited && may.write && (
            <Form method="post" className="card">
              <p className="muted">{t("minutes.page.refillHint")}</p>
              <Button type="submit" name="intent" value="refill" disabled={isBusy}>
                {t("minutes.page.refill")}
              </Button>
            </Form>
          )}
          {state !== "approved" && <Remarks remarks={page.remarks} />}
          {polished && <EditedFacts edited={page.edited} />}
          <p className="card">
            <Link to={paths.minutesCheck(meeting.slug)}>{t("minutes.page.check")}</Link>
          </p>
          {polished && state === "draft" && <CommentTime polished={polished} mayWrite={may.write} />}
          {polished && <ApprovalSection page={page} formKey={formKey} />}
          <ExportSection page={page} />
        </div>
      </div>
    </Page>
  );
}
