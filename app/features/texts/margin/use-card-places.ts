import { type RefObject, useEffect, useLayoutEffect } from "react";
import { placeCards } from "./margin-layout";
import type { MarginShown, MarginStore } from "./margin-store";

/** As in the styles: from this width on cards stand beside their words. */
const WIDE = "(min-width: 1100px)";

interface Wanted {
  beside: RefObject<HTMLDivElement>;
  list: RefObject<HTMLOListElement>;
  shown: MarginShown;
  store: MarginStore;
  ids: string[];
  /** Cards stand one after another. */
  isFree: boolean;
}

/** Keeps cards beside their words; where there is no margin they stand one after another. */
export function useCardPlaces({ beside, list, shown, store, ids, isFree }: Wanted): void {
  const { passages, active, version } = shown;
  const order = ids.join(" ");
  const place = () => {
    const { current } = list;
    if (!current) return;
    const isWide = !isFree && window.matchMedia(WIDE).matches;
    const cards = [...current.children] as HTMLElement[];
    const edge = current.getBoundingClientRect().top;
    const wanted = cards.map((element) => {
      const id = element.dataset.threadCard ?? "";
      const span = passages.get(id);
      const top = span && isWide ? store.topOf(span) : null;
      return { id, top: top === null ? 0 : top - edge, height: element.offsetHeight };
    });
    const tops = isWide ? placeCards(wanted, active) : new Map<string, number>();
    for (const element of cards) {
      const top = tops.get(element.dataset.threadCard ?? "");
      element.style.top = top === undefined ? "" : `${Math.round(top)}px`;
    }
    const end = Math.max(0, ...wanted.map(({ id, height }) => (tops.get(id) ?? 0) + height));
    current.style.minHeight = isWide ? `${Math.round(end)}px` : "";
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn anew is placed anew
  useLayoutEffect(place, [passages, active, version, order, isFree]);
  useEffect(() => {
    const { current } = list;
    if (!current || !beside.current) return;
    const observer = new ResizeObserver(() => requestAnimationFrame(place));
    observer.observe(beside.current);
    for (const element of current.children) observer.observe(element);
    return () => observer.disconnect();
  });
}
