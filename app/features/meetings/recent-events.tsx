import type { ParseKeys } from "i18next";
import { useTranslation } from "react-i18next";
import type { MeetingData } from "../../protocol/meeting-data";
import { formatTime } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { DeedButton } from "./deed-form";

/** What was recorded last, each with its undo: a withdrawn event stays in the log and counts no more. */
export function RecentEvents({ recent }: { recent: MeetingData["recent"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (recent.length === 0) return null;
  return (
    <details className="card meeting-recent" tabIndex={-1} data-focus-home>
      <summary>{t("meetings.recent.title")}</summary>
      <p className="muted">{t("meetings.recent.hint")}</p>
      <ol>
        {recent.map(({ eventId, kind, at, participant, item }) => {
          const words = [
            formatTime(at, language),
            t(`meetings.recent.kind.${kind}` as ParseKeys as "meetings.recent.kind.arrived"),
            participant,
            item !== null && t("meetings.recent.item", { number: item }),
          ]
            .filter(Boolean)
            .join(" · ");
          return (
            <li key={eventId}>
              <span>{words}</span>
              <DeedButton
                fields={{ intent: "withdraw-event", event: eventId }}
                variant="quiet"
                label={t("meetings.recent.undoOf", { what: words })}
              >
                {t("meetings.recent.undo")}
              </DeedButton>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
