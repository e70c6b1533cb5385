/** People of the bench. Each client is a person of their own, as in a hall; the n-th is always the same one. */
import { createHash } from "node:crypto";

/** How many there are. */
export const PEOPLE = 800;

export const personId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
export const personName = (n: number): string => `Edustaja ${n}`;
/** What the browser of a person would hold. */
export const sessionId = (n: number): string => `bench-session-of-person-${n}`;
/** What the database knows of it. */
export const sessionHash = (n: number): string => createHash("sha256").update(sessionId(n)).digest("hex");
export const cookieOf = (n: number): string => `session=${sessionId(n)}`;

/** The person of a cookie, or null. */
export function personOf(cookie: string | undefined): number | null {
  const n = /^session=bench-session-of-person-(\d+)$/.exec(cookie ?? "")?.[1];
  return n === undefined ? null : Number(n);
}
