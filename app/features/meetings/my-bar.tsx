import { useTranslation } from "react-i18next";
import type { MeetingData } from "../../protocol/meeting-data";
import { DeedButton } from "./deed-form";

type MyPart = Pick<MeetingData, "me" | "may" | "queue" | "meeting">;

/** What I do here: take my seat, ask for the floor, leave. Large, because it is pressed in a hurry. */
export function MyBar({ data }: { data: MyPart }) {
  const { t } = useTranslation();
  const { me, may, meeting } = data;
  if (meeting.state !== "open" || !may.attend) return null;
  if (!me.isPresent)
    return (
      <div className="card my-bar" tabIndex={-1} data-focus-home>
        <p>{t("meetings.mine.notHere")}</p>
        <DeedButton key="take" fields={{ intent: "take-seat" }} variant="primary" isBig>
          {t("meetings.mine.takeSeat")}
        </DeedButton>
      </div>
    );
  return (
    <div className="card my-bar" tabIndex={-1} data-focus-home>
      {may.speak && <FloorButtons data={data} />}
      <DeedButton
        key="leave"
        fields={{ intent: "leave-seat" }}
        variant="quiet"
        className={may.speak && !me.turnId ? "my-bar__half" : undefined}
      >
        {t("meetings.mine.leaveSeat")}
      </DeedButton>
    </div>
  );
}

/** Each button has a key: none turns into another under the finger. */
function FloorButtons({ data: { me, queue } }: { data: MyPart }) {
  const { t } = useTranslation();
  const own = queue.find(({ turnId }) => turnId === me.turnId);
  if (!own)
    return (
      <>
        <DeedButton key="ask" fields={{ intent: "ask-floor" }} variant="primary" isBig>
          {t("meetings.mine.askFloor")}
        </DeedButton>
        <DeedButton key="point" fields={{ intent: "ask-floor", pointOfOrder: "on" }} className="my-bar__half">
          {t("meetings.mine.pointOfOrder")}
        </DeedButton>
      </>
    );
  if (own.givenAt)
    return (
      <>
        <p role="status">
          <strong>{t("meetings.mine.speaking")}</strong>
        </p>
        <DeedButton key="end" fields={{ intent: "end-floor", turn: own.turnId }} isBig>
          {t("meetings.mine.endFloor")}
        </DeedButton>
      </>
    );
  const before = queue.filter(({ givenAt }) => !givenAt).findIndex(({ turnId }) => turnId === own.turnId);
  return (
    <>
      <p>{t("meetings.mine.waiting", { place: before + 1 })}</p>
      <DeedButton key="withdraw" fields={{ intent: "withdraw-floor", turn: own.turnId }} isBig>
        {t("meetings.mine.withdrawFloor")}
      </DeedButton>
    </>
  );
}
