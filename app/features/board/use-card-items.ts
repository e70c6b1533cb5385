import { useRef } from "react";
import type { Category } from "../../domain/split/split";
import type { PresentPerson } from "../../protocol/collab";
import type { PositionCounts } from "../../protocol/positions-data";
import type { CardMarks } from "./card-marks";
import type { CardTalk } from "./card-talk";
import type { Renaming } from "./rename-field";

/** Somebody else's hand on a card. */
export interface CardPresence {
  connectionId: string;
  name: string;
  color: number;
  doing: "open" | "editing" | "moving";
}

/** Everything one live card shows. The same object from render to render until something of it changes. */
export interface CardItem {
  id: string;
  category: Category;
  marks: CardMarks | undefined;
  talk: CardTalk | undefined;
  presence: CardPresence[];
  positions: PositionCounts | undefined;
  isOpen: boolean;
  /** Not null while this card's label is being typed here. */
  renaming: Renaming | null;
}

const NOBODY: CardPresence[] = [];

/** Who has which card in hand, open or under edit, without this connection itself. */
export function presenceByCard(people: PresentPerson[], own: string | null): Map<string, CardPresence[]> {
  const found = new Map<string, CardPresence[]>();
  for (const person of people) {
    if (person.connectionId === own) continue;
    const doing = person.moving ? "moving" : person.editing ? "editing" : "open";
    const id = person.moving ?? person.editing ?? person.open;
    if (!id) continue;
    const { connectionId, color } = person;
    const list = found.get(id) ?? [];
    list.push({ connectionId, name: person.party ?? person.name, color, doing });
    found.set(id, list);
  }
  return found;
}

/** The object from before when it says the same. */
function sameAs<T>(before: T | undefined, now: T): T {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

interface Sources {
  marks: ReadonlyMap<string, CardMarks>;
  talk: (categoryId: string) => CardTalk | undefined;
  people: PresentPerson[];
  connectionId: string | null;
  openId: string | null;
  positionCounts: Record<string, PositionCounts> | null;
  renaming: Renaming | null;
}

/**
 * The items of the lists. React Aria renders an item again only when its object is another, so a change to
 * one category renders one card.
 */
export function useCardItems(categories: readonly Category[], sources: Sources): CardItem[] {
  const earlier = useRef(new Map<string, CardItem>());
  const presence = presenceByCard(sources.people, sources.connectionId);
  const next = new Map<string, CardItem>();
  for (const category of categories) {
    const { id } = category;
    const before = earlier.current.get(id);
    const hands = presence.get(id) ?? NOBODY;
    const item: CardItem = {
      id,
      category,
      marks: sources.marks.get(id),
      talk: sameAs(before?.talk, sources.talk(id)),
      presence: sameAs(before?.presence, hands),
      positions: sources.positionCounts?.[id],
      isOpen: sources.openId === id,
      renaming: sources.renaming?.id === id ? sources.renaming : null,
    };
    const same =
      before &&
      before.category === item.category &&
      before.marks === item.marks &&
      before.talk === item.talk &&
      before.presence === item.presence &&
      JSON.stringify(before.positions) === JSON.stringify(item.positions) &&
      before.isOpen === item.isOpen &&
      before.renaming === item.renaming;
    next.set(id, same ? before : item);
  }
  earlier.current = next;
  return [...next.values()];
}
