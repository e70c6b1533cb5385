import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { paths } from "../../paths";

/** The box that the key goes to; on a narrow screen it is hidden, and the key opens the page instead. */
export const SEARCH_BOX = "data-search-box";
const OFF = "search-key-off";
const CHANGED = "search-key-changed";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** "/" goes to the search from any page, unless somebody types or a dialog is open. */
export function useSearchKey(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target) || isOff() || document.querySelector('[aria-modal="true"]')) return;
      const boxes = [...document.querySelectorAll<HTMLInputElement>(`[${SEARCH_BOX}]`)];
      const box = boxes.find((one) => one.checkVisibility());
      event.preventDefault();
      event.stopPropagation();
      if (!box) return navigate(paths.search());
      box.focus();
      box.select();
    };
    // Before any list on the page takes the key for a first letter.
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [navigate]);
}

/** Whether the key works here, and how to turn it off: who speaks to a computer may say a "/" by mistake. */
export function useSearchKeyChoice(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => !isOff(),
    () => true,
  );
  const set = useCallback((wanted: boolean) => {
    try {
      if (wanted) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    } catch {
      // A browser that keeps nothing keeps the key on.
    }
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return [on, set];
}

function isOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}
