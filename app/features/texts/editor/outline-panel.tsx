import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

export interface OutlineLine {
  level: number;
  title: string;
}

interface Props {
  outline: OutlineLine[];
  /** Null while they are not counted. */
  words: number | null;
  /** Goes to the heading with this number; without it the reading page's own addresses do. */
  onGo?: (index: number) => void;
}

/** The address of a heading in a text that is only read. */
export const headingId = (index: number) => `heading-${index + 1}`;

/** The headings of a text and how long it is. On a narrow screen they wait behind a button. */
export function OutlinePanel({ outline, words, onGo }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="text-outline" data-open={isOpen} aria-label={t("texts.editor.outline.title")}>
      <button
        type="button"
        className="button text-outline__toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t("texts.editor.outline.title")}
      </button>
      <div id={id} className="text-outline__inside">
        <h2>{t("texts.editor.outline.title")}</h2>
        {outline.length === 0 ? (
          <p className="muted">{t("texts.editor.outline.empty")}</p>
        ) : (
          <ol>
            {outline.map(({ level, title }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: headings are known by their place; titles may be the same
              <li key={index} data-level={level}>
                {onGo ? (
                  <button
                    type="button"
                    onClick={() => {
                      setOpen(false);
                      onGo(index);
                    }}
                  >
                    {title}
                  </button>
                ) : (
                  <a href={`#${headingId(index)}`}>{title}</a>
                )}
              </li>
            ))}
          </ol>
        )}
      </div>
      <p className="muted text-outline__words">
        {words !== null && t("texts.editor.words", { count: words })}
      </p>
    </section>
  );
}
