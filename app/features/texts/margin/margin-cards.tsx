import { type KeyboardEvent, type RefObject, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MarginThread } from "../../../protocol/text-data";
import { type DiscussionFilter, useShownThreads } from "../../discussion/shown-threads";
import type { TalkPlace } from "../../discussion/thread-view";
import { MarginCard } from "./margin-card";
import type { MarginView } from "./margin-head";
import type { MarginShown, MarginStore } from "./margin-store";
import { useCardPlaces } from "./use-card-places";

interface Props {
  /** The text that the cards stand beside. */
  beside: RefObject<HTMLDivElement>;
  shown: MarginShown;
  store: MarginStore;
  threads: readonly MarginThread[];
  view: MarginView;
  filter: DiscussionFilter;
  place: TalkPlace;
}

/** The threads in the order of their words; those whose words are gone come last (rule A4). */
export function MarginCards({ beside, shown, store, threads, view, filter, place }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const chosen = useShownThreads(threads, filter) as MarginThread[];
  const { passages, active, isReady } = shown;
  const [placed, gone] = useMemo(() => {
    const at = ({ id, place: p }: MarginThread) =>
      passages.get(id)?.from ?? (!isReady && p.kind === "passage" && !p.isGone ? 0 : null);
    const standing = chosen.flatMap((thread) => {
      const from = at(thread);
      return from === null ? [] : [{ thread, from }];
    });
    return [
      standing.sort((a, b) => a.from - b.from).map(({ thread }) => thread),
      chosen.filter((thread) => at(thread) === null),
    ];
  }, [chosen, passages, isReady]);
  useCardPlaces({ beside, list, shown, store, ids: placed.map(({ id }) => id), isFree: view === "list" });
  const card = (thread: MarginThread, isGone: boolean) => (
    <MarginCard
      key={thread.id}
      thread={thread}
      isGone={isGone}
      isOpen={active === thread.id || view === "list"}
      isActive={active === thread.id}
      place={place}
      store={store}
    />
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    store.goTo(
      (event.target as Element).closest<HTMLElement>("[data-thread-card]")?.dataset.threadCard ?? null,
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one key for all that is inside
    <div onKeyDown={onKeyDown}>
      {chosen.length === 0 && (
        <p className="muted margin__none">
          {t(`texts.margin.none.${filter}`)}{" "}
          {place.canComment && filter !== "resolved" && t("texts.margin.noneHint")}
        </p>
      )}
      <ol className="margin__cards" ref={list}>
        {placed.map((thread) => card(thread, false))}
      </ol>
      {gone.length > 0 && (
        <section className="margin__gone" aria-labelledby="margin-gone">
          <h3 id="margin-gone">{t("texts.margin.goneTitle")}</h3>
          <p className="muted">{t("texts.margin.goneHint")}</p>
          <ol className="margin__list">{gone.map((thread) => card(thread, true))}</ol>
        </section>
      )}
    </div>
  );
}
