import { useTranslation } from "react-i18next";
import { isSafeHref, type SourceNoteAttrs } from "../../domain/text/text";

interface Props {
  sources: Pick<SourceNoteAttrs, "text" | "href">[];
  /** Before the number in the id of each. */
  idPrefix: string;
}

/** The sources at the end of a text: their numbers are their places. */
export function SourceList({ sources, idPrefix }: Props) {
  const { t } = useTranslation();
  if (sources.length === 0) return null;
  return (
    <section className="text-sources" aria-label={t("texts.view.sources")}>
      <h2>{t("texts.view.sources")}</h2>
      <ol>
        {sources.map(({ text, href }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source is known by its number
          <li key={index} id={`${idPrefix}${index + 1}`}>
            {text}{" "}
            {href && isSafeHref(href) && (
              <a href={href} rel="noopener noreferrer nofollow">
                {href}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
