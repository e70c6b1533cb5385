import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import type { AgendaLine } from "../../protocol/meeting-data";
import { useLanguage } from "../../ui/use-language";
import { itemMinutes } from "./meeting-words";
import { useServerClock } from "./use-server-clock";

interface Props {
  slug: string;
  items: AgendaLine[];
  shownId: string | null;
  currentId: string | null;
  isOpen: boolean;
  /** The server's time when the page was read. */
  now: string;
}

/** The agenda, each item a link. On a narrow screen only what is near the current item, until the rest is asked for. */
export function AgendaList({ slug, items, shownId, currentId, isOpen, now }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const clock = useServerClock(now, 20_000);
  const place = items.findIndex(({ id }) => id === (shownId ?? currentId));
  return (
    <nav className="card meeting-agenda" aria-labelledby="meeting-agenda-title">
      <h2 id="meeting-agenda-title" className="meeting-side__title">
        {t("meetings.agenda.title")}
      </h2>
      {items.length === 0 && <p className="muted">{t("meetings.agenda.empty")}</p>}
      <ol>
        {items.map((item, index) => {
          const minutes = itemMinutes(item, clock);
          const isNear = Math.abs(index - Math.max(0, place)) <= 1 || item.id === currentId;
          return (
            <li key={item.id} className={isNear ? "meeting-agenda__item" : "meeting-agenda__item is-far"}>
              <Link
                // The current item is followed, any other is only looked at.
                to={paths.meeting(slug, item.id === currentId ? undefined : item.id)}
                className={`meeting-agenda__link meeting-agenda__link--${item.state}`}
                aria-current={item.id === shownId ? "true" : undefined}
                preventScrollReset
              >
                <span className="meeting-agenda__number">{item.number}</span>
                <span className="meeting-agenda__name">{inLanguage(item.title, language)}</span>
                <span className="meeting-agenda__mark">
                  {minutes !== null && t("meetings.agenda.minutes", { count: minutes })}{" "}
                  {item.state === "done" && (
                    <>
                      <span aria-hidden="true">✓</span>
                      <span className="visually-hidden">{t("meetings.agenda.done")}</span>
                    </>
                  )}
                  {item.id === currentId && isOpen && (
                    <span className="meeting-agenda__now">{t("meetings.agenda.now")}</span>
                  )}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
      {items.length > 3 && (
        <label className="check meeting-agenda__all">
          <input type="checkbox" />
          <span>{t("meetings.agenda.all", { count: items.length })}</span>
        </label>
      )}
    </nav>
  );
}
