/**
 * Goal: a document is made once, whoever opens it; what is damaged is never shown as whole; and a long time apart
 * merges (I2, I3, I4, I6, I7, I13).
 * Method: two real servers on a real Postgres whose rows are damaged as its superuser can; raw sockets and bots.
 */
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { categoryText, setCategoryFields } from "../../app/collab/documents/split-document";
import { openDriver } from "../../db/client";
import { runCommand } from "../support/backup-command";
import { scaled } from "../support/checker-seeds";
import { contentOf, contentOfUpdates, rowsOfLog } from "../support/durability";
import { eventually } from "../support/eventually";
import { Cluster } from "./cluster";
import { RawClient } from "./raw-client";
import { seededFor } from "./typing";

const random = seededFor("documents");
const MERGED_WITHIN = 6_000;

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start({ random });
});
afterAll(async () => {
  process.stdout.write(`documents: ${cluster.report}\n`);
  await cluster.close();
});

/** Does what only the superuser can: past the rights and the triggers. */
async function damage(statement: string, documentId: string): Promise<void> {
  const sql = openDriver(cluster.postgres.superuserUrl, { max: 1 });
  try {
    await sql.unsafe("set session_replication_role = replica");
    await sql.unsafe(statement, [documentId]);
  } finally {
    await sql.end();
  }
}

const restartAll = async () => {
  for (const { server } of cluster.nodes) await server.restart();
};

describe("two servers that open one document at once", () => {
  it("make one of it, and both write in it (I4, I6)", async () => {
    const [here, there] = await Promise.all(
      cluster.nodes.map((node, n) => RawClient.connect(cluster, node, n === 0 ? "joensuu" : "liperi")),
    );
    const type = (what: string) => (doc: Y.Doc) => categoryText(doc, "a", "rationale", "fi")?.insert(0, what);
    for (let n = 0; n < scaled(20, 200); n++) {
      const documentId = await cluster.newDocument();
      cluster.fault("two servers open one document at once");
      await Promise.all([here!.join(documentId), there!.join(documentId)]);
      expect(here!.content).toBe(there!.content);
      const answers = await Promise.all([
        here!.change(documentId, type("täällä")),
        there!.change(documentId, type("siellä")),
      ]);
      expect(answers.map((answer) => answer.ok && answer.seq).sort()).toEqual([2, 3]);
      await eventually(() => here!.content === there!.content, "one content");
      const rows = await rowsOfLog(cluster.db, documentId);
      expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(contentOfUpdates(rows.map(({ bytes }) => bytes))).toBe(here!.content);
      for (const client of [here!, there!]) client.leave(documentId);
    }
    for (const client of [here!, there!]) client.close();
  }, 300_000);

  it("give one update one row and one answer, at whichever it comes, however often (I7)", async () => {
    const documentId = await cluster.newDocument();
    const [here, there] = await Promise.all(
      cluster.nodes.map((node) => RawClient.connect(cluster, node, "joensuu")),
    );
    await Promise.all([here!.join(documentId), there!.join(documentId)]);
    const before = Y.encodeStateVector(here!.doc);
    categoryText(here!.doc, "b", "rationale", "fi")?.insert(0, "kerran");
    const bytes = Y.encodeStateAsUpdate(here!.doc, before);
    const updateId = randomUUID();
    // The other server knows the lease by its signature only when it is asked for: the same tab goes on there.
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => here!.send(documentId, bytes, updateId)),
    );
    expect(new Set(answers.map((answer) => (answer.ok ? answer.seq : answer.refusal)))).toEqual(new Set([2]));
    expect((await rowsOfLog(cluster.db, documentId)).length).toBe(2);
    await eventually(() => there!.content.split("kerran").length === 2, "the word at the other server, once");
    for (const client of [here!, there!]) client.close();
  });
});

describe("what is damaged", () => {
  let documentId: string;

  /** So many edits through a server, each in an update of its own. */
  async function edits(count: number): Promise<void> {
    const client = await RawClient.connect(cluster, cluster.nodes[0]!, "kitee");
    await client.join(documentId);
    for (let n = 0; n < count; n++) {
      const answer = await client.change(documentId, (doc) =>
        setCategoryFields(doc, "c", { legalBasis: `muutos ${n}` }),
      );
      // Typing is never this fast: a pause when the server says so.
      if (!answer.ok) throw new Error(answer.refusal);
      await sleep(10);
    }
    client.close();
  }
  const wholeLog = async () =>
    contentOfUpdates((await rowsOfLog(cluster.db, documentId)).map(({ bytes }) => bytes));

  beforeAll(async () => {
    documentId = await cluster.newDocument();
    await edits(210);
    const sql = openDriver(cluster.postgres.superuserUrl, { max: 1 });
    await eventually(
      async () =>
        (await sql.unsafe("select 1 from document_snapshots where document_id = $1", [documentId])).length >
        0,
      "a snapshot",
      20_000,
    );
    await sql.end();
    await edits(3);
  }, 120_000);

  it("a snapshot: the document comes from the log, whole and editable", async () => {
    cluster.fault("corrupted snapshot");
    await damage(
      "update document_snapshots set bytes = set_byte(bytes, 20, (get_byte(bytes, 20) + 1) % 256) where document_id = $1",
      documentId,
    );
    await restartAll();
    const client = await cluster.join("kitee", { documentId });
    expect(contentOf(client.document)).toBe(await wholeLog());
    expect(client.document.access).toBe("edit");
    await cluster.leave(client);
  }, 60_000);

  it("a row of the log: the document is read from what stands before it, and not edited, until it is mended (I13)", async () => {
    const rows = await rowsOfLog(cluster.db, documentId);
    const good = contentOfUpdates(rows.slice(0, -1).map(({ bytes }) => bytes));
    const flip = "set_byte(bytes, length(bytes) - 4, get_byte(bytes, length(bytes) - 4) # 1)";
    const last = "document_id = $1 and seq = (select max(seq) from document_updates where document_id = $1)";
    cluster.fault("corrupted row of the log");
    await damage(`update document_updates set bytes = ${flip} where ${last}`, documentId);
    await restartAll();
    const client = await cluster.join("kitee", { documentId });
    expect(contentOf(client.document)).toBe(good);
    expect(client.document.state).toMatchObject({ kind: "readOnly", reason: "quarantined" });
    // Everyone else goes on.
    const other = await cluster.join("kitee");
    other.bot.append();
    await other.document.whenSaved();
    for (const left of [client, other]) await cluster.leave(left);
    await damage(`update document_updates set bytes = ${flip} where ${last}`, documentId);
    await restartAll();
    const mended = await cluster.join("kitee", { documentId });
    expect(contentOf(mended.document)).toBe(await wholeLog());
    expect(mended.document.access).toBe("edit");
    await cluster.leave(mended);
  }, 60_000);
});

describe("a long time apart", () => {
  it("with two thousand edits on each side merges, and keeps every one (I2, I6)", async () => {
    const count = 2_000;
    const [away, here] = [await cluster.join("outokumpu"), await cluster.join("polvijarvi")];
    cluster.fault("a day offline, 2,000 edits on each side");
    away.document.connection.socket.disconnect();
    await eventually(() => away.document.state.kind === "offline", "offline");
    away.bot.appendMany(count);
    for (let n = 0; n < count; n += 100) {
      here.bot.appendMany(100);
      await here.document.whenSaved();
    }
    const began = Date.now();
    away.document.connection.socket.connect();
    await away.document.whenSaved();
    expect(Date.now() - began).toBeLessThan(MERGED_WITHIN);
    expect(await cluster.verdict()).toEqual([]);
    for (const client of [away, here]) await cluster.leave(client);
  }, 120_000);
});

describe("a restore of an older backup", () => {
  it("while people hold newer text gives them a copy to look through: nothing is merged by itself, nothing is lost (I5)", async () => {
    const { postgres, nodes } = cluster;
    const env = { DATABASE_URL: postgres.appUrl, MIGRATION_DATABASE_URL: postgres.ownerUrl };
    const file = path.join(os.tmpdir(), `kp-faults-${randomUUID()}.kumppanuuspoyta`);
    const documentId = await cluster.newDocument();
    const client = await cluster.join("maakuntaliitto", { documentId });
    client.bot.appendMany(5);
    await client.document.whenSaved();
    const older = contentOf(client.document);
    expect(await runCommand(["backup", file], env)).toMatchObject({ code: 0 });
    client.bot.appendMany(5);
    await client.document.whenSaved();
    const newer = contentOf(client.document);
    for (const { server } of nodes) await server.stop();
    cluster.fault("restore of an older backup");
    expect(await runCommand(["restore", file, "--replace"], env)).toMatchObject({ code: 0 });
    rmSync(file, { force: true });
    await restartAll();
    // A backup holds no session: everyone signs in again.
    await eventually(() => client.document.state.kind === "ended", "the session is over", 30_000);
    const { socket } = client.document.connection;
    const cookie = await cluster.cookieOf("maakuntaliitto", true);
    socket.io.opts.extraHeaders = { ...socket.io.opts.extraHeaders, cookie };
    socket.connect();
    await eventually(() => client.document.status.review !== null, "the copy to look through", 20_000);
    expect(contentOf(client.document.status.review!)).toBe(newer);
    await eventually(() => client.document.state.kind === "saved", "the restored document");
    expect(contentOf(client.document)).toBe(older);
    const log = await rowsOfLog(cluster.db, documentId);
    expect(contentOfUpdates(log.map(({ bytes }) => bytes))).toBe(older);
    await cluster.leave(client);
  }, 120_000);
});
