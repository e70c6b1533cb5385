import "../../styles/background.css";
import { useTranslation } from "react-i18next";
import type { BackgroundSection } from "../../../db/schema/tables";
import type { DraftFrame } from "../../../server/queries/draft-frame.server";
import { inLanguage, type Localized } from "../../domain/languages";
import { EmptyState } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DraftPage } from "./draft-page";

/** The facts a draft is prepared on, each body of them with its source. */
export function BackgroundPage({ frame, sections }: { frame: DraftFrame; sections: BackgroundSection[] }) {
  const { t } = useTranslation();
  return (
    <DraftPage frame={frame} title={t("drafts.background.title")} lead={t("drafts.background.lead")}>
      {sections.length === 0 ? (
        <EmptyState title={t("drafts.background.emptyTitle")}>{t("drafts.background.emptyText")}</EmptyState>
      ) : (
        <div className="background">
          {sections.map((section) => (
            <Section key={section.title.fi} section={section} />
          ))}
        </div>
      )}
    </DraftPage>
  );
}

function Section({ section }: { section: BackgroundSection }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="card background__section">
      <h3 lang={languageOf(section.title, language)}>{inLanguage(section.title, language)}</h3>
      <ul>
        {section.items.map((item) => (
          <li key={item.fi} lang={languageOf(item, language)}>
            {inLanguage(item, language)}
          </li>
        ))}
      </ul>
      {section.source && (
        <p className="background__source">{t("drafts.background.source", { source: section.source })}</p>
      )}
    </section>
  );
}

/** The language of the words that are shown: Finnish stands in where a translation is missing. */
function languageOf(text: Localized, language: "fi" | "sv" | "en") {
  return text[language] ? language : "fi";
}
