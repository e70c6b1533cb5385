import { readFileSync, statSync } from "node:fs";
import { StartProblem } from "../db/start-problem";
import type { Config } from "./config";

/**
 * The only clock: the machine's, or in a demo that has a CLOCK_FILE the time that the file says, going on from the moment it was
 * written. A file that cannot be read meanwhile changes nothing.
 */
export function createClock({ clockFile }: Pick<Config, "clockFile">): () => Date {
  if (!clockFile) return () => new Date();
  const first = readAhead(clockFile);
  if (first === null)
    throw new StartProblem(`CLOCK_FILE ${clockFile} holds no time like 2022-05-20T10:00:00Z.`);
  let ahead = first;
  return () => {
    ahead = readAhead(clockFile) ?? ahead;
    return new Date(Date.now() + ahead);
  };
}

/** How far the file's time is ahead of the machine's, in milliseconds; null when it holds none. */
function readAhead(file: string): number | null {
  try {
    const told = Date.parse(readFileSync(file, "utf8").trim());
    return Number.isNaN(told) ? null : told - Math.floor(statSync(file).mtimeMs);
  } catch {
    return null;
  }
}
