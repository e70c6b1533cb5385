import { useTranslation } from "react-i18next";
import type { MarginThread } from "../../../protocol/text-data";
import { Button } from "../../../ui/button";
import { countsOf, DISCUSSION_FILTERS, type DiscussionFilter } from "../../discussion/shown-threads";

export const MARGIN_VIEWS = ["margin", "list"] as const;
export type MarginView = (typeof MARGIN_VIEWS)[number];

interface Props {
  threads: readonly MarginThread[];
  canComment: boolean;
  view: MarginView;
  setView: (view: MarginView) => void;
  filter: DiscussionFilter;
  setFilter: (filter: DiscussionFilter) => void;
  onComment: () => void;
}

/** What stands above the comments of a text: a new one, which are shown, and how. */
export function MarginHead({ threads, canComment, view, setView, filter, setFilter, onComment }: Props) {
  const { t } = useTranslation();
  const counts = countsOf(threads);
  return (
    <div className="margin__head">
      <div className="margin__row">
        <h2 className="margin__title">{t("texts.margin.title")}</h2>
        {canComment && (
          <Button
            title={t("texts.margin.commentHint")}
            onMouseDown={(event) => event.preventDefault()}
            onClick={onComment}
          >
            {t("texts.margin.comment")}
          </Button>
        )}
      </div>
      <fieldset className="margin__views">
        <legend className="visually-hidden">{t("texts.margin.view")}</legend>
        {MARGIN_VIEWS.map((one) => (
          <label key={one} className="talk-filters__one">
            <input type="radio" name="margin-view" checked={view === one} onChange={() => setView(one)} />
            {t(`texts.margin.views.${one}`)}
          </label>
        ))}
      </fieldset>
      {threads.length > 0 && (
        <fieldset className="talk-filters margin__filters">
          <legend className="visually-hidden">{t("discussion.filter.name")}</legend>
          {DISCUSSION_FILTERS.map((one) => (
            <button
              key={one}
              type="button"
              className="talk-filters__one"
              aria-pressed={filter === one}
              onClick={() => setFilter(one)}
            >
              {t(`discussion.filter.${one}`, { count: counts[one] })}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
