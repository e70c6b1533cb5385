import "../../styles/files.css";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";

const FORMATS = ["docx", "pdf", "html", "md"] as const;

/** The four ways out of a draft, or of one version of it. Native, so that it works without JavaScript. */
export function ExportMenu({ slug, version }: { slug: string; version?: number }) {
  const { t } = useTranslation();
  return (
    <details className="export-menu">
      <summary className="button">{t("files.export.title")}</summary>
      <div className="export-menu__list">
        {FORMATS.map((format) => (
          // A file, not a page: the router must not follow it.
          <a key={format} href={paths.exportDraft(slug, format, version)} download>
            {t(`files.export.${format}`)}
          </a>
        ))}
        <p className="muted">{t("files.export.hint")}</p>
      </div>
    </details>
  );
}
