/**
 * What a page had last: when the line is lost while it asks anew, it stays as it was instead of becoming an error page,
 * knows that it may be old, and asks again until something comes.
 */
import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useSyncExternalStore } from "react";

/** The pause before the page asks again. Milliseconds. */
const AGAIN = 3000;

/** All of this is filled in the browser alone: the server runs no effects and no client loaders. */
const kept = new Map<string, unknown>();
const asking = new Set<() => void>();
const watching = new Set<() => void>();
let isOld = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What the server answers, or what the page had when nothing came back. A refusal is an answer. */
export async function orKept<T>(page: string, ask: () => Promise<T>): Promise<T> {
  try {
    const answer = await ask();
    turn(false);
    return answer;
  } catch (error) {
    // fetch rejects with this and no other when there is no line.
    if (!(error instanceof TypeError && kept.has(page))) throw error;
    turn(true);
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const again of asking) again();
    }, AGAIN);
    return kept.get(page) as T;
  }
}

function turn(old: boolean): void {
  if (isOld === old) return;
  isOld = old;
  for (const listener of watching) listener();
}

/** Remembers what the page shows. */
export function useKept(page: string, data: unknown): void {
  useEffect(() => {
    if (data !== undefined) kept.set(page, data);
  }, [page, data]);
}

/** Remembers what the page shows, and asks again where nothing came. */
export function useKeptPage(page: string, data: unknown): void {
  useKept(page, data);
  const { revalidate } = useRevalidator();
  const now = useRef(revalidate);
  useEffect(() => {
    now.current = revalidate;
  });
  useEffect(() => {
    const again = () => now.current();
    asking.add(again);
    return () => {
      asking.delete(again);
    };
  }, []);
}

const watch = (listener: () => void) => {
  watching.add(listener);
  return () => watching.delete(listener);
};

/** Whether the page was asked for and nothing came: what it shows may be old. */
export function useIsOld(): boolean {
  return useSyncExternalStore(
    watch,
    () => isOld,
    () => false,
  );
}
