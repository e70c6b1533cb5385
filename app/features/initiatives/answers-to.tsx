import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage, type Localized } from "../../domain/languages";
import { paths } from "../../paths";
import { useLanguage } from "../../ui/use-language";

/** Above a text: the initiatives that it answers. */
export function AnswersTo({ initiatives }: { initiatives: { slug: string; title: Localized }[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      {initiatives.map(({ slug, title }) => (
        <p key={slug}>
          {t("initiatives.response.answers")}:{" "}
          <Link to={paths.initiative(slug)}>{inLanguage(title, language)}</Link>
        </p>
      ))}
    </>
  );
}
