import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import type { ItemView, MeetingData } from "../../protocol/meeting-data";
import { formatDate, formatTime } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { BoardChanges } from "./board-changes";
import { FreshOn } from "./fresh-on";
import { Handling } from "./handling";
import { ItemDecisions } from "./item-decisions";
import { ItemOutcomes } from "./item-outcomes";
import { itemName } from "./meeting-words";
import { RecordForms } from "./record-forms";
import { ITEM_ID } from "./use-follow";

interface Props {
  item: ItemView;
  data: MeetingData;
}

/** The item that is looked at, in the order of the record: proposal, handling, changes, what came of it. */
export function ItemSection({ item, data }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { meeting, may } = data;
  const isOpen = item.openSince !== null;
  const proposal = inLanguage(item.proposal, language);
  return (
    <section
      id={ITEM_ID}
      className="card meeting-item"
      tabIndex={-1}
      data-focus-home
      aria-labelledby="meeting-item-title"
    >
      <h2 id="meeting-item-title">{itemName(item, language)}</h2>
      {item.presenter && <p className="muted">{t("meetings.item.presenter", { name: item.presenter })}</p>}
      {item.attachments.length > 0 && (
        <ul className="meeting-item__attachments">
          {item.attachments.map(({ id, number, title, kind, href, version }) => {
            const words = version === null ? title : t("meetings.item.version", { title, number: version });
            return (
              <li key={id}>
                {t("meetings.item.attachment", { number })}{" "}
                {kind === "file" ? (
                  // A file, not a page: the router must not follow it.
                  <a href={href}>{words}</a>
                ) : (
                  <Link to={href}>{words}</Link>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {proposal && (
        <section className="meeting-proposal" aria-labelledby="meeting-proposal-title">
          <h3 id="meeting-proposal-title">{t(`meetings.item.proposal.${meeting.recordKind}`)}</h3>
          <p className="meeting-proposal__words">{proposal}</p>
        </section>
      )}
      <Handling item={item} mayWrite={may.writeHandling} />
      {item.draft && <FreshOn key={item.draft.documentId} documentId={item.draft.documentId} />}
      <BoardChanges item={item} isOpen={isOpen} mayEdit={may.editDraft} />
      <ItemDecisions key={`decisions ${item.id}`} item={item} data={data} />
      <ItemOutcomes item={item} mayRecord={may.record} />
      {item.kind === "comingMeetings" && <NextMeetings meetings={data.nextMeetings} />}
      {may.record && meeting.state === "open" && <RecordForms key={`record ${item.id}`} item={item} />}
    </section>
  );
}

/** The meetings that were set in this one. */
function NextMeetings({ meetings }: { meetings: MeetingData["nextMeetings"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="meeting-next" aria-labelledby="meeting-next-title">
      <h3 id="meeting-next-title">{t("meetings.next.title")}</h3>
      {meetings.length === 0 ? (
        <p className="muted">{t("meetings.next.empty")}</p>
      ) : (
        <ul>
          {meetings.map(({ slug, startsAt, endsAt, isInPerson, place }) => (
            <li key={slug}>
              <Link to={paths.meeting(slug)}>
                {formatDate(startsAt, language)} {formatTime(startsAt, language)}–
                {endsAt && formatTime(endsAt, language)}
              </Link>
              {[place, isInPerson && t("meetings.next.inPerson")]
                .filter(Boolean)
                .map((words) => `, ${words}`)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
