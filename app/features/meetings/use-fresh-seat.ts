import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** A telephone that is no signed-in browser has no socket: it asks this often while it is looked at. Milliseconds. */
const EVERY = 3000;

/** Asks the page again in steps, and at once when the telephone is taken up. */
export function useFreshSeat(): void {
  const { revalidate, state } = useRevalidator();
  const now = useRef({ revalidate, state });
  useEffect(() => {
    now.current = { revalidate, state };
  });
  useEffect(() => {
    const ask = () => {
      if (!document.hidden && navigator.onLine && now.current.state === "idle") now.current.revalidate();
    };
    const timer = setInterval(ask, EVERY);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, []);
}
