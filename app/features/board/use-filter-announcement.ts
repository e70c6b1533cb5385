import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { BoardView } from "./board-view";

/** Long enough for a word to be typed in the search, in milliseconds. */
const PAUSE_MS = 700;

/** Says how many cards the filters leave, when somebody has changed them; not when the board changes under them. */
export function useFilterAnnouncement(
  view: BoardView,
  shown: number,
  announce: (text: string) => void,
): void {
  const { t } = useTranslation();
  const filters = [view.questionsOnly, view.changedOnly, view.search.trim()].join("|");
  const said = useRef(filters);
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(() => {
    if (said.current === filters) return;
    const timer = setTimeout(() => {
      said.current = filters;
      announce(t("board.said.shown", { count: latest.current }));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [filters, announce, t]);
}
