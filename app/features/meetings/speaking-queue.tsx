import { useTranslation } from "react-i18next";
import type { MeetingData, TurnLine } from "../../protocol/meeting-data";
import { DeedButton } from "./deed-form";
import { minutesAndSeconds, secondsBetween, useServerClock } from "./use-server-clock";

type QueuePart = Pick<MeetingData, "queue" | "may" | "spoken" | "meeting" | "now">;

/** Who speaks and who waits: points of order first, then as they asked; the chair gives the floor. */
export function SpeakingQueue({ data }: { data: QueuePart }) {
  const { t } = useTranslation();
  const { queue, may, spoken, meeting } = data;
  return (
    <section
      className="card meeting-queue"
      tabIndex={-1}
      data-focus-home
      aria-labelledby="meeting-queue-title"
    >
      <h2 id="meeting-queue-title" className="meeting-side__title">
        {t("meetings.queue.title")}
      </h2>
      {queue.length === 0 ? (
        <p className="muted">
          {t(meeting.state === "open" ? "meetings.queue.empty" : "meetings.queue.closed")}
        </p>
      ) : (
        <ol className="meeting-queue__list">
          {queue.map((turn) => (
            <Turn
              key={turn.turnId}
              turn={turn}
              now={data.now}
              mayLead={may.lead && meeting.state === "open"}
            />
          ))}
        </ol>
      )}
      {spoken.length > 0 && (
        <details className="meeting-queue__spoken">
          <summary>{t("meetings.queue.spoken")}</summary>
          <ul>
            {spoken.map(({ party, turns, seconds }) => (
              <li key={party}>
                <span>{party}</span>
                <span>
                  {t("meetings.queue.turns", { count: turns })} · {minutesAndSeconds(seconds)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Turn({ turn, now, mayLead }: { turn: TurnLine; now: string; mayLead: boolean }) {
  const { t } = useTranslation();
  const { turnId, name, party, isPointOfOrder, givenAt } = turn;
  const who = party ?? name;
  return (
    <li className={givenAt ? "meeting-turn meeting-turn--speaks" : "meeting-turn"}>
      <span className="meeting-turn__who">
        <strong>{who}</strong>
        {party && <span className="meeting-turn__name">{name}</span>}
        {isPointOfOrder && <span className="badge badge--question">{t("meetings.queue.pointOfOrder")}</span>}
      </span>
      {givenAt && (
        <span className="meeting-turn__time">
          {t("meetings.queue.speaks")} <TurnTimer since={givenAt} now={now} />
        </span>
      )}
      {mayLead &&
        (givenAt ? (
          <DeedButton
            fields={{ intent: "end-floor", turn: turnId }}
            label={t("meetings.queue.endOf", { who })}
          >
            {t("meetings.queue.end")}
          </DeedButton>
        ) : (
          <DeedButton
            fields={{ intent: "give-floor", turn: turnId }}
            label={t("meetings.queue.giveOf", { who })}
          >
            {t("meetings.queue.give")}
          </DeedButton>
        ))}
    </li>
  );
}

/** How long a turn has gone on, by the server's clock. Not read aloud as it goes. */
export function TurnTimer({ since, now }: { since: string; now: string }) {
  const clock = useServerClock(now);
  return (
    <span className="meeting-timer" role="timer" aria-live="off">
      {minutesAndSeconds(secondsBetween(since, clock))}
    </span>
  );
}
