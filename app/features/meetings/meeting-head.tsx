import { Link } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useIsOld } from "../../collab/own-data";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import type { MeetingHead as Head, MeetingData } from "../../protocol/meeting-data";
import { LinkButton } from "../../ui/button";
import { formatTime } from "../../ui/format";
import { HeaderSlot } from "../../ui/header-slot";
import { useClosing } from "../../ui/use-closing";
import { useLanguage } from "../../ui/use-language";
import { useWaitingDeeds } from "./deeds";
import { meetingTimes } from "./meeting-words";

interface Props {
  data: MeetingData;
  /** Whether news come; null before it is known. */
  isOnline: boolean | null;
  isFollowing: boolean;
  children?: ReactNode;
}

/** Which meeting this is, how it stands, and where else one can go from it. */
export function MeetingHead({ data, isOnline, isFollowing, children }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { meeting } = data;
  const name = t("meetings.name", { number: meetingNumber(meeting) });
  const isOpen = meeting.state === "open";
  return (
    <header className="meeting-head">
      <HeaderSlot place="crumbs">
        {inLanguage(meeting.region.name, language)} /{" "}
        <Link to={paths.table(meeting.table.slug)}>{inLanguage(meeting.table.name, language)}</Link> /{" "}
        <strong>{name}</strong>
      </HeaderSlot>
      <div className="meeting-head__names">
        <p className="meeting-head__table">
          <Link to={paths.table(meeting.table.slug)}>{inLanguage(meeting.table.name, language)}</Link>
        </p>
        <h1>
          {name} {meeting.isExample && <span className="badge">{t("meetings.example")}</span>}
        </h1>
        <p className="meeting-head__facts">
          <StatePill meeting={meeting} /> {meetingTimes(meeting, language)}
          {meeting.place && ` · ${meeting.place}`}
          {meeting.isInPerson && ` · ${t("meetings.inPerson")}`}
          {meeting.remoteLink && (
            <>
              {" · "}
              <a href={meeting.remoteLink} rel="noopener noreferrer">
                {t("meetings.remote")}
              </a>
            </>
          )}
        </p>
      </div>
      <div className="meeting-head__actions">
        {isOpen && <LineState isOnline={isOnline} />}
        <MeetingMenu data={data} />
        {isOpen &&
          meeting.currentItemId &&
          (isFollowing ? (
            <span className="meeting-follow meeting-follow--on">
              <span aria-hidden="true">✓ </span>
              {t("meetings.follow.following")}
            </span>
          ) : (
            <LinkButton to={paths.meeting(meeting.slug)} variant="primary" preventScrollReset>
              {t("meetings.follow.follow")}
            </LinkButton>
          ))}
        {children}
      </div>
    </header>
  );
}

export function StatePill({ meeting }: { meeting: Head }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, openedAt } = meeting;
  return (
    <span className={`badge meeting-pill meeting-pill--${state}`}>
      {state === "open" && <span aria-hidden="true">●</span>}
      {state === "open" && openedAt
        ? t("meetings.state.openSince", { time: formatTime(openedAt, language) })
        : t(`meetings.state.${state}`)}
    </span>
  );
}

/** Whether what one does arrives: always in words, and never wrongly. */
function LineState({ isOnline }: { isOnline: boolean | null }) {
  const { t } = useTranslation();
  const waiting = useWaitingDeeds();
  const isOld = useIsOld();
  const kind = waiting > 0 ? "waiting" : isOnline === false || isOld ? "offline" : "live";
  if (isOnline === null && waiting === 0 && !isOld) return null;
  return (
    <span className={`meeting-line meeting-line--${kind}`} role="status">
      {t(`meetings.line.${kind}`, { count: waiting })}
    </span>
  );
}

function MeetingMenu({ data }: { data: MeetingData }) {
  const { t } = useTranslation();
  const { meeting, may, me, minutes } = data;
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu, meeting.slug);
  const links: [string, string][] = [
    ...(may.readMinutes && minutes.state !== "none"
      ? [[paths.minutes(meeting.slug), t(`meetings.menu.minutes.${meeting.recordKind}`)] as [string, string]]
      : []),
    [paths.agenda(meeting.slug), t("meetings.menu.agenda")],
    [paths.attendance(meeting.slug), t("meetings.menu.attendance")],
    [paths.projector(meeting.slug), t("meetings.menu.projector")],
    ...(meeting.state === "open" && may.attend && me
      ? [[paths.seatCode(meeting.slug), t("meetings.menu.seat")] as [string, string]]
      : []),
    ...(may.prepare
      ? [[paths.meetingSettings(meeting.slug), t("meetings.menu.settings")] as [string, string]]
      : []),
  ];
  return (
    <details className="meeting-menu" ref={menu}>
      <summary className="button">{t(`meetings.menu.title.${meeting.recordKind}`)}</summary>
      <ul className="menu-popover meeting-menu__list">
        {links.map(([to, words]) => (
          <li key={to}>
            <Link to={to} className="menu-item">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
