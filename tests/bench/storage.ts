/** What the data lies on, and how fast that is by itself: a commit cannot be faster than its disk's flush. */
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { open } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

/** What statfs(2) says of a tmpfs on Linux. */
const TMPFS = 0x01021994;
/** What one small commit makes Postgres flush: a page of its log. */
const PAGE_BYTES = 8192;

export interface Storage {
  where: "on disk" | "in memory";
  /** A folder of our own on it; the database's account may pass through. */
  folder: string;
  remove(): void;
}

const isMemory = (folder: string) =>
  process.platform === "linux" && existsSync(folder) && statfsSync(folder).type === TMPFS;

function storageAt(parent: string): Storage {
  const folder = mkdtempSync(path.join(parent, "kp-bench-"));
  chmodSync(folder, 0o755); // otherwise a database run by root's server goes to the system's folder instead
  return {
    where: isMemory(folder) ? "in memory" : "on disk",
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The system's temporary folder. */
export const temporaryStorage = (): Storage => storageAt(os.tmpdir());

/** Storage in memory, which shows the product without its disk; null on a system that has none. */
export const memoryStorage = (): Storage | null => (isMemory("/dev/shm") ? storageAt("/dev/shm") : null);

/**
 * Milliseconds of each write and fdatasync of a page, `rate` times a second. As Postgres does with its log, it
 * writes over what is there already: a file that grows would also wait for the file system's journal.
 */
export async function measureSync(folder: string, rate: number, seconds: number): Promise<number[]> {
  const name = path.join(folder, "sync-probe");
  const file = await open(name, "w");
  const page = Buffer.alloc(PAGE_BYTES, 1);
  const times: number[] = [];
  try {
    await file.write(Buffer.alloc(PAGE_BYTES * rate * seconds));
    await file.sync();
    const start = performance.now();
    for (let n = 0; n < rate * seconds; n++) {
      await sleep(Math.max(0, start + (n * 1000) / rate - performance.now()));
      const at = performance.now();
      await file.write(page, 0, PAGE_BYTES, n * PAGE_BYTES);
      await file.datasync();
      times.push(performance.now() - at);
    }
  } finally {
    await file.close();
    rmSync(name, { force: true });
  }
  return times;
}
