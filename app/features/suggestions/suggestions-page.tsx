import "../../styles/discussion.css";
import { useRevalidator } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SuggestionsPage as Page } from "../../../server/queries/suggestions-page.server";
import { useFreshPage } from "../../collab/use-document-news";
import { inLanguage } from "../../domain/languages";
import { SUGGESTION_KINDS } from "../../domain/suggestions";
import { SelectField } from "../../ui/field";
import { EmptyState } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import type { SentForm } from "../discussion/use-sent-form";
import { DraftPage } from "../drafts/draft-page";
import { SuggestForm } from "./suggest-form";
import { SuggestionCard } from "./suggestion-card";

interface Props extends Page {
  /** The category that a new suggestion is about, from the address. */
  about: string | null;
}

/** Suggestions that wait, those that were settled with their fate, and a form for the next. */
export function SuggestionsPage({ frame, waiting, settled, canSuggest, categories, about }: Props) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  useFreshPage(frame.documentId, ["suggestions", "text"]);
  const cards = (list: Page["waiting"]) => (
    <ol className="suggestion-list">
      {list.map((suggestion) => (
        <SuggestionCard
          key={suggestion.id}
          slug={frame.slug}
          suggestion={suggestion}
          onSettled={revalidate}
        />
      ))}
    </ol>
  );
  return (
    <DraftPage frame={frame} title={t("suggestions.title")} lead={t("suggestions.lead")}>
      <div className={canSuggest ? "draft-columns" : undefined}>
        <div>
          {waiting.length + settled.length === 0 ? (
            <EmptyState title={t("suggestions.emptyTitle")}>
              {canSuggest && t("suggestions.emptyText")}
            </EmptyState>
          ) : (
            <section aria-labelledby="waiting">
              <h3 id="waiting">{t("suggestions.waiting")}</h3>
              {waiting.length === 0 ? (
                <p className="muted">{t("suggestions.nothingWaits")}</p>
              ) : (
                cards(waiting)
              )}
            </section>
          )}
          {settled.length > 0 && (
            <section aria-labelledby="settled" className="draft-section">
              <h3 id="settled">{t("suggestions.settled")}</h3>
              {cards(settled)}
            </section>
          )}
        </div>
        {canSuggest && (
          <section className="card" aria-labelledby="new-suggestion">
            <h3 id="new-suggestion">{t("suggestions.form.title")}</h3>
            <SuggestForm
              slug={frame.slug}
              kinds={SUGGESTION_KINDS}
              onSent={revalidate}
              choice={(form) => <CategoryChoice form={form} categories={categories} about={about} />}
            />
          </section>
        )}
      </div>
    </DraftPage>
  );
}

type ChoiceProps = Pick<Props, "categories" | "about"> & { form: Pick<SentForm<object>, "at" | "typed"> };

function CategoryChoice({ form, categories, about }: ChoiceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <SelectField
      name="category"
      label={t("suggestions.form.category")}
      hint={t("suggestions.form.onlyAdd")}
      error={form.at("category")}
      defaultValue={form.typed("category", about ?? "")}
    >
      <option value="">{t("suggestions.form.choose")}</option>
      {categories.map(({ id, label, sides }) => (
        <option key={id} value={id}>
          {`${inLanguage(label, language) || t("board.unnamed")} (${t(`board.sideShort.${sides}`)})`}
        </option>
      ))}
    </SelectField>
  );
}
