/**
 * Goal: on a full disk nobody is told that anything is saved, what is there can still be read, and when there is room
 * again everything goes through by itself (I1, I2).
 * Method: the database's files on a small file system of their own in memory, filled to the last byte while people type.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDriver } from "../../db/client";
import { contentOf } from "../support/durability";
import { eventually } from "../support/eventually";
import { Cluster } from "./cluster";
import { EDITORS, seededFor, type } from "./typing";

const random = seededFor("full-disk");
const MEGABYTES = 160;
const EDITING = EDITORS.slice(0, 4);
const disk = mkdtempSync(path.join(os.tmpdir(), "kp-full-disk-"));
const mount = () =>
  process.getuid?.() === 0 &&
  spawnSync("mount", ["-t", "tmpfs", "-o", `size=${MEGABYTES}m,mode=755`, "tmpfs", disk]).status === 0;
const mounted = mount();
if (!mounted) {
  rmSync(disk, { recursive: true, force: true });
  process.stdout.write("full-disk: only root can make a small disk; left out\n");
}

/** Writes until nothing more goes on the disk. */
function fill(file: string): void {
  const handle = openSync(file, "a");
  try {
    for (const piece of [1024 * 1024, 4096])
      try {
        for (;;) if (writeSync(handle, Buffer.alloc(piece, 1)) < piece) break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
  } finally {
    closeSync(handle);
  }
}

/** Lets the database write until it cannot. */
async function exhaust(superuserUrl: string, fillUp: () => void): Promise<void> {
  const sql = openDriver(superuserUrl, { max: 1 });
  try {
    await sql.unsafe("create table if not exists junk (x text)");
    for (;;) {
      fillUp();
      await sql.unsafe(
        "insert into junk select repeat(md5(random()::text), 30) from generate_series(1, 2000)",
      );
    }
  } catch {
    // It is full.
  } finally {
    await sql.end({ timeout: 1 });
  }
}

describe.runIf(mounted)("a full disk", () => {
  let cluster: Cluster;
  const filler = path.join(disk, "filler");

  beforeAll(async () => {
    chmodSync(disk, 0o755);
    cluster = await Cluster.start({
      random,
      nodes: 1,
      dataDir: path.join(disk, "data"),
      settings: { max_wal_size: "32MB", min_wal_size: "32MB", wal_recycle: "off", checkpoint_timeout: "30s" },
    });
    for (const seat of EDITING) await cluster.join(seat);
  }, 120_000);
  afterAll(async () => {
    process.stdout.write(`full-disk: ${cluster.report}\n`);
    rmSync(filler, { force: true });
    await cluster.close();
    spawnSync("umount", ["-l", disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it("acknowledges nothing, is read on, and has everything when there is room again", async () => {
    const origin = cluster.nodes[0]!.server.origin;
    const stop = type(cluster.clients, random);
    await sleep(500);
    cluster.fault("full disk");
    fill(filler);
    // What the database had set aside before is used up first.
    await exhaust(cluster.postgres.superuserUrl, () => fill(filler));
    let [acked, since] = [-1, Date.now()];
    const stuck = () => {
      fill(filler);
      const now = cluster.checker.summary.acked;
      if (now !== acked) [acked, since] = [now, Date.now()];
      return Date.now() - since > 3_000;
    };
    await eventually(stuck, "three seconds without an acknowledgement", 60_000);
    expect(cluster.clients.map(({ document }) => document.state.kind)).toEqual(EDITING.map(() => "saving"));
    expect((await fetch(`${origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    const shown = cluster.clients.map(({ document }) => contentOf(document).length);
    expect(Math.min(...shown)).toBeGreaterThan(1_000);
    rmSync(filler);
    await stop();
    expect(await cluster.verdict()).toEqual([]);
  }, 180_000);
});
