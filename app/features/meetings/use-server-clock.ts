import { useEffect, useState } from "react";

/**
 * The server's time, which goes on by this browser's clock from the moment the page was read: a clock that is wrong
 * shows no wrong time. ISO; a step every second, or as often as told.
 */
export function useServerClock(readAt: string, everyMilliseconds = 1000): string {
  const [now, setNow] = useState(readAt);
  useEffect(() => {
    const began = performance.now();
    const tick = () => setNow(new Date(Date.parse(readAt) + performance.now() - began).toISOString());
    tick();
    const timer = setInterval(tick, everyMilliseconds);
    return () => clearInterval(timer);
  }, [readAt, everyMilliseconds]);
  return now;
}

/** Whole seconds between two times, never less than none. */
export function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
}

/** "1.40": minutes and seconds of a turn. */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, "0")}`;
}
