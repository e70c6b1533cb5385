import { useTranslation } from "react-i18next";
import type { EditedFact } from "../../domain/minutes/facts";

/** Facts of the records that the polished text tells otherwise (rule Y2). */
export function EditedFacts({ edited }: { edited: EditedFact[] }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="minutes-facts">
      <h2 id="minutes-facts">{t("minutes.facts.title")}</h2>
      {edited.length === 0 ? (
        <p>{t("minutes.facts.none")}</p>
      ) : (
        <ul className="minutes-facts">
          {edited.map(({ derived, stands }) => (
            <li key={derived} className="minutes-fact">
              <p>
                <span className="minutes-fact__label">{t("minutes.facts.derived")}</span> {derived}
              </p>
              <p>
                {stands ? (
                  <>
                    <span className="minutes-fact__label">{t("minutes.facts.stands")}</span> {stands}
                  </>
                ) : (
                  <strong>{t("minutes.facts.gone")}</strong>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
