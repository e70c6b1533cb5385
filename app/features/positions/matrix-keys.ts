/** Keys of the matrix: one stop of the Tab key, arrows from cell to cell. Works on the table as it stands in the page. */
import { type KeyboardEvent, type RefObject, useEffect } from "react";

const CELL = "a[data-cell]";
/** Rows that Page Up and Page Down pass. */
const PAGE_ROWS = 10;

/** Rows with cells, each a list of cells from left to right. */
const rowsOf = (table: HTMLTableElement): HTMLElement[][] =>
  [...table.rows]
    .map((row) => [...row.querySelectorAll<HTMLElement>(CELL)])
    .filter((cells) => cells.length > 0);

/** Where a key leads from a cell; null for keys that are not the matrix's. */
export function target(
  key: string,
  isControl: boolean,
  [row, column]: [number, number],
  [rows, columns]: [number, number],
): [number, number] | null {
  const at = (r: number, c: number): [number, number] => [
    Math.min(Math.max(r, 0), rows - 1),
    Math.min(Math.max(c, 0), columns - 1),
  ];
  switch (key) {
    case "ArrowRight":
      return at(row, column + 1);
    case "ArrowLeft":
      return at(row, column - 1);
    case "ArrowDown":
      return at(row + 1, column);
    case "ArrowUp":
      return at(row - 1, column);
    case "PageDown":
      return at(row + PAGE_ROWS, column);
    case "PageUp":
      return at(row - PAGE_ROWS, column);
    case "Home":
      return at(isControl ? 0 : row, 0);
    case "End":
      return at(isControl ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}

/**
 * Makes the table one stop of the Tab key (all cells are, without a script), and answers the handler of its keys.
 * `open` is called for Enter and Space on a cell.
 */
export function useMatrixKeys(table: RefObject<HTMLTableElement>): {
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: { target: EventTarget }) => void;
} {
  // After every render: cells come and go with filters and news.
  useEffect(() => {
    if (!table.current) return;
    const cells = rowsOf(table.current).flat();
    const stop = cells.find((cell) => cell === document.activeElement) ?? cells.find((c) => c.tabIndex === 0);
    for (const cell of cells) cell.tabIndex = cell === (stop ?? cells[0]) ? 0 : -1;
  });
  const take = (cell: HTMLElement) => {
    for (const other of table.current?.querySelectorAll<HTMLElement>(`${CELL}[tabindex="0"]`) ?? [])
      other.tabIndex = -1;
    cell.tabIndex = 0;
  };
  return {
    onFocus: ({ target: focused }) => {
      const cell = (focused as HTMLElement).closest<HTMLElement>(CELL);
      if (cell) take(cell);
    },
    onKeyDown: (event) => {
      const cell = (event.target as HTMLElement).closest<HTMLElement>(CELL);
      if (!cell || !table.current || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.key === " ") {
        event.preventDefault();
        cell.click();
        return;
      }
      const rows = rowsOf(table.current);
      const row = rows.findIndex((cells) => cells.includes(cell));
      const to = target(
        event.key,
        event.ctrlKey,
        [row, rows[row]!.indexOf(cell)],
        [rows.length, rows[row]!.length],
      );
      if (!to) return;
      event.preventDefault();
      rows[to[0]]![to[1]]!.focus();
    },
  };
}
