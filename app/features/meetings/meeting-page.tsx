import "../../styles/drafts.css";
import "../../styles/meetings.css";
import "../../styles/meetings-people.css";
import { Link } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFreshPage } from "../../collab/use-document-news";
import { paths } from "../../paths";
import type { PresentPerson } from "../../protocol/collab";
import type { MeetingData } from "../../protocol/meeting-data";
import { EmptyState, Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { useAnnouncer } from "../board/use-announcer";
import { useAnswer } from "../session/use-answer";
import { AgendaList } from "./agenda-list";
import { ChairTools } from "./chair-tools";
import { DeedsOf } from "./deeds";
import { ItemSection } from "./item-view";
import { MeetingHead } from "./meeting-head";
import { itemName } from "./meeting-words";
import { MyBar } from "./my-bar";
import { PeopleList } from "./people-list";
import { RecentEvents } from "./recent-events";
import { RoadLines } from "./road-lines";
import { SpeakingQueue } from "./speaking-queue";
import { useAskAgain } from "./use-ask-again";
import { useShownItem } from "./use-follow";

interface Props {
  data: MeetingData;
  /** The item that the address asks for; null follows the chair. */
  asked: string | null;
  formKey: string;
}

const ROUTE = "routes/meetings.$slug._index";

/** While somebody's seat is on a telephone, the page asks this often whether it still is. Milliseconds. */
const TELEPHONES_EVERY = 15_000;

/** One page for the current item: the chair moves it, and everyone who follows moves with it. */
export function MeetingPage({ data, asked, formKey }: Props) {
  const { meeting } = data;
  return (
    <DeedsOf action={paths.meeting(meeting.slug, asked ?? undefined)} route={ROUTE} formKey={formKey}>
      <MeetingBody data={data} asked={asked} />
    </DeedsOf>
  );
}

function MeetingBody({ data, asked }: Omit<Props, "formKey">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { meeting, items, people } = data;
  const isFollowing = asked === null;
  const [online, setOnline] = useState<ReadonlySet<string> | null>(null);
  const [isOnline, setIsOnline] = useState<boolean | null>(null);
  const onPeople = useCallback((people: PresentPerson[] | null) => {
    setOnline(people && new Set(people.map(({ personId }) => personId)));
    setIsOnline(people !== null);
  }, []);
  useFreshPage(meeting.documentId, ["meeting", "decisions"], onPeople);
  // A telephone tells nobody that it goes.
  useAskAgain(people.some(({ isOnTelephone }) => isOnTelephone) ? TELEPHONES_EVERY : null);
  const shown = useShownItem(data, isFollowing);
  const current = items.find(({ id }) => id === meeting.currentItemId);
  const region = useSaidItem(current && t("meetings.follow.now", { item: itemName(current, language) }));
  const general = useAnswer().general;
  return (
    <main id="content" className="page meeting-page" tabIndex={-1}>
      {region}
      <MeetingHead data={data} isOnline={isOnline} isFollowing={isFollowing} />
      {general && <Notice kind="error">{general}</Notice>}
      <StateTeaching data={data} />
      {meeting.state === "open" && !isFollowing && current && shown && current.id !== shown.id && (
        <Notice>
          {t("meetings.follow.elsewhere", { item: itemName(current, language) })}{" "}
          <Link to={paths.meeting(meeting.slug)} preventScrollReset>
            {t("meetings.follow.return")}
          </Link>
        </Notice>
      )}
      <div className="meeting-grid">
        <div className="meeting-left">
          <AgendaList
            slug={meeting.slug}
            items={items}
            shownId={shown?.id ?? null}
            currentId={meeting.currentItemId}
            isOpen={meeting.state === "open"}
            now={data.now}
          />
          {shown && <RoadLines road={shown.road} />}
        </div>
        <div className="meeting-middle">
          <ChairTools data={data} shownId={shown?.id ?? null} />
          {shown ? (
            <ItemSection item={shown} data={data} />
          ) : (
            <EmptyState title={t("meetings.item.emptyTitle")}>
              {t(data.may.prepare ? "meetings.item.emptyPrepare" : "meetings.item.empty")}{" "}
              {data.may.prepare && (
                <Link to={paths.meetingSettings(meeting.slug)}>{t("meetings.menu.settings")}</Link>
              )}
            </EmptyState>
          )}
        </div>
        <div className="meeting-right">
          <MyBar data={data} />
          <SpeakingQueue data={data} />
          <PeopleList data={data} online={online} />
          {data.may.record && <RecentEvents recent={data.recent} />}
        </div>
      </div>
    </main>
  );
}

/** Says the current item when it changes; the reader's focus and place stay. */
function useSaidItem(words: string | undefined) {
  const [region, announce] = useAnnouncer();
  const before = useRef(words);
  useEffect(() => {
    if (words && words !== before.current) announce(words);
    before.current = words;
  }, [words, announce]);
  return region;
}

/** What can be done now, and what comes: before the meeting and after it. */
function StateTeaching({ data }: { data: MeetingData }) {
  const { t } = useTranslation();
  const { meeting, may, minutes } = data;
  if (meeting.state === "planned")
    return <Notice>{t(may.lead ? "meetings.teach.plannedLead" : "meetings.teach.planned")}</Notice>;
  if (meeting.state === "cancelled") return <Notice kind="warning">{t("meetings.teach.cancelled")}</Notice>;
  if (meeting.state === "closed")
    return (
      <Notice kind="ok">
        {t("meetings.teach.closed")}{" "}
        {may.readMinutes && (
          <Link to={paths.minutes(meeting.slug)}>{t(`meetings.teach.minutes.${minutes.state}`)}</Link>
        )}
      </Notice>
    );
  return null;
}
