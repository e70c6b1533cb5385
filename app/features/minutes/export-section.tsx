import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MinutesPage } from "../../../server/queries/minutes-page.server";
import { inLanguage, LANGUAGES } from "../../domain/languages";
import { paths } from "../../paths";
import { useLanguage } from "../../ui/use-language";

/** Files of the minutes in each language, and extracts by item and by party. */
export function ExportSection({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { slug } = page.meeting;
  return (
    <section className="card" aria-labelledby="minutes-exports">
      <h2 id="minutes-exports">{t("minutes.page.exports")}</h2>
      <ul className="minutes-files">
        {LANGUAGES.flatMap((one) =>
          (["pdf", "docx"] as const).map((format) => (
            <li key={`${one} ${format}`}>
              {/* Files, not pages: the router must not follow them. */}
              <a href={paths.apiMinutes(slug, format, one)}>
                {t(`minutes.page.${format}`, { language: one })}
              </a>
            </li>
          )),
        )}
        <li>
          <a href={`${paths.apiMinutes(slug, "pdf", language)}&copy=public`}>
            {t("minutes.page.publicCopy")}
          </a>
        </li>
        <li>
          <a href={paths.apiMinutes(slug, "json", language)}>{t("minutes.page.json")}</a>
        </li>
        <li>
          <a href={paths.attendanceCsv(slug)}>{t("minutes.page.attendanceCsv")}</a>
        </li>
      </ul>
      <details>
        <summary>{t("minutes.page.extracts")}</summary>
        <ul className="minutes-files">
          {page.items.map(({ id, number, title }) => (
            <li key={id}>
              <Link to={paths.minutesExtract(slug, { item: id })}>
                {t("minutes.page.extractItem", { number, title: inLanguage(title, language) })}
              </Link>
            </li>
          ))}
          {page.parties.map(({ slug: party, name }) => (
            <li key={party}>
              <Link to={paths.minutesExtract(slug, { party })}>
                {t("minutes.page.extractParty", { party: inLanguage(name, language) })}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
