/**
 * Goal: what is acknowledged is never missing, and everyone converges, through restarts and failing appends.
 * Method: real gateway and Postgres; the server is torn down under the clients, and a log that fails on command.
 * Random runs print their seed.
 */
import { afterEach, describe, expect, it } from "vitest";
import {
  categoryText,
  editText,
  readSplit,
  setCategoryFields,
} from "../../app/collab/documents/split-document";
import { addUndoably } from "../../app/collab/documents/undoable-add";
import { LOCAL } from "../../app/collab/origins";
import { SIDES } from "../../app/domain/split/split";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import type { UpdateLog } from "../../server/collab/log/update-log";
import { contentOf, contentOfLog, Witness } from "../support/durability";
import { eventually } from "../support/eventually";
import { type LiveServer, startLiveServer } from "../support/live-server";
import { logBetween } from "../support/log-between";
import { aCategory } from "../support/splits";

let server: LiveServer;
afterEach(() => server.close());

describe("a restart of the server", () => {
  it("loses nothing, and everyone comes back and converges", async () => {
    server = await startLiveServer();
    const [liperi, region] = [await server.open("liperi"), await server.open("hyvinvointialue")];
    editText(categoryText(liperi.doc, "events", "label", "fi")!, "Ennen", LOCAL);
    await liperi.whenSaved();
    const restart = server.restart(300);
    await eventually(() => liperi.state.kind === "offline" && region.state.kind === "offline", "offline");
    editText(categoryText(liperi.doc, "events", "label", "fi")!, "Ennen ja aikana", LOCAL);
    setCategoryFields(region.doc, "events", { sides: "region" }, LOCAL);
    expect(liperi.state).toMatchObject({ kind: "offline", count: 1 });
    await restart;
    await Promise.all([liperi.whenSaved(), region.whenSaved()]);
    await eventually(() => contentOf(liperi) === contentOf(region), "the same content");
    expect(contentOf(liperi)).toContain("Ennen ja aikana");
    expect(await contentOfLog(server)).toBe(contentOf(liperi));
  });
});

describe("a log that fails", () => {
  it("acknowledges nobody until it is back, and then everyone, once (I1, I2)", async () => {
    let away = false;
    /** Fails after the commit, as a lost connection does: the row is there, the answer is not. */
    let loseAnswer = false;
    const there = () => {
      if (away) throw new Error("the database is away");
    };
    const wrapLog = (real: UpdateLog) =>
      logBetween(real, there, {
        append: async (id, updates) => {
          there();
          const answers = await real.append(id, updates);
          if (!loseAnswer) return answers;
          loseAnswer = false;
          throw new Error("the answer was lost");
        },
      });
    server = await startLiveServer({ wrapLog });
    const [liperi, region] = [await server.open("liperi"), await server.open("hyvinvointialue")];
    away = true;
    editText(categoryText(liperi.doc, "events", "label", "fi")!, "Katkon aikana", LOCAL);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(liperi.state).toMatchObject({ kind: "saving", count: 1 });
    expect(contentOf(region)).not.toContain("Katkon aikana");
    away = false;
    await liperi.whenSaved();
    await eventually(() => contentOf(region) === contentOf(liperi), "the change");
    loseAnswer = true;
    setCategoryFields(liperi.doc, "events", { legalBasis: "kerran" }, LOCAL);
    await liperi.whenSaved();
    await eventually(() => contentOf(region) === contentOf(liperi), "the second change");
    const { rows } = { rows: await createPostgresLog(server.database.db).read(server.documentId) };
    expect(rows.map((r) => r.seq)).toEqual([1, 2, 3, 4]);
    expect(await contentOfLog(server)).toBe(contentOf(region));
  });
});

describe("random edits", () => {
  it("of three people, with restarts between, end in one content everywhere (I6)", async () => {
    const seed = Number(process.env.SEED ?? 20220520);
    process.stdout.write(`seed ${seed}\n`);
    const random = randomOf(seed);
    const pick = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)]!;
    server = await startLiveServer();
    const clients = await Promise.all(["liperi", "joensuu", "hyvinvointialue"].map((s) => server.open(s)));
    const witness = new Witness();
    for (let step = 0; step < 150; step++) {
      const client = pick(clients);
      const { doc } = client;
      const ids = readSplit(doc).categories.map((c) => c.id);
      const id = pick(ids);
      const action = random();
      if (action < 0.5) {
        const text = categoryText(doc, id, "rationale", pick(["fi", "sv", "en"]))!;
        witness.type(client, { text, index: Math.floor(random() * (text.length + 1)) });
      } else if (action < 0.7) setCategoryFields(doc, id, { sides: pick(SIDES) }, LOCAL);
      else if (action < 0.8) setCategoryFields(doc, id, { question: { text: `kysymys ${step}` } }, LOCAL);
      else if (action < 0.9) addUndoably(doc, aCategory({ id: `random-${step}`, order: `z${step}` }));
      else await new Promise((resolve) => setTimeout(resolve, random() * 30));
      if (step === 50 || step === 100) await server.restart(random() * 100);
      if (step % 40 === 30) pick(clients).connection.socket.io.engine.close();
    }
    await Promise.all(clients.map((client) => client.whenSaved()));
    for (const client of clients) witness.noteSaved(client);
    expect(await witness.broken(server, clients)).toEqual([]);
  }, 60_000);
});

/** mulberry32: small, seeded, good enough to shuffle edits. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
