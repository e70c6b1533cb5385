/** What each person may send to each document. Forgotten when they have sent nothing for a while. */
import type { GatewayLimits } from "./limits";
import { type PersonRate, RateLimit } from "./rate-limit";

/** Kept this long after the last use: longer than any bucket takes to fill. Milliseconds. */
const KEPT = 60_000;

type Limits = Pick<GatewayLimits, "updatesPerSecond" | "updatesBurst" | "bytesPerSecond" | "bytesBurst">;

export function createRates(limits: Limits): {
  of: (documentId: string, personId: string) => PersonRate;
} {
  const rates = new Map<string, { rate: PersonRate; used: number }>();
  let swept = Date.now();

  function sweep(now: number): void {
    swept = now;
    for (const [key, { used }] of rates) if (now - used > KEPT) rates.delete(key);
  }

  return {
    of: (documentId, personId) => {
      const now = Date.now();
      if (now - swept > KEPT) sweep(now);
      const key = `${documentId} ${personId}`;
      const known = rates.get(key);
      if (known) {
        known.used = now;
        return known.rate;
      }
      const rate = {
        updates: new RateLimit(limits.updatesPerSecond, limits.updatesBurst),
        bytes: new RateLimit(limits.bytesPerSecond, limits.bytesBurst),
      };
      rates.set(key, { rate, used: now });
      return rate;
    },
  };
}
