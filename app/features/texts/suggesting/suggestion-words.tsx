import { useTranslation } from "react-i18next";
import type { TextSuggestionKind } from "../../../domain/text/suggestion-list";
import type { SuggestionAuthor } from "../../../protocol/text-data";
import { formatDateTime } from "../../../ui/format";
import { useLanguage } from "../../../ui/use-language";

interface Words {
  removed: string;
  added: string;
  before?: string;
  after?: string;
  kind?: TextSuggestionKind;
}

/** What a suggestion takes away and puts in, between the words around it; told in words besides the colours. */
export function SuggestionWords({ removed, added, before = "", after = "", kind }: Words) {
  const { t } = useTranslation();
  if (!removed.trim() && !added.trim()) return <p className="muted">{t("texts.suggesting.noWords")}</p>;
  return (
    <>
      {kind === "structure" && <p className="muted">{t("texts.suggesting.noWords")}</p>}
      <p className="suggest-words">
        {before && <span className="muted">{before}</span>}
        {removed && (
          <>
            <span className="visually-hidden"> {t("texts.suggesting.removes")} </span>
            <del className="word-removed">{removed}</del>
          </>
        )}
        {added && (
          <>
            <span className="visually-hidden"> {t("texts.suggesting.adds")} </span>
            <ins className="word-added">{added}</ins>
          </>
        )}
        {after && <span className="muted">{after}</span>}
      </p>
    </>
  );
}

/** "Esitti: Liperi (Liperin edustaja) · time"; what the server has not told yet was made just now. */
export function SuggestedBy({ author }: { author: SuggestionAuthor | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!author)
    return (
      <p className="suggestion__who">
        {t("texts.suggesting.byUnknown")} · {t("texts.suggesting.now")}
      </p>
    );
  const { party, author: name, madeAt, color } = author;
  return (
    <p
      className="suggestion__who suggest-by"
      style={color === null ? undefined : ({ "--suggested": `var(--party-${color})` } as object)}
    >
      {party ? t("texts.suggesting.byParty", { party, name }) : t("texts.suggesting.by", { name })} ·{" "}
      <time dateTime={madeAt}>{formatDateTime(madeAt, language)}</time>
    </p>
  );
}
