import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * A button that goes away when its deed is done takes the focus with it: it is handed to the next button of the same
 * place, or to the place itself. Places are marked with data-focus-home.
 */
export function useKeptFocus(): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const own = form.current;
    const home = own?.closest<HTMLElement>("[data-focus-home]");
    return () => {
      if (!own?.contains(document.activeElement) || !home) return;
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body || !home.isConnected) return;
        (home.querySelector<HTMLElement>("button") ?? home).focus({ preventScroll: true });
      });
    };
  }, []);
  return form;
}
