import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import type { MeetingData, PersonLine } from "../../protocol/meeting-data";
import { useLanguage } from "../../ui/use-language";
import { intervalsInWords, personTitle } from "./meeting-words";

interface Props {
  data: MeetingData;
  /** The persons whose line stands; null while nobody knows. */
  online: ReadonlySet<string> | null;
}

/** Who is present, in two lists, with their times. Leaving for good and a lost line are told apart. */
export function PeopleList({ data, online }: Props) {
  const { t } = useTranslation();
  const { people, meeting, may } = data;
  const members = people.filter(({ list }) => list === "member");
  const others = people.filter(({ list }) => list === "other");
  // Of a meeting that is over, those who were there.
  const isOver = meeting.state === "closed";
  const present = (list: PersonLine[]) =>
    list.filter(({ isPresent, intervals }) => (isOver ? intervals.length > 0 : isPresent)).length;
  const { quorum } = meeting;
  return (
    <section className="card meeting-people" aria-labelledby="meeting-people-title">
      <h2 id="meeting-people-title" className="meeting-side__title">
        {t("meetings.people.title", {
          present: present(members),
          members: members.length,
          others: present(others),
        })}
      </h2>
      {quorum && (
        <p className={quorum.holds ? "meeting-quorum" : "meeting-quorum meeting-quorum--lost"}>
          <span aria-hidden="true">{quorum.holds ? "✓ " : "! "}</span>
          {t(quorum.holds ? "meetings.people.quorum" : "meetings.people.noQuorum", {
            present: quorum.present,
            needed: quorum.needed,
          })}
        </p>
      )}
      {people.length === 0 && <p className="muted">{t("meetings.people.empty")}</p>}
      <Persons people={members} meeting={meeting} online={online} />
      {others.length > 0 && (
        <>
          <h3 className="meeting-people__others">{t("meetings.people.others")}</h3>
          <Persons people={others} meeting={meeting} online={online} />
        </>
      )}
      <p className="meeting-people__more">
        <Link to={paths.attendance(meeting.slug)}>
          {t(may.record ? "meetings.people.correct" : "meetings.people.whole")}
        </Link>
      </p>
    </section>
  );
}

interface PersonsProps {
  people: PersonLine[];
  meeting: MeetingData["meeting"];
  online: ReadonlySet<string> | null;
}

function Persons({ people, meeting, online }: PersonsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="meeting-people__list">
      {people.map((person) => {
        const { participantId, isPresent, intervals, party, isRecused, substitutes, isMe } = person;
        const isCut =
          meeting.state === "open" &&
          isPresent &&
          online !== null &&
          person.personId !== null &&
          !online.has(person.personId) &&
          !person.isOnTelephone;
        const mark = isPresent ? "present" : intervals.length > 0 ? "left" : "absent";
        const title = personTitle(t, person);
        return (
          <li key={participantId} className="meeting-person" data-mark={mark}>
            <span className="meeting-person__dot" aria-hidden="true" />
            <span className="meeting-person__name">
              {party ? inLanguage(party.name, language) : person.name}
              {isMe && ` (${t("board.people.you")})`}
              <span className="meeting-person__who">
                {[party && person.name, title].filter(Boolean).join(", ")}
              </span>
              {substitutes && (
                <span className="meeting-person__who">
                  {t("meetings.people.substitutes", { name: substitutes })}
                </span>
              )}
            </span>
            <span className="meeting-person__times">
              <span className="visually-hidden">{t(`meetings.people.mark.${mark}`)} </span>
              {intervals.length > 0 ? intervalsInWords(intervals, language) : t("meetings.people.notHere")}
              {isRecused && <span className="meeting-person__note">{t("meetings.people.recused")}</span>}
              {isCut && <span className="meeting-person__note">{t("meetings.people.cut")}</span>}
              {meeting.state === "open" && isPresent && person.isOnTelephone && (
                <span className="meeting-person__note meeting-person__note--quiet">
                  {t("meetings.people.telephone")}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
