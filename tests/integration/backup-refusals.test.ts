/**
 * Goal: what is damaged, foreign, newer or in the way is refused with one clear line, and nothing has changed.
 * Method: files damaged by seeded chance, or written anew with one thing wrong; real Postgres; rows compared as text.
 */
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Counter, writeArchive } from "../../db/backup/archive";
import { BackupProblem } from "../../db/backup/problem";
import { checkBackup } from "../../db/backup/restore";
import { SEAL_BYTES } from "../../db/backup/seal";
import { type Entry, unpack } from "../../db/backup/tar";
import { openDriver } from "../../db/client";
import { SERVER_LOCK } from "../../db/copy-lock";
import {
  backUpTo,
  backupFolder,
  contentOf,
  edit,
  epochsOf,
  forever,
  restoreInto,
  rowsOf,
} from "../support/backups";
import { freshDatabase, type TestDatabase } from "../support/database";

const place = backupFolder();
const file = place.file("whole.tar.gz");
let source: TestDatabase;
beforeAll(async () => {
  source = await freshDatabase({ scenario: "north-karelia" });
  await edit(source, ["sana"]);
  await backUpTo(file, source);
});
afterAll(async () => {
  await source.close();
  place.remove();
});

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Refused with one line of a BackupProblem that matches. */
async function refused(attempt: Promise<unknown>, line: RegExp) {
  const problem = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(BackupProblem);
  expect((problem as Error).message).toMatch(line);
  expect((problem as Error).message).not.toContain("\n");
}

/** The same backup with its entries changed, whole and sealed. */
async function rewritten(name: string, change: (entry: Entry) => Entry | Entry[] | null): Promise<string> {
  const made = place.file(name);
  const entries = async function* () {
    const unzipped = Readable.from([gunzipSync(readFileSync(file))]);
    for await (const entry of unpack(unzipped)) yield* [change(entry) ?? []].flat();
  };
  await writeArchive(made, entries(), forever);
  return made;
}
const changeJson = (entry: Entry, change: (value: Record<string, unknown>) => object): Entry => ({
  ...entry,
  bytes: Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(entry.bytes).toString())))),
});

describe("a file that is not what was written", () => {
  test("one bit changed anywhere: 30 places by chance, and each byte of the seal", async () => {
    const whole = readFileSync(file);
    const next = chance(20_220_520);
    const places = Array.from({ length: 30 }, () => Math.floor(next() * whole.length * 8));
    for (let n = 1; n <= SEAL_BYTES; n++) places.push((whole.length - n) * 8 + Math.floor(next() * 8));
    places.push(3 * 8, 4 * 8, 9 * 8 + 1); // gzip's own flags, clock and system: no content depends on the last two
    const bad = place.file("flipped.tar.gz");
    for (const bit of places) {
      const flipped = Buffer.from(whole);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(bad, flipped);
      await refused(checkBackup(bad, forever), /is damaged|is not a whole backup/);
    }
  });

  test("cut off anywhere, empty, missing, a folder, or another file", async () => {
    const whole = readFileSync(file);
    const cut = place.file("cut.tar.gz");
    for (const part of [0.01, 0.3, 0.6, 0.99]) {
      writeFileSync(cut, whole);
      truncateSync(cut, Math.floor(whole.length * part));
      await refused(checkBackup(cut, forever), /is not a whole backup/);
    }
    writeFileSync(cut, whole.subarray(0, -1));
    await refused(checkBackup(cut, forever), /is not a whole backup/);
    writeFileSync(cut, "");
    await refused(checkBackup(cut, forever), /too short/);
    writeFileSync(cut, gzipSync(Buffer.alloc(100_000, "x")));
    await refused(checkBackup(cut, forever), /is not a whole backup/);
    await refused(checkBackup(place.file("none"), forever), /Cannot read .* \(ENOENT\)/);
    await refused(checkBackup(place.folder, forever), /is not a file/);
  });

  test("whole and sealed, but of a newer format, of newer migrations, or with other rows than it says", async () => {
    const isFirst = (name: string) => name === "backup.json";
    const format = await rewritten("format", (e) =>
      isFirst(e.name) ? changeJson(e, (v) => ({ ...v, format: 2 })) : e,
    );
    await refused(checkBackup(format, forever), /of format 2, and this version of the product reads up to 1/);
    const newer = await rewritten("newer", (e) =>
      isFirst(e.name)
        ? changeJson(e, (v) => ({ ...v, migrations: [...(v.migrations as string[]), "9999-later"] }))
        : e,
    );
    await refused(
      checkBackup(newer, forever),
      /newer version of the product .*9999-later.*update the product/,
    );
    const fewer = await rewritten("fewer", (e) => (e.name.startsWith("versions/") ? null : e));
    await refused(checkBackup(fewer, forever), /not those of its manifest/);
    const open = await rewritten("open", (e) => (e.name === "manifest.json" ? null : e));
    await refused(checkBackup(open, forever), /manifest is missing/);
    const foreign = await rewritten("foreign", (e) => (isFirst(e.name) ? null : e));
    await refused(checkBackup(foreign, forever), /no backup of this product/);
  });

  test("rows that the tables refuse, at the end of a table and in its middle: told, and nothing has changed", async () => {
    const target = await freshDatabase({ scenario: "north-karelia" });
    try {
      const [before, epochs] = [await rowsOf(target), await epochsOf(target)];
      const { without, garbled } = await inconsistent();
      for (const [bad, line] of [
        [without, /The rows of \w+ were not taken: .*foreign key/],
        [garbled, /The rows of versions were not taken: .*uuid.*half/],
      ] as const) {
        await refused(restoreInto(target, bad, { replace: true }), line);
        expect(await rowsOf(target)).toEqual(before);
        expect(await epochsOf(target)).toEqual(epochs);
      }
    } finally {
      await target.close();
    }
  });
});

/** Backups made by the same code of databases that no product of ours could have: nobody in it, or half a line. */
async function inconsistent() {
  const change = async (name: string, part: (e: Entry) => Entry | null) => {
    let counters: Counter[] = [];
    return rewritten(name, (e) => {
      if (e.name === "backup.json") {
        const { tables } = JSON.parse(Buffer.from(e.bytes).toString());
        counters = tables.map((t: { name: string; columns: string[] }) => new Counter(t.name, t.columns));
        return e;
      }
      if (e.name === "manifest.json")
        return changeJson(e, (v) => ({ ...v, tables: counters.map((c) => c.content()) }));
      const changed = part(e);
      if (changed) counters.find((c) => e.name.startsWith(`${c.name}/`))?.add(changed.bytes);
      return changed;
    });
  };
  return {
    without: await change("without", (e) => (e.name.startsWith("persons/") ? null : e)),
    garbled: await change("garbled", (e) =>
      e.name.startsWith("versions/") ? { ...e, bytes: Buffer.concat([e.bytes, Buffer.from("half\n")]) } : e,
    ),
  };
}

describe("a database that is in the way", () => {
  test("a server runs on it, alone or one of several: refused, and nothing has changed", async () => {
    const target = await freshDatabase({ scenario: "north-karelia" });
    const server = openDriver(target.url, { max: 1 });
    try {
      const before = await rowsOf(target);
      for (const kind of ["", "_shared"]) {
        await server.unsafe(`select pg_advisory_lock${kind}(${SERVER_LOCK})`);
        await refused(restoreInto(target, file, { replace: true }), /A server is running on this database/);
        await server.unsafe(`select pg_advisory_unlock${kind}(${SERVER_LOCK})`);
      }
      expect(await rowsOf(target)).toEqual(before);
      await restoreInto(target, file, { replace: true });
      expect(await contentOf(target)).toBe(await contentOf(source));
    } finally {
      await server.end();
      await target.close();
    }
  });

  test("it belongs to a newer version of the product: neither restored over nor backed up", async () => {
    const target = await freshDatabase();
    try {
      await sql`insert into kysely_migration values ('9999-later', 'now')`.execute(target.ownerDb);
      await refused(
        restoreInto(target, file, { replace: true }),
        /newer version of the product \(9999-later\)/,
      );
      await refused(backUpTo(place.file("x"), target), /newer version of the product \(9999-later\)/);
    } finally {
      await target.close();
    }
  });

  test("tables of somebody else in the same database stay, and a view on ours is never torn away", async () => {
    const target = await freshDatabase();
    try {
      await sql`create table theirs as select 1 as one`.execute(target.ownerDb);
      await restoreInto(target, file);
      expect((await sql`select * from theirs`.execute(target.ownerDb)).rows).toEqual([{ one: 1 }]);
      await sql`create view their_view as select id from persons`.execute(target.ownerDb);
      const before = await rowsOf(target);
      await expect(restoreInto(target, file, { replace: true })).rejects.toThrow(/depend/);
      expect(await rowsOf(target)).toEqual(before);
    } finally {
      await target.close();
    }
  });

  test("nothing to back up is no backup", async () => {
    const target = await freshDatabase();
    try {
      await sql`drop schema public cascade`.execute(target.ownerDb);
      await sql`create schema public`.execute(target.ownerDb);
      await refused(backUpTo(place.file("nothing"), target), /nothing to back up/);
      expect(existsSync(place.file("nothing"))).toBe(false);
      expect(readdirSync(place.folder).filter((name) => name.includes("unfinished"))).toEqual([]);
    } finally {
      await target.close();
    }
  });
});
