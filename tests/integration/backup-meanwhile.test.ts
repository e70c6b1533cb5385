/**
 * Goal: a backup shows one moment while people edit, and whatever breaks into it or into a restore leaves nothing
 * half done; a large log passes through little memory.
 * Method: real Postgres; writers, cut connections and cancellations while the work is under way.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, describe, expect, inject, test } from "vitest";
import { inTransaction } from "../../db/backup/connection";
import { findFlaws } from "../../db/backup/flaws";
import { openDriver } from "../../db/client";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import {
  backUpTo,
  backupFolder,
  contentOf,
  demoDocument,
  edit,
  forever,
  restoreInto,
  rowsOf,
} from "../support/backups";
import { freshDatabase, type TestDatabase } from "../support/database";

const place = backupFolder();
afterAll(() => place.remove());

/** Rows of so many bytes, each another, straight into the log of a new document. Gives the document's id. */
async function longLog({ ownerDb }: TestDatabase, updates: number, bytesEach: number): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`with p as (insert into persons (name) values ('Kirjoittaja') returning id),
    d as (insert into documents (kind, schema_version, last_seq) values ('text', 1, ${updates}) returning id),
    u as (insert into document_updates (document_id, seq, update_id, person_id, origin, bytes, sha256)
      select d.id, n, gen_random_uuid(), p.id, 'edit', b, encode(sha256(b), 'hex')
      from d, p, generate_series(1, ${updates}) n,
        lateral (select sha256(n::text::bytea) || repeat('x', ${bytesEach - 32})::bytea as b) content)
    select id from d`.execute(ownerDb);
  return rows[0]?.id ?? "";
}

const leftovers = () => readdirSync(place.folder).filter((name) => name.includes("unfinished"));
const flawsOf = ({ ownerUrl }: TestDatabase) => inTransaction(ownerUrl, "read write", forever, findFlaws);

describe("while people edit", () => {
  test("a backup shows one moment: every log in it is whole, whatever is written meanwhile", async () => {
    const [source, target] = [await freshDatabase({ scenario: "north-karelia" }), await freshDatabase()];
    try {
      await longLog(source, 3_000, 1_000);
      const { documentId, personId } = await demoDocument(source);
      const log = createPostgresLog(source.db);
      const file = place.file("moment.tar.gz");
      let written = 0;
      let stop = false;
      const writing = (async () => {
        while (!stop) {
          const bytes = Uint8Array.of(0, 0); // an update that changes nothing
          await log.append(documentId, [
            { updateId: randomUUID(), personId, sessionId: null, origin: "edit", bytes },
          ]);
          written += 1;
        }
      })();
      await sleep(50);
      const made = await backUpTo(file, source);
      const after = written;
      stop = true;
      await writing;
      expect(after).toBeGreaterThan(5);
      expect(made.flaws).toEqual([]);
      await restoreInto(target, file);
      const restored = await createPostgresLog(target.db).read(documentId);
      const whole = await log.read(documentId);
      expect(restored.length).toBeLessThan(whole.length);
      expect(restored.map((u) => u.sha256)).toEqual(whole.slice(0, restored.length).map((u) => u.sha256));
    } finally {
      await Promise.all([source.close(), target.close()]);
    }
  });

  test("a migration that makes the log anew at that moment does not leave it empty in the backup", async () => {
    const source = await freshDatabase({ scenario: "north-karelia" });
    const migration = openDriver(source.ownerUrl, { max: 1 });
    try {
      const rows = (await rowsOf(source)).document_updates?.length;
      const file = place.file("migrating.tar.gz");
      let backup: ReturnType<typeof backUpTo> | null = null;
      await migration.begin(async (trx) => {
        await trx`alter table document_updates rename to before`;
        backup = backUpTo(file, source);
        await sleep(700); // it waits for the lock by now
        await trx`create table document_updates (like before including all)`;
        await trx`insert into document_updates select * from before`;
        await trx`drop table before`;
      });
      const made = await (backup as unknown as ReturnType<typeof backUpTo>).catch((error: Error) => error);
      // Either the new table, whole, or a plain failure; never an empty one.
      if (made instanceof Error) expect(made.message).toMatch(/document_updates|relation/);
      else expect(made.tables.find((t) => t.name === "document_updates")?.rows).toBe(rows);
      expect(leftovers()).toEqual([]);
    } finally {
      await migration.end();
      await source.close();
    }
  });
});

describe("what was wrong already", () => {
  test("a damaged row is told, does not keep the rest from being saved, and comes back as it was", async () => {
    const [source, target] = [await freshDatabase({ scenario: "north-karelia" }), await freshDatabase()];
    try {
      await edit(source, ["yksi", "kaksi"]);
      const { documentId } = await demoDocument(source);
      await sql`alter table document_updates disable trigger user`.execute(source.ownerDb);
      await sql`update document_updates set bytes = set_byte(bytes, 3, get_byte(bytes, 3) # 1) where seq = 2 and document_id = ${documentId}`.execute(
        source.ownerDb,
      );
      await sql`update documents set last_seq = last_seq + 1 where id = ${documentId}`.execute(
        source.ownerDb,
      );
      const made = await backUpTo(place.file("flawed.tar.gz"), source);
      expect(made.flaws).toHaveLength(2);
      expect(made.flaws[0]).toBe(`document ${documentId}: row 2 of its log is not what was written`);
      expect(made.flaws[1]).toMatch(/its log has \d+ rows and ends at \d+, and the document says/);
      await restoreInto(target, place.file("flawed.tar.gz"));
      expect(await flawsOf(target)).toEqual(made.flaws);
      expect(await rowsOf(target)).toEqual(await rowsOf(source));
    } finally {
      await Promise.all([source.close(), target.close()]);
    }
  });
});

describe("broken off", () => {
  test("the backup is cancelled, or its connection is cut: no file, nothing half written, and it can be made again", async () => {
    const source = await freshDatabase();
    try {
      await longLog(source, 4_000, 4_000);
      const file = place.file("cancelled.tar.gz");
      const begun = async () => {
        while (!leftovers().some((name) => statSync(place.file(name)).size > 100_000)) await sleep(2);
      };
      const cancelling = new AbortController();
      const cancelled = backUpTo(file, source, cancelling.signal);
      void begun().then(() => cancelling.abort(new Error("cancelled")));
      await expect(cancelled).rejects.toThrow("cancelled");
      expect([existsSync(file), leftovers()]).toEqual([false, []]);

      const cut = backUpTo(file, source);
      void begun().then(() => killBackends(source));
      await expect(cut).rejects.toThrow();
      expect([existsSync(file), leftovers()]).toEqual([false, []]);

      expect((await backUpTo(file, source)).flaws).toEqual([]);
    } finally {
      await source.close();
    }
  });

  test("the restore is cancelled, or its connection is cut: the old content stands", async () => {
    const [source, target] = [await freshDatabase(), await freshDatabase({ scenario: "north-karelia" })];
    try {
      await longLog(source, 4_000, 4_000);
      const file = place.file("big.tar.gz");
      await backUpTo(file, source);
      const [rows, content] = [await rowsOf(target), await contentOf(target)];
      for (const how of ["cancel", "cut"] as const) {
        const cancelling = new AbortController();
        const restoring = restoreInto(target, file, { replace: true, signal: cancelling.signal });
        const ended = restoring.then(
          () => "restored",
          () => "failed",
        );
        await copying(target);
        if (how === "cancel") cancelling.abort(new Error("cancelled"));
        else await killBackends(target);
        expect(await ended).toBe("failed");
        expect(await rowsOf(target)).toEqual(rows);
        expect(await contentOf(target)).toBe(content);
      }
      await restoreInto(target, file, { replace: true });
      expect((await rowsOf(target)).document_updates).toHaveLength(4_000);
    } finally {
      await Promise.all([source.close(), target.close()]);
    }
  });
});

/** Backends of a backup or a restore on this database, asked or ended as the superuser. */
async function backends<T>({ url }: TestDatabase, question: (name: string) => string): Promise<T[]> {
  const superuser = openDriver(inject("postgres").superuserUrl, { max: 1 });
  try {
    return (await superuser.unsafe(question(new URL(url).pathname.slice(1)))) as unknown as T[];
  } finally {
    await superuser.end();
  }
}
const WHERE = "application_name = 'kumppanuuspoyta backup' and datname =";
const killBackends = (database: TestDatabase) =>
  backends(
    database,
    (name) => `select pg_terminate_backend(pid) from pg_stat_activity where ${WHERE} '${name}'`,
  );
/** Resolves when rows of the log are being copied in. */
async function copying(database: TestDatabase): Promise<void> {
  const name = new URL(database.url).pathname.slice(1);
  const question = `select 1 from pg_stat_activity where query like 'copy public."document_updates"%' and ${WHERE} '${name}'`;
  // One connection for all the asking: a new one each time can take longer than the copying.
  const superuser = openDriver(inject("postgres").superuserUrl, { max: 1 });
  try {
    while ((await superuser.unsafe(question)).length === 0) await sleep(2);
  } finally {
    await superuser.end();
  }
}

describe("a large log", () => {
  test("50 000 updates of 1 kB pass through little memory both ways, and every hash is the same", {
    timeout: 240_000,
  }, async () => {
    const [source, target] = [await freshDatabase(), await freshDatabase()];
    try {
      const id = await longLog(source, 50_000, 1_000);
      const file = place.file("large.tar.gz");
      const backup = await measured(() => backUpTo(file, source));
      const restored = await measured(() => restoreInto(target, file));
      const mb = (bytes: number) => Math.round(bytes / 1e6);
      process.stdout.write(
        `backup ${backup.seconds} s, RSS +${mb(backup.growth)} MB; restore ${restored.seconds} s, RSS +${mb(restored.growth)} MB; file ${mb(statSync(file).size)} MB\n`,
      );
      // The rows are 100 MB on their way.
      expect(mb(backup.growth)).toBeLessThan(70);
      expect(mb(restored.growth)).toBeLessThan(70);
      expect(await hashes(target, id)).toBe(await hashes(source, id));
    } finally {
      await Promise.all([source.close(), target.close()]);
    }
  });
});

async function hashes({ ownerDb }: TestDatabase, id: string): Promise<string> {
  const rows = await ownerDb
    .selectFrom("document_updates")
    .select("sha256")
    .where("document_id", "=", id)
    .orderBy("seq")
    .execute();
  return createHash("sha256")
    .update(rows.map((row) => row.sha256).join())
    .digest("hex");
}

/** How long it took, and how far the process grew meanwhile. */
async function measured(work: () => Promise<unknown>) {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const from = performance.now();
  await work();
  clearInterval(sampling);
  return { seconds: Math.round((performance.now() - from) / 100) / 10, growth: peak - before };
}
