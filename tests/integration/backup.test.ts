/**
 * Goal: what was backed up comes back whole, into an empty database and over an old one, and nothing that was
 * signed, read or signed in before the restore goes on as if nothing had happened.
 * Method: the demo with edits through the real log; real Postgres on both sides; every row compared as text.
 */

import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../db/client";
import { migrate } from "../../db/migrate";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import {
  backUpTo,
  backupFolder,
  contentOf,
  demoDocument,
  edit,
  epochsOf,
  leaseKeyOf,
  restoreInto,
  rowsOf,
} from "../support/backups";
import { freshDatabase, type TestDatabase } from "../support/database";

const place = backupFolder();
afterAll(() => place.remove());

/** An int from the clock, in seconds since 2020: no epoch before this test was as high. */
const clockEpoch = () => Math.floor((Date.now() - Date.UTC(2020, 0, 1)) / 1000);

const saidBy = (personId: string) => ({
  person_id: personId,
  action: "test",
  subject_kind: "test",
  subject_id: null,
  detail: "{}",
});

describe("backup and restore", () => {
  let source: TestDatabase;
  const file = place.file("demo.tar.gz");
  let [content, rows, epochs, key]: [string, Record<string, string[]>, Record<string, number>, string] = [
    "",
    {},
    {},
    "",
  ];

  beforeAll(async () => {
    source = await freshDatabase({ scenario: "north-karelia" });
    await edit(source, ["yksi", "kaksi", "kolme"]);
    const { personId } = await demoDocument(source);
    const soon = new Date(Date.now() + 1e6);
    await source.db
      .insertInto("sessions")
      .values({
        id: "hash",
        person_id: personId,
        device: "",
        proven_at: new Date(),
        expires_at: soon,
        ends_at: soon,
      })
      .execute();
    const said = saidBy(personId);
    await source.db.insertInto("audit_events").values([said, said]).execute();
    [content, rows, epochs, key] = [
      await contentOf(source),
      await rowsOf(source),
      await epochsOf(source),
      await leaseKeyOf(source),
    ];
    expect(content).toContain("kolme kaksi yksi ");
    await backUpTo(file, source);
    await edit(source, ["myöhempi"]);
    expect(await contentOf(source)).not.toBe(content);
  });
  afterAll(() => source.close());

  test("the file is its owner's only, opens with tar, and tells what it holds; no session and no key is in it", async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const names = execFileSync("tar", ["tzf", file], { encoding: "utf8" }).trim().split("\n");
    expect(names[0]).toBe("backup.json");
    expect(names.at(-1)).toBe("manifest.json");
    expect(names).toContain("document_updates/000001.copy");
    expect(names.filter((n) => /session|installation|snapshot/.test(n))).toEqual([]);
    const manifest = JSON.parse(execFileSync("tar", ["xzOf", file, "manifest.json"], { encoding: "utf8" }));
    const counts = Object.fromEntries(
      manifest.tables.map((t: { name: string; rows: number }) => [t.name, t.rows]),
    );
    expect(counts).toEqual(Object.fromEntries(Object.entries(rows).map(([name, all]) => [name, all.length])));
    expect(manifest).toMatchObject({ product: "kumppanuuspoyta", format: 1, flaws: [] });
    await expect(backUpTo(file, source)).rejects.toThrow(/is there already/);
  });

  test("into an empty database: every row, new epochs, a new key, no session, and the log can go on", async () => {
    const target = await freshDatabase();
    try {
      const lost = await restoreInto(target, file);
      expect([...lost]).toEqual([]);
      expect(await rowsOf(target)).toEqual(rows);
      expect(await contentOf(target)).toBe(content);
      expect(await target.db.selectFrom("sessions").selectAll().execute()).toEqual([]);
      expect(await leaseKeyOf(target)).not.toBe(key);
      for (const [id, epoch] of Object.entries(await epochsOf(target))) {
        expect(epoch).toBeGreaterThan(epochs[id] ?? 0);
        expect(Math.abs(epoch - clockEpoch())).toBeLessThan(60);
      }
      // As the application's role: rights were given again, numbers go on, and what is append-only still is.
      await edit(target, ["jatkuu"]);
      const { documentId, personId } = await demoDocument(target);
      const log = await createPostgresLog(target.db).read(documentId);
      expect(log.map((u) => u.seq)).toEqual(log.map((_, n) => n + 1));
      const { id } = await target.db
        .insertInto("audit_events")
        .values(saidBy(personId))
        .returning("id")
        .executeTakeFirstOrThrow();
      expect(Number(id)).toBe(3);
      await expect(target.ownerDb.deleteFrom("document_updates").execute()).rejects.toThrow(/append-only/);
      await expect(target.db.deleteFrom("versions").execute()).rejects.toThrow(/permission denied/);
      await expect(sql`truncate document_updates`.execute(target.ownerDb)).rejects.toThrow(/append-only/);
    } finally {
      await target.close();
    }
  });

  test("over an old one only with --replace: what is lost is told, and epochs go above both", async () => {
    const target = await freshDatabase({ scenario: "north-karelia" });
    try {
      await sql`update documents set epoch = 2000000000`.execute(target.ownerDb);
      const before = await rowsOf(target);
      await expect(restoreInto(target, file)).rejects.toThrow(
        /not empty.* lost: .*\d+ rows of document_updates.*--replace/,
      );
      expect(await rowsOf(target)).toEqual(before);

      const lost = await restoreInto(source, file, { replace: true });
      expect(lost.get("document_updates")).toBe((rows.document_updates?.length ?? 0) + 1);
      expect(await rowsOf(source)).toEqual(rows);
      expect(await contentOf(source)).toBe(content);

      // The same document ids, an epoch from a clock that went wrong: still above.
      await sql`update documents set epoch = 2000000000`.execute(source.ownerDb);
      await restoreInto(source, file, { replace: true });
      expect(new Set(Object.values(await epochsOf(source)))).toEqual(new Set([2_000_000_001]));
    } finally {
      await target.close();
    }
  });

  test("twice into empty databases: the epochs of the two differ, since neither knows the other", async () => {
    const seen: number[] = [];
    for (const wait of [0, 1_100]) {
      const target = await freshDatabase();
      await new Promise((resolve) => setTimeout(resolve, wait));
      await restoreInto(target, file);
      seen.push(Object.values(await epochsOf(target))[0] ?? 0);
      await target.close();
    }
    expect(seen[1]).toBeGreaterThan(seen[0] ?? 0);
  });

  test("a backup from before a migration is loaded as it was and then brought up to date", async () => {
    const [old, target] = [await freshDatabase(), await freshDatabase()];
    try {
      await sql`drop schema public cascade`.execute(old.ownerDb);
      await sql`create schema public`.execute(old.ownerDb);
      const owner = openDatabase(old.ownerUrl, { max: 1 });
      await migrate(owner, "0001-foundation");
      const person = await owner
        .insertInto("persons")
        .values({ name: "Vanha", language: "fi" })
        .returning("id")
        .executeTakeFirstOrThrow();
      await sql`with d as (insert into documents (kind, schema_version, last_seq) values ('text', 1, 2) returning id)
        insert into document_updates (document_id, seq, update_id, person_id, origin, bytes, sha256)
        select d.id, n, gen_random_uuid(), ${person.id}, 'edit', b, encode(sha256(b), 'hex')
        from d, (values (1, '\\x01'::bytea), (2, '\\x0a09'::bytea)) as u (n, b)`.execute(owner);
      const oldFile = place.file("old.tar.gz");
      const { migrations } = await backUpTo(oldFile, old);
      expect(migrations).toEqual(["0001-foundation"]);
      const before = await rowsOf(old);
      await owner.destroy();
      await restoreInto(target, oldFile);
      const after = await rowsOf(target);
      const added = Object.keys(after).filter((name) => !(name in before));
      expect(added).toContain("positions");
      expect(after).toEqual({ ...before, ...Object.fromEntries(added.map((name) => [name, []])) });
      expect(Object.values(await epochsOf(target))).toHaveLength(1);
      expect(await leaseKeyOf(target)).toMatch(/^[0-9a-f]{64}$/);
    } finally {
      await Promise.all([old.close(), target.close()]);
    }
  });

  test("a backup of a restored database is the same, but for what a restore changes", async () => {
    const target = await freshDatabase();
    try {
      await restoreInto(target, file);
      const again = place.file("again.tar.gz");
      await backUpTo(again, target);
      const part = (f: string, name: string) =>
        execFileSync("tar", ["xzOf", f, name], { encoding: "utf8" }).split("\n").sort();
      for (const name of ["document_updates", "versions", "audit_events", "persons"])
        expect(part(again, `${name}/000001.copy`)).toEqual(part(file, `${name}/000001.copy`));
    } finally {
      await target.close();
    }
  });
});
