/** Places cards beside their passages so that none covers another. */

export interface CardPlace {
  id: string;
  /** Where it would like to stand, and how tall it is. Pixels. */
  top: number;
  height: number;
}

/** Pixels between cards. */
export const CARD_GAP = 8;

/** Tops by id, in the order given. The active card stands at its words; others make room above and below it. */
export function placeCards(cards: readonly CardPlace[], active: string | null): Map<string, number> {
  const tops = new Map<string, number>();
  const index = Math.max(
    0,
    cards.findIndex(({ id }) => id === active),
  );
  let end = Number.NEGATIVE_INFINITY;
  for (const { id, top, height } of cards.slice(index)) {
    const placed = Math.max(top, end + CARD_GAP);
    tops.set(id, placed);
    end = placed + height;
  }
  let start = tops.get(cards[index]?.id ?? "") ?? 0;
  for (const { id, top, height } of cards.slice(0, index).reverse()) {
    const placed = Math.min(top, start - CARD_GAP - height);
    tops.set(id, placed);
    start = placed;
  }
  // Nothing is pushed over the upper edge: then all give way downwards.
  const over = Math.min(0, ...tops.values());
  if (over < 0) {
    let last = Number.NEGATIVE_INFINITY;
    for (const { id, height } of cards) {
      const placed = Math.max(0, tops.get(id) ?? 0, last + CARD_GAP);
      tops.set(id, placed);
      last = placed + height;
    }
  }
  return tops;
}
