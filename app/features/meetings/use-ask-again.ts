import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Asks the page again in these steps while it is looked at, and at once when it is taken up. Milliseconds; null asks for nothing. */
export function useAskAgain(every: number | null): void {
  const { revalidate, state } = useRevalidator();
  const now = useRef({ revalidate, state });
  useEffect(() => {
    now.current = { revalidate, state };
  });
  useEffect(() => {
    if (every === null) return;
    const ask = () => {
      if (!document.hidden && navigator.onLine && now.current.state === "idle") now.current.revalidate();
    };
    const timer = setInterval(ask, every);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [every]);
}
