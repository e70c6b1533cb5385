import "../../styles/drafts.css";
import "../../styles/meetings.css";
import "../../styles/meetings-people.css";
import { useTranslation } from "react-i18next";
import type { SeatPageData } from "../../../server/queries/seat-page.server";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { EmptyState, Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { AnswerForms } from "../decisions/answer-forms";
import { useAnswer } from "../session/use-answer";
import { DeedsOf } from "./deeds";
import { StatePill } from "./meeting-head";
import { itemName } from "./meeting-words";
import { MyBar } from "./my-bar";
import { SpeakingQueue } from "./speaking-queue";
import { useAskAgain } from "./use-ask-again";

interface Props extends SeatPageData {
  token: string;
  formKey: string;
}

/** A telephone that is no signed-in browser has no socket: it asks this often. Milliseconds. */
const EVERY = 3000;

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
  useAskAgain(EVERY);
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
      {shown?.decisions
        .filter(({ state }) => state === "open")
        .map((card) => (
          <section key={card.id} className="card" aria-label={t("meetings.seat.position")}>
            <p className="meeting-side__title">{t("meetings.seat.position")}</p>
            <p className="meeting-proposal__words">{card.text}</p>
            <AnswerForms card={card} withStatement={false} />
          </section>
        ))}
      <MyBar data={data} />
      <SpeakingQueue data={data} />
    </main>
  );
}

/** The link opens nothing any more. */
export function ClosedSeatPage() {
  const { t } = useTranslation();
  return (
    <Page narrow title={t("meetings.seat.title")}>
      <EmptyState title={t("meetings.seat.goneTitle")}>{t("meetings.seat.gone")}</EmptyState>
    </Page>
  );
}
