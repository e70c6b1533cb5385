import { useTranslation } from "react-i18next";
import { compareLabels } from "../../domain/split/words";
import type { CategoryText } from "../../domain/suggestions";
import { changedFields } from "../../domain/suggestions";
import type { SuggestionData } from "../../protocol/suggestions-data";
import { RedWords } from "../drafts/red-words";

/** What would change, as the tables' slides show it: new words underlined, old ones struck through. */
export function SuggestionText({ suggestion }: { suggestion: SuggestionData }) {
  const { t } = useTranslation();
  const { kind, base, change } = suggestion;
  const label = base?.label ?? "";
  if (kind === "add")
    return (
      <>
        <p className="suggestion__label">
          <ins className="word-added">{change.label}</ins>
        </p>
        {change.sides && (
          <p className="muted">{t("suggestions.addedTo", { side: t(`board.side.${change.sides}`) })}</p>
        )}
      </>
    );
  return (
    <>
      <p className="suggestion__label">
        {kind === "rename" && <RedWords segments={compareLabels(label, change.label ?? "")} />}
        {kind === "move" && label}
        {kind === "remove" && <del className="word-removed">{label}</del>}
      </p>
      {kind === "move" && base && change.sides && (
        <p>
          {t("suggestions.moved", {
            before: t(`board.side.${base.sides}`),
            after: t(`board.side.${change.sides}`),
          })}
        </p>
      )}
    </>
  );
}

/** How the category differs now from what it was when the change was suggested. */
export function ChangedSince({ suggestion }: { suggestion: SuggestionData }) {
  const { t } = useTranslation();
  const { base, now } = suggestion;
  if (!base) return null;
  const words = (text: CategoryText, field: keyof CategoryText) => {
    if (field === "sides") return t(`board.side.${text.sides}`);
    if (field === "status") return t(`board.panel.statusText.${text.status}`);
    return text[field] || t("suggestions.changed.nothing");
  };
  return (
    <div className="notice notice--warning">
      <div>
        <p>
          <strong>{t("suggestions.changed.title")}.</strong> {t("suggestions.changed.lead")}
        </p>
        {!now && <p>{t("suggestions.changed.gone")}</p>}
        {now && (
          <dl className="suggestion__changes">
            {changedFields(base, now).map((field) => (
              <div key={field}>
                <dt>{t(`suggestions.changed.${field}`)}</dt>
                <dd>
                  {field === "label" || field === "rationale" ? (
                    <RedWords segments={compareLabels(base[field], now[field])} />
                  ) : (
                    t("suggestions.moved", { before: words(base, field), after: words(now, field) })
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </div>
  );
}
