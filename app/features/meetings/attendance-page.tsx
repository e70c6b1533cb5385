import "../../styles/meetings.css";
import "../../styles/meetings-people.css";
import "../../styles/meetings-attendance.css";
import { useTranslation } from "react-i18next";
import { useFreshPage } from "../../collab/use-document-news";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import type { MeetingData, PersonLine } from "../../protocol/meeting-data";
import { LinkButton } from "../../ui/button";
import { EmptyState, Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { useAnswer } from "../session/use-answer";
import { AddParticipant, type Named } from "./add-participant";
import { PersonRow } from "./attendance-row";
import { DeedsOf } from "./deeds";
import { meetingTimes } from "./meeting-words";
import { RecentEvents } from "./recent-events";

interface Props {
  data: MeetingData;
  /** Parties that somebody who is added may sit for. */
  parties: Named[];
  /** People of the table who are not on the list. */
  persons: Named[];
  formKey: string;
}

/** Who was there and when, in two lists; for the recorder also the forms that correct it. */
export function AttendancePage({ data, parties, persons, formKey }: Props) {
  const { meeting } = data;
  return (
    <DeedsOf
      action={paths.attendance(meeting.slug)}
      route="routes/meetings.$slug.attendance"
      formKey={formKey}
    >
      <AttendanceBody data={data} parties={parties} persons={persons} />
    </DeedsOf>
  );
}

function AttendanceBody({ data, parties, persons }: Omit<Props, "formKey">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { meeting, people, may } = data;
  useFreshPage(meeting.documentId, ["meeting"]);
  const { general } = useAnswer();
  const list = (of: PersonLine["list"]) => people.filter((person) => person.list === of);
  return (
    <Page
      title={t("meetings.attendance.title")}
      lead={`${inLanguage(meeting.table.name, language)} ${meetingNumber(meeting)} · ${meetingTimes(meeting, language)}. ${t("meetings.attendance.lead")}`}
      actions={
        <>
          <LinkButton to={paths.meeting(meeting.slug)}>{t("meetings.attendance.back")}</LinkButton>
          <a className="button" href={paths.attendanceCsv(meeting.slug)} download>
            {t("meetings.attendance.csv")}
          </a>
        </>
      }
    >
      {general && <Notice kind="error">{general}</Notice>}
      {people.length === 0 && (
        <EmptyState title={t("meetings.attendance.empty")}>{t("meetings.people.empty")}</EmptyState>
      )}
      <AttendanceTable title={t("meetings.attendance.members")} people={list("member")} data={data} />
      <AttendanceTable title={t("meetings.attendance.others")} people={list("other")} data={data} />
      {may.record && (
        <div className="attendance__tools">
          <AddParticipant people={people} parties={parties} persons={persons} />
          <RecentEvents recent={data.recent} />
        </div>
      )}
    </Page>
  );
}

interface TableProps {
  title: string;
  people: PersonLine[];
  data: MeetingData;
}

function AttendanceTable({ title, people, data }: TableProps) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <section className="attendance">
      <h2>{title}</h2>
      <table className="data-table attendance__table">
        <thead>
          <tr>
            <th scope="col">{t("meetings.attendance.name")}</th>
            <th scope="col">{t("meetings.attendance.party")}</th>
            <th scope="col">{t("meetings.attendance.times")}</th>
            <th scope="col">{t("meetings.attendance.state")}</th>
            {data.may.record && <th scope="col">{t("meetings.attendance.record")}</th>}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.participantId} person={person} data={data} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
