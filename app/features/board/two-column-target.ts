import type { DropTarget } from "react-aria-components/useDragAndDrop";

/**
 * Where a pointer would drop in a list whose cards stand in reading order in one or two columns. React
 * Aria's own delegate for stacks looks at heights only and would miss the second column.
 */
export class ReadingOrderTarget {
  constructor(private readonly list: () => HTMLElement | null) {}

  /** `x` and `y` are from the list's corner; the answer is a place between cards, or the list itself when empty. */
  getDropTargetFromPoint(x: number, y: number, isValid: (target: DropTarget) => boolean): DropTarget | null {
    const list = this.list();
    if (!list) return null;
    const corner = list.getBoundingClientRect();
    let best: { distance: number; target: DropTarget } | null = null;
    for (const row of list.querySelectorAll<HTMLElement>("[data-category]")) {
      const box = row.getBoundingClientRect();
      const left = box.left - corner.left;
      const top = box.top - corner.top;
      const sideways = x < left ? left - x : x > left + box.width ? x - left - box.width : 0;
      const away = y < top ? top - y : y > top + box.height ? y - top - box.height : 0;
      const before: DropTarget = { type: "item", key: row.dataset.category!, dropPosition: "before" };
      const after: DropTarget = { ...before, dropPosition: "after" };
      const wanted = y < top + box.height / 2 ? before : after;
      const other = wanted === before ? after : before;
      const target = isValid(wanted) ? wanted : isValid(other) ? other : null;
      const distance = sideways * sideways + away * away;
      if (target && (!best || distance < best.distance)) best = { distance, target };
    }
    return best?.target ?? { type: "root" };
  }
}
