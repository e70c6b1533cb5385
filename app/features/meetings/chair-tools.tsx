import { useTranslation } from "react-i18next";
import type { MeetingData } from "../../protocol/meeting-data";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { useLanguage } from "../../ui/use-language";
import { DeedButton, DeedForm } from "./deed-form";
import { itemName } from "./meeting-words";

interface Props {
  data: MeetingData;
  shownId: string | null;
}

/** What the chair does to the meeting itself: opens it, moves it on, jumps, closes. */
export function ChairTools({ data, shownId }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { meeting, items, may } = data;
  if (!may.lead) return null;
  if (meeting.state === "planned")
    return (
      <div className="chair-tools" tabIndex={-1} data-focus-home>
        <DeedButton fields={{ intent: "open" }} variant="primary">
          {t("meetings.chair.open")}
        </DeedButton>
      </div>
    );
  if (meeting.state === "closed")
    return (
      <div className="chair-tools" tabIndex={-1} data-focus-home>
        <DeedButton fields={{ intent: "reopen" }}>{t("meetings.chair.reopen")}</DeedButton>
      </div>
    );
  if (meeting.state !== "open") return null;
  const from = meeting.currentItemId ?? "";
  const at = items.findIndex(({ id }) => id === from);
  const next = items[at + 1];
  const previous = items[at - 1];
  const shown = items.find(({ id }) => id === shownId);
  return (
    <>
      <div className="chair-tools" tabIndex={-1} data-focus-home>
        {shown && shown.id !== from ? (
          <DeedButton
            name="move"
            fields={{ intent: "move", from, to: shown.id }}
            variant="primary"
            label={t("meetings.chair.moveHereOf", { item: itemName(shown, language) })}
          >
            {t("meetings.chair.moveHere")}
          </DeedButton>
        ) : (
          next && (
            <DeedButton
              name="move"
              fields={{ intent: "move", from, to: next.id }}
              variant="primary"
              label={t("meetings.chair.nextOf", { item: itemName(next, language) })}
            >
              {t("meetings.chair.next")}
            </DeedButton>
          )
        )}
        {previous && shown?.id === from && (
          <DeedButton
            name="move-back"
            fields={{ intent: "move", from, to: previous.id }}
            label={t("meetings.chair.previousOf", { item: itemName(previous, language) })}
          >
            {t("meetings.chair.previous")}
          </DeedButton>
        )}
        <DeedButton fields={{ intent: "close" }} variant={next ? "danger" : "primary"}>
          {t("meetings.chair.close")}
        </DeedButton>
      </div>
      <EndedEarlier />
    </>
  );
}

/** For a meeting that was left open: when it really ended. */
function EndedEarlier() {
  const { t } = useTranslation();
  return (
    <details className="record-form">
      <summary>{t("meetings.chair.endedEarlier")}</summary>
      <DeedForm name="close earlier" fields={{ intent: "close" }} label={t("meetings.chair.endedEarlier")}>
        {({ at, typed }) => (
          <>
            <Field
              name="time"
              type="time"
              required
              label={t("meetings.chair.endedAt")}
              hint={t("meetings.chair.endedHint")}
              error={at("time")}
              defaultValue={typed("time")}
            />
            <Button type="submit">{t("meetings.chair.recordEnd")}</Button>
          </>
        )}
      </DeedForm>
    </details>
  );
}
