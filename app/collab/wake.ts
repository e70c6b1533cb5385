/** Notices that the page was asleep: a socket may have died meanwhile without a word. */

const TICK_MILLISECONDS = 5_000;
/** A tick that comes this much late means that the device slept, or the page was frozen. */
const ASLEEP_MILLISECONDS = 20_000;

/** Calls `wake` when the page is seen again, the network is back or time was lost; the answer stops that. */
export function watchForWake(wake: () => void): () => void {
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    const slept = now - last > ASLEEP_MILLISECONDS;
    last = now;
    if (slept) wake();
  }, TICK_MILLISECONDS);
  if (typeof window === "undefined") return () => clearInterval(timer);
  const seen = () => {
    if (document.visibilityState === "visible") wake();
  };
  document.addEventListener("visibilitychange", seen);
  document.addEventListener("resume", wake);
  window.addEventListener("online", wake);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", seen);
    document.removeEventListener("resume", wake);
    window.removeEventListener("online", wake);
  };
}
