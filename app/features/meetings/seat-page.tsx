import "../../styles/drafts.css";
import "../../styles/meetings.css";
import "../../styles/meetings-people.css";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import type { MeetingData } from "../../protocol/meeting-data";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { useAnswer } from "../session/use-answer";
import { DeedsOf } from "./deeds";
import { StatePill } from "./meeting-head";
import { itemName } from "./meeting-words";
import { MyBar } from "./my-bar";
import { SpeakingQueue } from "./speaking-queue";
import { useFreshSeat } from "./use-fresh-seat";

interface Props {
  token: string;
  name: string;
  data: MeetingData;
  formKey: string;
}

/** One's own seat on a telephone: the current item, the floor, and the party's position. */
export function SeatPage({ token, formKey, ...rest }: Props) {
  return (
    <DeedsOf action={paths.seat(token)} route="routes/seats.$token" formKey={formKey}>
      <SeatBody {...rest} />
    </DeedsOf>
  );
}

function SeatBody({ name, data }: Omit<Props, "token" | "formKey">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { meeting, shown } = data;
  useFreshSeat();
  const { general } = useAnswer();
  const proposal = shown && inLanguage(shown.proposal, language);
  return (
    <main id="content" className="page page--narrow seat-page" tabIndex={-1}>
      <p className="muted">
        {inLanguage(meeting.table.name, language)} {meetingNumber(meeting)} <StatePill meeting={meeting} />
      </p>
      <p>{t("meetings.seat.yours", { name })}</p>
      {general && <Notice kind="error">{general}</Notice>}
      <section className="card seat-page__item" aria-labelledby="seat-item" aria-live="polite">
        <p className="meeting-side__title">{t("meetings.seat.current")}</p>
        <h1 id="seat-item">{shown ? itemName(shown, language) : t("meetings.seat.nothing")}</h1>
        {proposal && <p className="meeting-proposal__words">{proposal}</p>}
      </section>
      <MyBar data={data} />
      <SpeakingQueue data={data} />
    </main>
  );
}
