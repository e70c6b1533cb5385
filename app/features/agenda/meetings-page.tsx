import "../../styles/agenda.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type {
  MeetingLine,
  MeetingsPage as MeetingsPageData,
} from "../../../server/queries/meetings-page.server";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { Badge, EmptyState, Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import type { FormAnswer } from "../initiatives/form-answer";
import { meetingWhen } from "./meeting-when";

interface Props {
  page: MeetingsPageData;
  /** A form on another page (OneClick) that was refused. */
  answer: FormAnswer | undefined;
}

const BADGES = { planned: "draft", open: "ok", closed: undefined, cancelled: "change" } as const;

/** The meetings of a table: those that come, and those that have been. */
export function MeetingsPage({ page, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { table, coming, past, mayPrepare } = page;
  const add = mayPrepare && (
    <LinkButton variant="primary" to={paths.newMeeting(table.slug)}>
      {t("agenda.list.add")}
    </LinkButton>
  );
  const isEmpty = coming.length + past.length === 0;
  return (
    <Page
      title={t("agenda.list.title")}
      lead={
        <>
          <Link to={paths.table(table.slug)}>{inLanguage(table.name, language)}</Link> ·{" "}
          {t("agenda.list.lead")}
        </>
      }
      actions={
        <>
          <LinkButton to={paths.calendars()}>{t("agenda.list.calendars")}</LinkButton>
          {!isEmpty && add}
        </>
      }
    >
      {answer && <Notice kind="error">{t(answer.error, answer.values ?? {})}</Notice>}
      {isEmpty ? (
        <EmptyState title={t("agenda.list.emptyTitle")} action={add || undefined}>
          {t(mayPrepare ? "agenda.list.emptyText" : "agenda.list.emptyTextReader")}
        </EmptyState>
      ) : (
        <div className="stack">
          <section aria-labelledby="coming">
            <h2 id="coming">{t("agenda.list.coming")}</h2>
            {coming.length === 0 && <p className="muted">{t("agenda.list.noComing")}</p>}
            <MeetingList lines={coming} mayPrepare={mayPrepare} />
          </section>
          {past.length > 0 && (
            <section aria-labelledby="past">
              <h2 id="past">{t("agenda.list.past")}</h2>
              <MeetingList lines={past} mayPrepare={false} />
            </section>
          )}
        </div>
      )}
    </Page>
  );
}

function MeetingList({ lines, mayPrepare }: { lines: MeetingLine[]; mayPrepare: boolean }) {
  return (
    <ul className="meeting-list">
      {lines.map((line) => (
        <MeetingCard key={line.slug} line={line} mayPrepare={mayPrepare} />
      ))}
    </ul>
  );
}

function MeetingCard({ line, mayPrepare }: { line: MeetingLine; mayPrepare: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = t("agenda.list.meeting", { number: meetingNumber(line) });
  const where = [
    line.place,
    line.isInPerson ? t("agenda.list.inPerson") : line.isRemote && t("agenda.list.remote"),
    t("agenda.list.items", { count: line.items }),
    line.state === "closed" && t(`agenda.list.minutes.${line.minutes}`),
  ].filter(Boolean);
  return (
    <li className="card meeting-card">
      <div className="meeting-card__head">
        <h3>
          <Link to={paths.meeting(line.slug)}>{name}</Link>
        </h3>
        <Badge kind={line.hasPassed ? undefined : BADGES[line.state]}>
          {t(`agenda.list.state.${line.hasPassed ? "passed" : line.state}`)}
        </Badge>
        {line.isExample && <Badge>{t("agenda.list.example")}</Badge>}
        {line.state === "planned" && !line.hasPassed && !line.isInvited && (
          <Badge>{t("agenda.list.notInvited")}</Badge>
        )}
      </div>
      <p>{meetingWhen(line, language)}</p>
      <p className="muted">{where.join(" · ")}</p>
      <div className="row">
        <LinkButton to={paths.agenda(line.slug)} aria-label={`${t("agenda.title")}: ${name}`}>
          {t("agenda.title")}
        </LinkButton>
        {line.state === "closed" && (
          <LinkButton to={paths.minutes(line.slug)} aria-label={`${t("agenda.list.record")}: ${name}`}>
            {t("agenda.list.record")}
          </LinkButton>
        )}
        {mayPrepare && (
          <LinkButton
            to={paths.meetingSettings(line.slug)}
            aria-label={t("agenda.list.prepareNamed", { meeting: name })}
          >
            {t("agenda.list.prepare")}
          </LinkButton>
        )}
      </div>
    </li>
  );
}
