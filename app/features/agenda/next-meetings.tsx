import "../../styles/agenda.css";
import "../../styles/notifications.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ComingMeeting } from "../../../server/queries/meetings-page.server";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

/** The next meetings of one's tables; nothing where there are none. */
export function NextMeetings({ meetings }: { meetings: ComingMeeting[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (meetings.length === 0) return null;
  return (
    <section className="card home-meetings" aria-labelledby="next-meetings">
      <h2 id="next-meetings">{t("agenda.home.title")}</h2>
      <ul className="waiting__list">
        {meetings.map((meeting) => (
          <li key={meeting.slug}>
            <Link to={paths.meeting(meeting.slug)}>
              {t("agenda.meetingTitle", {
                ...{ table: inLanguage(meeting.table.name, language), number: meetingNumber(meeting) },
              })}
            </Link>{" "}
            {meeting.state === "open" && <Badge kind="ok">{t("agenda.list.state.open")}</Badge>}
            <p className="muted">
              {[
                formatDateTime(meeting.startsAt, language),
                meeting.place,
                meeting.isInPerson && t("agenda.list.inPerson"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
