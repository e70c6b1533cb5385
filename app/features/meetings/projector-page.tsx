import "../../styles/drafts.css";
import "../../styles/meetings-projector.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFreshPage } from "../../collab/use-document-news";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { changeSentence } from "../../messages/change-sentences";
import { paths } from "../../paths";
import type { DecisionCardData } from "../../protocol/decision-data";
import type { ItemView, MeetingData } from "../../protocol/meeting-data";
import { formatDate } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { RedVerb } from "./board-changes";
import { FreshOn } from "./fresh-on";
import { itemName } from "./meeting-words";
import { ThemeSwitch } from "./theme-switch";

/** What the wall shows: the item, the text under decision and the result, and nothing else. */
export function ProjectorPage({ data }: { data: MeetingData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { meeting, shown, queue } = data;
  useFreshPage(meeting.documentId, ["meeting", "decisions"]);
  const speaks = queue.find(({ givenAt }) => givenAt);
  const name = `${inLanguage(meeting.table.name, language)} ${meetingNumber(meeting)}`;
  const waits = meeting.state === "planned" ? "waiting" : meeting.state === "closed" ? "closed" : "cancelled";
  return (
    <main id="content" className="projector" tabIndex={-1}>
      <div className="projector__corner">
        <span>{name}</span>
        <ThemeSwitch />
        <Link to={paths.meeting(meeting.slug)}>{t("meetings.projector.back")}</Link>
      </div>
      {meeting.state === "open" && shown ? (
        <ProjectedItem item={shown} />
      ) : (
        <>
          <h1>{name}</h1>
          <p className="projector__text">
            {t(`meetings.projector.${meeting.state === "open" ? "waiting" : waits}`)}
          </p>
        </>
      )}
      {speaks && meeting.state === "open" && (
        <p className="projector__speaks">
          {t("meetings.projector.speaks", { who: speaks.party ?? speaks.name })}
        </p>
      )}
    </main>
  );
}

function ProjectedItem({ item }: { item: ItemView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  // A decision that was replaced or withdrawn is not before the meeting any more.
  const decisions = item.decisions.filter(({ state }) => state === "open" || state === "stated");
  const proposal = inLanguage(item.proposal, language);
  return (
    <>
      {item.draft && <FreshOn key={item.draft.documentId} documentId={item.draft.documentId} />}
      <h1>{itemName(item, language)}</h1>
      {decisions.length > 0
        ? decisions.map((decision) => <ProjectedDecision key={decision.id} decision={decision} />)
        : proposal && <p className="projector__text">{proposal}</p>}
      {item.changes.length > 0 && (
        <section aria-labelledby="projector-changes">
          <h2 id="projector-changes">{t("meetings.projector.changes")}</h2>
          <ul className="projector__changes">
            {item.changes.map(({ change, wish }) => (
              <li key={`${change.categoryId} ${change.kind}`}>
                <RedVerb sentence={changeSentence(t, language, change, wish ?? undefined)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {item.outcomes.length > 0 && (
        <section aria-labelledby="projector-result" className="projector__result">
          <h2 id="projector-result">{t("meetings.projector.result")}</h2>
          {item.outcomes.map(({ eventId, outcome, body, on, text }) => (
            <p key={eventId}>
              {[t(`meetings.outcome.kind.${outcome}`), body, on && formatDate(on, language)]
                .filter(Boolean)
                .join(" · ")}
              {text && <span className="projector__words">{text}</span>}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

/** The text that is decided on, and how it stands; who gave what is on the meeting's page. */
function ProjectedDecision({ decision }: { decision: DecisionCardData }) {
  const { t } = useTranslation();
  const { text, answers, stated } = decision;
  return (
    <section className="projector__decision">
      <p className="projector__text">{text}</p>
      <p className="projector__result" role="status">
        {stated
          ? t(`meetings.projector.outcome.${stated.outcome}`)
          : t("meetings.projector.answered", {
              given: answers.filter(({ hasAnswered }) => hasAnswered).length,
              all: answers.length,
            })}
      </p>
    </section>
  );
}
