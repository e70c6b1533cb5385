/**
 * A page that asks for its own data anew waits while no answer comes: the line is lost, or the server starts again.
 * Its place would otherwise be taken by an error page, with what was being typed in it.
 */
import { useLocation } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { Backoff } from "./backoff";

/** The pauses before the next try: the first, and the longest. Milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 10_000;

/** The address of the page that is shown; null before there is one. */
let shown: string | null = null;
let waiting = 0;
const watching = new Set<() => void>();

/**
 * Remix asks for a page's data by the global `fetch` and offers no place to hold it, so that one is wrapped. Only
 * reading the shown page's data waits; going elsewhere, sending and everything else is as it was.
 */
export function waitForOwnData(): void {
  const { fetch } = window;
  window.fetch = (input, init) =>
    isOwnData(input, init) ? untilAnswered(() => fetch(input, init), init?.signal) : fetch(input, init);
}

/** Says which page is shown. */
export function useShownPage(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    shown = addressOf(pathname + search);
  }, [pathname, search]);
}

/** Whether the page asks for its data and nothing comes: what it shows may be old. */
export function useIsOld(): boolean {
  return useSyncExternalStore(
    watch,
    () => waiting > 0,
    () => false,
  );
}

function isOwnData(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  if (typeof input !== "string" || (init?.method ?? "GET") !== "GET") return false;
  const { origin, searchParams } = new URL(input, location.href);
  return origin === location.origin && searchParams.has("_data") && addressOf(input) === shown;
}

/** Spelled as Remix spells it when it adds its own word, which is left out here: a space may be + or %20. */
function addressOf(url: string): string {
  const { pathname, searchParams } = new URL(url, location.href);
  searchParams.delete("_data");
  return `${pathname}?${searchParams}`;
}

/** Exported for its test. */
export async function untilAnswered(
  ask: () => Promise<Response>,
  signal: AbortSignal | null | undefined,
  pauses: Pick<Backoff, "next"> = new Backoff(FIRST_PAUSE, LONGEST_PAUSE),
): Promise<Response> {
  let isWaiting = false;
  try {
    for (;;) {
      const answer = await ask().catch((error: unknown) => {
        // fetch rejects with this, and no other, where there is no line.
        if (error instanceof TypeError) return null;
        throw error;
      });
      if (answer && isAnswer(answer)) return answer;
      if (!isWaiting) count(1);
      isWaiting = true;
      await pause(pauses.next(), signal);
    }
  } finally {
    if (isWaiting) count(-1);
  }
}

/** A server that stumbles, or a proxy that finds none, has not answered. What a page answers itself is marked by Remix. */
const isAnswer = ({ status, headers }: Response): boolean =>
  status < 500 || headers.has("X-Remix-Catch") || headers.has("X-Remix-Response");

/** Ends early where the asking is given up: the next try then says so by itself. */
function pause(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });
}

function count(step: 1 | -1): void {
  waiting += step;
  for (const listener of watching) listener();
}

function watch(listener: () => void) {
  watching.add(listener);
  return () => watching.delete(listener);
}
