import { useEffect, useState } from "react";

/** What depends on the text is asked for when typing has paused this long. Milliseconds. */
export const SETTLED_MILLISECONDS = 3000;

/** The value, once it has stayed the same for a while. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === settled) return;
    const timer = setTimeout(() => setSettled(value), SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
