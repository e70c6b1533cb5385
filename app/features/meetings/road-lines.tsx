import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import type { RoadLine } from "../../protocol/meeting-data";
import { formatDate } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";

const MARKS = { done: "✓", now: "●", planned: "○", cancelled: "×" };

/** The road of the item's matter: where it has been, where it is and where it goes. */
export function RoadLines({ road }: { road: RoadLine[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (road.length === 0) return null;
  return (
    <section className="card meeting-road" aria-labelledby="meeting-road-title">
      <h2 id="meeting-road-title" className="meeting-side__title">
        {t("meetings.road.title")}
      </h2>
      <ol>
        {road.map(({ id, body, happensOn, mark }) => (
          <li key={id} className={`meeting-road__step meeting-road__step--${mark}`}>
            <span aria-hidden="true">{MARKS[mark]}</span>
            <span>
              {happensOn && `${formatDate(happensOn, language)} `}
              {inLanguage(body, language)}
              <span className="visually-hidden"> ({t(`meetings.road.mark.${mark}`)})</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
