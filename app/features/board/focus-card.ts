/** Frames to wait for a card that has just moved or come. */
const FRAMES_MAX = 30;

/**
 * Gives the keyboard's focus to a card's row once the lists have drawn it where it belongs. The row takes
 * the focus, never a button in it: the list would move that to its first row.
 */
export function focusCardSoon(id: string): void {
  let frames = 0;
  let settled = 0;
  const look = () => {
    const row = document.querySelector<HTMLElement>(`[role="row"][data-category="${CSS.escape(id)}"]`);
    if (row && document.activeElement !== row && !row.contains(document.activeElement)) {
      row.focus({ preventScroll: false });
      settled = 0;
    } else if (row) settled++;
    // A list that re-renders may drop the row once more, so the focus is watched for a few frames.
    if (++frames < FRAMES_MAX && settled < 3) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
