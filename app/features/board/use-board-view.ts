import { useLocation } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { type BoardView, boardQuery, parseBoardView } from "./board-view";

/** Changes part of the view. */
export type ShowView = (change: Partial<BoardView>) => void;

/**
 * The view of this page, kept in the address without asking the server: opening a card must work while the
 * connection is down, and a navigation would fail then.
 */
export function useBoardView(): [BoardView, ShowView] {
  const { search, key } = useLocation();
  const [view, setView] = useState(() => parseBoardView(new URLSearchParams(search)));
  // A real navigation (back, a link, another version to compare with) is a new starting point.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry with the same query counts too
  useEffect(() => setView(parseBoardView(new URLSearchParams(search))), [search, key]);
  const show = useCallback<ShowView>((change) => setView((before) => ({ ...before, ...change })), []);
  useEffect(() => {
    const wanted = window.location.pathname + boardQuery(view) + window.location.hash;
    const now = window.location.pathname + window.location.search + window.location.hash;
    if (wanted !== now) window.history.replaceState(window.history.state, "", wanted);
  }, [view]);
  return [view, show];
}
