import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import type { Category } from "../../domain/split/split";
import { paths } from "../../paths";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { type CardTalk, CardTalkMarks } from "./card-talk";

/** The panel while no category is chosen: what comes here. */
export function EmptyPanel() {
  const { t } = useTranslation();
  return (
    <aside className="board-panel board-panel--empty" aria-label={t("board.panel.name")}>
      <p className="panel__empty">
        <strong>{t("board.panel.none")}</strong>
        {t("board.panel.noneHint")}
      </p>
    </aside>
  );
}

interface Props {
  category: Category;
  wish: string | undefined;
  slug: string;
  talk: CardTalk | undefined;
  closeHref: string;
}

/** One category read page by page: before live editing is there, and where it never comes. */
export function StaticPanel({ category, wish, slug, talk, closeHref }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const facts: [string, string | null, string][] = [
    [t("board.panel.side"), t(`board.side.${category.sides}`), ""],
    ...(category.question
      ? ([[t("board.panel.question"), category.question.text || "?", ""]] as [string, string, string][])
      : []),
    [t("board.panel.rationale"), inLanguage(category.rationale, language), t("board.panel.noRationale")],
    [t("board.panel.legalBasis"), category.legalBasis, t("board.panel.noLegalBasis")],
    [t("board.panel.wish"), wish ?? null, t("board.panel.noWish")],
    [t("board.panel.status"), t(`board.panel.statusText.${category.status}`), ""],
  ];
  return (
    <aside className="board-panel" aria-label={t("board.panel.name")}>
      <div className="panel__top">
        {category.question && <Badge kind="question">? {t("board.openQuestion")}</Badge>}
        <a className="button button--quiet" href={closeHref}>
          {t("common.close")}
        </a>
      </div>
      <h2 className="panel__title">{inLanguage(category.label, language) || t("board.unnamed")}</h2>
      <dl>
        {facts.map(([name, words, nothing]) => (
          <div key={name} className="panel__section">
            <dt className="panel__label">{name}</dt>
            <dd className={words ? undefined : "panel__nothing"}>{words || nothing}</dd>
          </div>
        ))}
      </dl>
      <p className="panel__section">
        <a href={paths.discussion(slug)}>{t("discussion.title")}</a>
        {talk && <CardTalkMarks talk={talk} />} ·{" "}
        <a href={paths.suggestions(slug)}>{t("suggestions.title")}</a>
      </p>
    </aside>
  );
}
