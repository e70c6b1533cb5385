import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import type { SuggestionData } from "../../protocol/suggestions-data";
import { formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { SettleSuggestion } from "./settle-suggestion";
import { ChangedSince, SuggestionText } from "./suggestion-text";

interface Props {
  slug: string;
  suggestion: SuggestionData;
  /** It was settled: what is shown should be asked for again. */
  onSettled: () => void;
  /** In a panel of the category itself. */
  isCompact?: boolean;
}

const FATE_BADGE = { accepted: "ok", declined: "change", withdrawn: undefined } as const;

/** One suggestion: what would change, who suggests it and why, and what became of it. */
export function SuggestionCard({ slug, suggestion, onSettled, isCompact = false }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, kind, fate, party, author, categoryId } = suggestion;
  const time = formatDateTime(suggestion.writtenAt, language);
  return (
    <li
      className={isCompact ? "suggestion" : "card suggestion"}
      id={isCompact ? undefined : `suggestion-${id}`}
    >
      <div className="suggestion__head">
        <strong>{t(`suggestions.what.${kind}`)}</strong>
        {suggestion.isExample && (
          <span title={t("suggestions.exampleHint")}>
            <Badge>{t("suggestions.example")}</Badge>
          </span>
        )}
        {fate ? (
          <Badge {...(FATE_BADGE[fate.fate] && { kind: FATE_BADGE[fate.fate]! })}>
            {t(`suggestions.fate.${fate.fate}`)}
          </Badge>
        ) : (
          <Badge kind="draft">{t("suggestions.waiting")}</Badge>
        )}
      </div>
      <SuggestionText suggestion={suggestion} />
      <p className="suggestion__who">
        {party
          ? t("suggestions.madeByParty", { party, name: author })
          : t("suggestions.madeBy", { name: author })}{" "}
        · <time dateTime={suggestion.writtenAt}>{time}</time>
      </p>
      {suggestion.reason ? (
        <p className="suggestion__reason">{suggestion.reason}</p>
      ) : (
        !isCompact && <p className="muted">{t("suggestions.noReason")}</p>
      )}
      {fate && <Fate fate={fate} />}
      {!fate && suggestion.hasChanged && <ChangedSince suggestion={suggestion} />}
      {!fate && <SettleSuggestion slug={slug} suggestion={suggestion} onSettled={onSettled} />}
      {!isCompact && categoryId && (
        <p>
          <a href={paths.draft(slug, categoryId)}>{t("suggestions.openCategory")}</a>
        </p>
      )}
    </li>
  );
}

function Fate({ fate }: { fate: NonNullable<SuggestionData["fate"]> }) {
  const { t } = useTranslation();
  const values = { name: fate.by, time: formatDateTime(fate.at, useLanguage()) };
  return (
    <div className="suggestion__fate">
      <p>
        {t(`suggestions.fate.${fate.fate}By`, values)}
        {fate.seq !== null && <span className="muted"> {t("suggestions.fate.seq", { seq: fate.seq })}</span>}
      </p>
      {fate.reason && <p className="suggestion__reason">{fate.reason}</p>}
    </div>
  );
}
