import "../../styles/discussion.css";
import { useTranslation } from "react-i18next";
import type { CategoryTalk } from "../../../server/queries/category-discussion.server";
import { paths } from "../../paths";
import { SubjectDiscussion } from "../discussion/subject-discussion";
import { SuggestForm } from "../suggestions/suggest-form";
import { SuggestionCard } from "../suggestions/suggestion-card";

/** What can be suggested of a category that is there. */
const KINDS = ["rename", "move", "remove"] as const;

interface Props {
  slug: string;
  category: { id: string; label: string };
  talk: CategoryTalk;
  onChanged: () => void;
  onRead: () => void;
}

/** The panel's sections of suggestions and discussion. */
export default function TalkSections({ slug, category, talk, onChanged, onRead }: Props) {
  const { t } = useTranslation();
  const { suggestions, canSuggest } = talk;
  return (
    <>
      <section className="panel__section" aria-labelledby="panel-suggestions">
        <h3 id="panel-suggestions">{t("suggestions.title")}</h3>
        {suggestions.length === 0 && <p className="panel__hint">{t("suggestions.panel.none")}</p>}
        <ol className="suggestion-list">
          {suggestions.map((suggestion) => (
            <SuggestionCard
              key={suggestion.id}
              slug={slug}
              suggestion={suggestion}
              onSettled={onChanged}
              isCompact
            />
          ))}
        </ol>
        {canSuggest && (
          <details className="subject-talk__new">
            <summary className="button opener">{t("suggestions.form.title")}</summary>
            <SuggestForm slug={slug} kinds={KINDS} category={category} onSent={onChanged} />
          </details>
        )}
      </section>
      <section className="panel__section" aria-labelledby="panel-discussion">
        <h3 id="panel-discussion">{t("discussion.title")}</h3>
        <SubjectDiscussion
          slug={slug}
          action={paths.categoryDiscussion(slug, category.id)}
          data={talk}
          empty={t("discussion.empty.category")}
          onSent={onChanged}
          onRead={onRead}
        />
        <p>
          <a href={paths.discussion(slug)}>{t("discussion.wholePage")}</a>
        </p>
      </section>
    </>
  );
}
