import { useLocation } from "@remix-run/react";
import { useEffect } from "react";

/** A link to a comment takes the reader there, also the keyboard and what reads the page aloud. */
export function useGoToComment(): void {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same link again goes there again
  useEffect(() => {
    if (!hash.startsWith("#comment-")) return;
    const comment = document.getElementById(hash.slice(1));
    if (!comment) return;
    comment.tabIndex = -1;
    comment.focus({ preventScroll: true });
    comment.scrollIntoView({ block: "center" });
  }, [hash, key]);
}
