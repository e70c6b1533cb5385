import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";

/** Puts a page's own parts into the site header, in the browser. `place` crumbs stands at the left. */
export function HeaderSlot({ place = "slot", children }: { place?: "slot" | "crumbs"; children: ReactNode }) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  useEffect(() => setTarget(document.getElementById(`header-${place}`)), [place]);
  return target && createPortal(children, target);
}
