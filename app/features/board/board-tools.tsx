import { useNavigate } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { SIDES, type Sides } from "../../domain/split/split";
import type { BoardData } from "../../protocol/board-data";
import { Button } from "../../ui/button";
import { type BoardView, boardQuery, isFiltering, SEARCH_CHARACTERS_MAX } from "./board-view";
import { SideTabs } from "./side-tabs";
import { FilterIcon } from "./tool-icons";
import type { ShowView } from "./use-board-view";

interface Props {
  data: BoardData;
  view: BoardView;
  show: ShowView;
  /** Cards that the filters show, by side. */
  counts: Record<Sides, number>;
  /** Buttons before the filters (add, undo), and after them (keys). */
  before?: ReactNode;
  after?: ReactNode;
}

/**
 * The tools above the board. The filters are a plain form, which asks the server where there is no JavaScript.
 * On a narrow screen the tabs of the sides come first, and the filters wait behind a button.
 */
export function BoardTools({ data, view, show, counts, before, after }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(() => isFiltering(view));
  const navigate = useNavigate();
  const chooseChanges = (chosen: string) => {
    const changesSince = chosen === "none" ? "none" : Number(chosen);
    // Another version's text comes from the server.
    navigate(boardQuery({ ...view, changesSince }) || ".", { replace: true, preventScrollReset: true });
  };
  return (
    <>
      <div className="board-narrow">
        <SideTabs view={view} show={show} counts={counts} />
        <Button
          className={
            isFiltering(view) ? "tool-icon board-narrow__filters is-on" : "tool-icon board-narrow__filters"
          }
          aria-label={t("board.toolbar.filters")}
          title={t("board.toolbar.filters")}
          aria-expanded={isOpen}
          aria-controls="board-tools"
          onClick={() => setOpen(!isOpen)}
        >
          <FilterIcon />
        </Button>
      </div>
      <fieldset
        id="board-tools"
        className="board-tools"
        data-open={isOpen}
        aria-label={t("board.toolbar.name")}
      >
        {before}
        <form method="get" onSubmit={(event) => event.preventDefault()}>
          {view.category && <input type="hidden" name="category" value={view.category} />}
          {data.versions.length > 0 && (
            <select
              className="button tool-select"
              name="changes"
              aria-label={t("board.toolbar.changes")}
              value={data.since?.number ?? "none"}
              onChange={(event) => chooseChanges(event.target.value)}
            >
              {data.versions.map(({ number }) => (
                <option key={number} value={number}>
                  {t("board.toolbar.changesSince", { number })}
                </option>
              ))}
              <option value="none">{t("board.toolbar.changesNone")}</option>
            </select>
          )}
          <label className="button tool-check">
            <input
              type="checkbox"
              name="questions"
              value="1"
              checked={view.questionsOnly}
              onChange={(event) => show({ questionsOnly: event.target.checked })}
            />
            {t("board.toolbar.questionsOnly")}
          </label>
          {data.since && (
            <label className="button tool-check">
              <input
                type="checkbox"
                name="changed"
                value="1"
                checked={view.changedOnly}
                onChange={(event) => show({ changedOnly: event.target.checked })}
              />
              {t("board.toolbar.changedOnly")}
            </label>
          )}
          <span className="board-tools__space" />
          <select
            className="button tool-select tool--wide"
            name="side"
            aria-label={t("board.toolbar.side")}
            value={view.side ?? ""}
            onChange={(event) => show({ side: SIDES.find((side) => side === event.target.value) ?? null })}
          >
            <option value="">{t("board.toolbar.allSides")}</option>
            {SIDES.map((side) => (
              <option key={side} value={side}>
                {t("board.toolbar.onlySide", { side: t(`board.side.${side}`) })}
              </option>
            ))}
          </select>
          <input
            className="input tool-search"
            type="search"
            name="q"
            maxLength={SEARCH_CHARACTERS_MAX}
            placeholder={t("board.toolbar.search")}
            aria-label={t("board.toolbar.search")}
            value={view.search}
            onChange={(event) => show({ search: event.target.value })}
          />
          <noscript>
            <Button type="submit">{t("board.toolbar.apply")}</Button>
          </noscript>
        </form>
        {after}
      </fieldset>
    </>
  );
}
