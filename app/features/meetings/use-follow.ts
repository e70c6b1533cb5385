/** Following the chair: the shown item changes with the chair's move, but never under somebody who writes. */
import { useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { paths } from "../../paths";
import type { ItemView, MeetingData } from "../../protocol/meeting-data";

/** Where the shown item stands on the page. */
export const ITEM_ID = "meeting-item";

/** Whether the person is writing into the item: a text, a field, a form that is half filled. */
function isWritingInItem(): boolean {
  const item = document.getElementById(ITEM_ID);
  const focused = document.activeElement;
  if (!item || !focused || !item.contains(focused)) return false;
  return focused.matches("input:not([type=hidden]), textarea, select, [contenteditable=true]");
}

/**
 * The item to show. Where the chair moves on while the person writes, the page stays at the item as if the person had
 * chosen it: following stops, and the page says so.
 */
export function useShownItem(data: MeetingData, isFollowing: boolean): ItemView | null {
  const navigate = useNavigate();
  const last = useRef(data.shown);
  const before = last.current;
  const stays =
    isFollowing && before !== null && data.shown?.id !== before.id
      ? typeof document !== "undefined" && data.items.some(({ id }) => id === before.id) && isWritingInItem()
      : false;
  useEffect(() => {
    if (!stays) last.current = data.shown;
  });
  const stay = stays ? paths.meeting(data.meeting.slug, before?.id) : null;
  useEffect(() => {
    // Once: asked again while it is on its way, it would begin anew and never come.
    if (stay) navigate(stay, { replace: true, preventScrollReset: true });
  }, [stay, navigate]);
  return stays ? before : data.shown;
}
