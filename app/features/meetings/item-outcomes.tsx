import { useTranslation } from "react-i18next";
import type { ItemView } from "../../protocol/meeting-data";
import { formatDate } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { DeedButton } from "./deed-form";

/** What came of the item, and what somebody is to do. */
export function ItemOutcomes({ item, mayRecord }: { item: ItemView; mayRecord: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { outcomes, actions } = item;
  if (outcomes.length + actions.length === 0) return null;
  const lines = [
    ...outcomes.map(({ eventId, outcome, body, on, text }) => ({
      eventId,
      head: t(`meetings.outcome.kind.${outcome}`),
      facts: [body, on && formatDate(on, language)],
      text,
    })),
    ...actions.map(({ eventId, text, body, due }) => ({
      eventId,
      head: t("meetings.action.head"),
      facts: [body, due && t("meetings.action.dueOn", { date: formatDate(due, language) })],
      text,
    })),
  ];
  return (
    <section className="meeting-outcomes" aria-labelledby="meeting-outcomes-title">
      <h3 id="meeting-outcomes-title">{t("meetings.outcome.title")}</h3>
      <ul>
        {lines.map(({ eventId, head, facts, text }) => (
          <li key={eventId}>
            <p>
              <strong>{head}</strong>
              {facts.filter(Boolean).map((fact) => ` · ${fact}`)}
              {text && <span className="meeting-outcomes__text">{text}</span>}
            </p>
            {mayRecord && (
              <DeedButton
                fields={{ intent: "withdraw-event", event: eventId }}
                variant="quiet"
                label={t("meetings.recent.undoOf", { what: head })}
              >
                {t("meetings.recent.undo")}
              </DeedButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
