import { useRef } from "react";
import type { ThreadData } from "../../protocol/discussion-data";

export const DISCUSSION_FILTERS = ["all", "open", "resolved", "unread"] as const;
export type DiscussionFilter = (typeof DISCUSSION_FILTERS)[number];

const PASSES: Record<DiscussionFilter, (thread: ThreadData) => boolean> = {
  all: () => true,
  open: ({ resolved }) => resolved === null,
  resolved: ({ resolved }) => resolved !== null,
  unread: ({ isUnread }) => isUnread,
};

/** A filter by its name in the address; anything else is all. */
export function parseFilter(name: string | null): DiscussionFilter {
  return DISCUSSION_FILTERS.find((filter) => filter === name) ?? "all";
}

export function countsOf(threads: readonly ThreadData[]): Record<DiscussionFilter, number> {
  const count = (filter: DiscussionFilter) => threads.filter(PASSES[filter]).length;
  return { all: threads.length, open: count("open"), resolved: count("resolved"), unread: count("unread") };
}

/** The threads that pass, open ones first, the latest word first. `stay` are shown in any case, where they stood. */
export function shownThreads(
  threads: readonly ThreadData[],
  filter: DiscussionFilter,
  stay: readonly string[] = [],
): ThreadData[] {
  const latest = (thread: ThreadData) => thread.comments.at(-1)?.writtenAt ?? "";
  const settled = (thread: ThreadData) => Number(thread.resolved !== null);
  const fresh = threads
    .filter((thread) => !stay.includes(thread.id) && PASSES[filter](thread))
    .sort((a, b) => settled(a) - settled(b) || latest(b).localeCompare(latest(a)));
  const stayed = stay.flatMap((id) => threads.find((thread) => thread.id === id) ?? []);
  return [...fresh, ...stayed];
}

/**
 * What is shown while the page lives: a thread that somebody reads or answers neither jumps nor goes away when others
 * speak, read or resolve; new ones come on top. Another filter begins anew.
 */
export function useShownThreads(threads: readonly ThreadData[], filter: DiscussionFilter): ThreadData[] {
  const before = useRef<{ filter: DiscussionFilter; ids: string[] }>({ filter, ids: [] });
  if (before.current.filter !== filter) before.current = { filter, ids: [] };
  const shown = shownThreads(threads, filter, before.current.ids);
  before.current = { filter, ids: shown.map(({ id }) => id) };
  return shown;
}
