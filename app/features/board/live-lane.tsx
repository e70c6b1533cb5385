import { useCallback, useMemo, useRef } from "react";
import { GridList } from "react-aria-components/GridList";
import { DropIndicator, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { useTranslation } from "react-i18next";
import { inLanguage, type Localized } from "../../domain/languages";
import type { Category, Sides } from "../../domain/split/split";
import { useLanguage } from "../../ui/use-language";
import { LaneHead } from "./lane-head";
import { type CardHandlers, LiveCard } from "./live-card";
import { NothingShown } from "./nothing-shown";
import { ReadingOrderTarget } from "./two-column-target";
import type { CardItem } from "./use-card-items";

/** Between the lists of this page only. */
const DRAG_TYPE = "kumppanuuspoyta-category";

interface Props {
  sides: Sides;
  note: Localized | undefined;
  /** Every category of the lane in order, and the cards that the filters show. */
  all: Category[];
  items: CardItem[];
  handlers: CardHandlers;
  isRenaming: boolean;
  /** The card that is being dragged on this page, shared by the lanes. */
  dragged: { current: string | null };
  onDragging: (id: string | null) => void;
  onMove: (id: string, sides: Sides, index: number) => void;
  onOpen: (id: string) => void;
}

/** One lane of the live board: a list to walk with keys, to drag within and to drop on. */
export function LiveLane({
  sides,
  note,
  all,
  items,
  handlers,
  isRenaming,
  dragged,
  onDragging,
  onMove,
  onOpen,
}: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const dropTargetDelegate = useMemo(() => new ReadingOrderTarget(() => list.current), []);

  const dropAt = (key: string | null, where: "before" | "after" | "on") => {
    const id = dragged.current;
    if (!id) return;
    // Hidden cards count too: the place is among all of the lane's other categories.
    const others = all.filter((category) => category.id !== id);
    const at = key === null ? others.length : others.findIndex((category) => category.id === key);
    onMove(id, sides, key !== null && where === "after" ? at + 1 : at);
  };
  const { dragAndDropHooks } = useDragAndDrop<CardItem>({
    isDisabled: isRenaming,
    getItems: (_keys, dragging) =>
      dragging.map(({ id, category }) => ({
        [DRAG_TYPE]: id,
        "text/plain": inLanguage(category.label, language),
      })),
    acceptedDragTypes: [DRAG_TYPE],
    getDropOperation: () => "move",
    dropTargetDelegate,
    renderDropIndicator: (target) => <DropIndicator target={target} className="board-drop" />,
    onDragStart: ({ keys }) => {
      dragged.current = String([...keys][0]);
      onDragging(dragged.current);
    },
    onDragEnd: () => {
      dragged.current = null;
      onDragging(null);
    },
    onInsert: ({ target }) => dropAt(String(target.key), target.dropPosition),
    onReorder: ({ target }) => dropAt(String(target.key), target.dropPosition),
    onRootDrop: () => dropAt(null, "on"),
  });
  const renderCard = useCallback(
    (item: CardItem) => <LiveCard item={item} handlers={handlers} />,
    [handlers],
  );
  return (
    <section className={`lane lane--${sides}`} aria-labelledby={`lane-${sides}`}>
      <LaneHead id={`lane-${sides}`} sides={sides} note={note} count={all.length} shown={items.length} />
      <GridList
        // React Aria does not take drag hooks away from a list that has had them.
        key={handlers.canEdit ? "edit" : "read"}
        ref={list}
        className="lane__cards"
        aria-label={t(`board.side.${sides}`)}
        // While a label is typed in place, the arrows belong to its text.
        keyboardNavigationBehavior={isRenaming ? "tab" : "arrow"}
        items={items}
        dependencies={[renderCard]}
        {...(handlers.canEdit && { dragAndDropHooks })}
        onAction={(key) => onOpen(String(key))}
        renderEmptyState={() => (
          <NothingShown sides={sides} isEmpty={all.length === 0} canEdit={handlers.canEdit} />
        )}
      >
        {renderCard}
      </GridList>
    </section>
  );
}
