/** What every update log must do. Each implementation runs this suite. */
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import {
  type DocumentKind,
  DocumentNotFound,
  type NewUpdate,
  SNAPSHOTS_KEPT,
  type UpdateLog,
} from "../../server/collab/log/update-log";

export interface LogUnderTest {
  log: UpdateLog;
  /** Makes an empty document, a split unless told otherwise. */
  createDocument: (kind?: DocumentKind) => Promise<string>;
  personId: string;
}

/** Registers the suite; `setUp` is asked once per test. */
export function updateLogContract(setUp: () => Promise<LogUnderTest>): void {
  const update = (personId: string, ...bytes: number[]): NewUpdate => ({
    updateId: randomUUID(),
    personId,
    sessionId: null,
    origin: "edit",
    bytes: Uint8Array.from(bytes),
  });

  it("numbers updates 1, 2, 3 … in the order given and reads them back with who, when and what (I3)", async () => {
    const { log, createDocument, personId } = await setUp();
    const id = await createDocument();
    const [a, b, c] = [update(personId, 1), update(personId, 2, 0, 255), update(personId, 3)];
    expect(await log.append(id, [a, b])).toEqual([
      { updateId: a.updateId, seq: 1, fresh: true },
      { updateId: b.updateId, seq: 2, fresh: true },
    ]);
    expect((await log.append(id, [c])).map((r) => r.seq)).toEqual([3]);
    const rows = await log.read(id);
    expect(rows.map((r) => [r.seq, r.updateId, r.personId, r.origin, [...r.bytes]])).toEqual([
      [1, a.updateId, personId, "edit", [1]],
      [2, b.updateId, personId, "edit", [2, 0, 255]],
      [3, c.updateId, personId, "edit", [3]],
    ]);
    expect(rows[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0]?.createdAt).toBeInstanceOf(Date);
    expect((await log.read(id, 2)).map((r) => r.seq)).toEqual([3]);
    expect(await log.read(id, 3)).toEqual([]);
  });

  it("gives a duplicate the number it had and makes no second row (I7)", async () => {
    const { log, createDocument, personId } = await setUp();
    const id = await createDocument();
    const [a, b] = [update(personId, 1), update(personId, 2)];
    await log.append(id, [a]);
    expect(await log.append(id, [b, a, b])).toEqual([
      { updateId: b.updateId, seq: 2, fresh: true },
      { updateId: a.updateId, seq: 1, fresh: false },
      { updateId: b.updateId, seq: 2, fresh: false },
    ]);
    expect((await log.read(id)).length).toBe(2);
  });

  it("keeps documents apart", async () => {
    const { log, createDocument, personId } = await setUp();
    const [one, two] = [await createDocument(), await createDocument()];
    const shared = update(personId, 1);
    expect((await log.append(one, [shared]))[0]).toMatchObject({ seq: 1, fresh: true });
    expect((await log.append(two, [shared]))[0]).toMatchObject({ seq: 1, fresh: true });
  });

  it("leaves no hole and loses nothing when many append at once", async () => {
    const { log, createDocument, personId } = await setUp();
    const id = await createDocument();
    const twice = update(personId, 9);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => log.append(id, n % 5 === 0 ? [twice] : [update(personId, n)])),
    );
    const rows = await log.read(id);
    expect(rows.map((r) => r.seq)).toEqual(Array.from({ length: 17 }, (_, n) => n + 1));
    expect(rows.filter((r) => r.updateId === twice.updateId)).toHaveLength(1);
  });

  it("never takes an unknown document for an empty one (I4)", async () => {
    const { log, createDocument, personId } = await setUp();
    expect(await log.read(await createDocument())).toEqual([]);
    const unknown = randomUUID();
    await expect(log.read(unknown)).rejects.toThrow(DocumentNotFound);
    await expect(log.append(unknown, [update(personId, 1)])).rejects.toThrow(DocumentNotFound);
  });

  it("appends to many documents at once, each with numbers of its own", async () => {
    const { log, createDocument, personId } = await setUp();
    const ids = await Promise.all(Array.from({ length: 30 }, () => createDocument()));
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        ids.map((id, n) => log.append(id, [update(personId, n), update(personId, n + 1)])),
      ).flat(),
    );
    expect(answers.flat().every(({ fresh }) => fresh)).toBe(true);
    for (const [n, id] of ids.entries()) {
      const rows = await log.read(id);
      expect(rows.map((r) => r.seq)).toEqual(Array.from({ length: 10 }, (_, k) => k + 1));
      expect(rows.map((r) => r.bytes[0])).toEqual(Array.from({ length: 10 }, (_, k) => n + (k % 2)));
    }
  });

  it("keeps the calls of one document in the order they came", async () => {
    const { log, createDocument, personId } = await setUp();
    const id = await createDocument();
    const other = await createDocument();
    const calls: Promise<unknown>[] = [];
    for (let n = 0; n < 40; n++) {
      calls.push(log.append(id, [update(personId, n)]), log.append(other, [update(personId, n)]));
      if (n % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(calls);
    for (const one of [id, other])
      expect((await log.read(one)).map((r) => r.bytes[0])).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });

  it("lets an unknown document fail alone among many (I13)", async () => {
    const { log, createDocument, personId } = await setUp();
    const ids = await Promise.all(Array.from({ length: 5 }, () => createDocument()));
    const [unknown, ...known] = await Promise.allSettled(
      [randomUUID(), ...ids].map((id) => log.append(id, [update(personId, 1)])),
    );
    expect(unknown).toMatchObject({ status: "rejected", reason: { name: "DocumentNotFound" } });
    expect(known.map(({ status }) => status)).toEqual(ids.map(() => "fulfilled"));
  });

  it("appends nothing when there is nothing to append", async () => {
    const { log, createDocument } = await setUp();
    expect(await log.append(await createDocument(), [])).toEqual([]);
    await expect(log.append(randomUUID(), [])).rejects.toThrow(DocumentNotFound);
  });

  it("reads a long log whole, and keeps the bytes it was given", async () => {
    const { log, createDocument, personId } = await setUp();
    const id = await createDocument();
    const bytes = Uint8Array.of(7);
    await log.append(id, [{ ...update(personId), bytes }]);
    bytes[0] = 8;
    const many = Array.from({ length: 2500 }, (_, n) => update(personId, n & 255));
    await log.append(id, many);
    const rows = await log.read(id);
    expect(rows.map((r) => r.seq)).toEqual(Array.from({ length: 2501 }, (_, n) => n + 1));
    expect(rows[0]?.bytes).toEqual(Uint8Array.of(7));
    expect(rows.slice(1).map((r) => r.updateId)).toEqual(many.map((u) => u.updateId));
  });

  it("tells the head of a document, and the heads of many", async () => {
    const { log, createDocument, personId } = await setUp();
    const [split, text] = [await createDocument(), await createDocument("text")];
    await log.append(split, [update(personId, 1), update(personId, 2)]);
    expect(await log.head(split)).toEqual({ kind: "split", schemaVersion: 1, seq: 2, epoch: 1 });
    expect(await log.head(text)).toEqual({ kind: "text", schemaVersion: 1, seq: 0, epoch: 1 });
    const unknown = randomUUID();
    await expect(log.head(unknown)).rejects.toThrow(DocumentNotFound);
    expect(await log.heads([split, unknown, text])).toEqual(
      new Map([
        [split, 2],
        [text, 0],
      ]),
    );
    expect(await log.heads([])).toEqual(new Map());
  });

  it("keeps the newest snapshots, finds the one below a number, and does not change one", async () => {
    const { log, createDocument } = await setUp();
    const [id, other] = [await createDocument(), await createDocument()];
    expect(await log.snapshot(id)).toBeNull();
    await log.keepSnapshot(other, { seq: 1, bytes: Uint8Array.of(99) });
    const seqs = Array.from({ length: SNAPSHOTS_KEPT + 2 }, (_, n) => (n + 1) * 10);
    for (const seq of seqs) await log.keepSnapshot(id, { seq, bytes: Uint8Array.of(seq, 0, 255) });
    const newest = seqs.at(-1)!;
    expect(await log.snapshot(id)).toEqual({
      seq: newest,
      bytes: Uint8Array.of(newest, 0, 255),
      intact: true,
    });
    await log.keepSnapshot(id, { seq: newest, bytes: Uint8Array.of(1) });
    expect((await log.snapshot(id))?.bytes).toEqual(Uint8Array.of(newest, 0, 255));
    const found: number[] = [];
    for (let at = await log.snapshot(id); at; at = await log.snapshot(id, at.seq)) found.push(at.seq);
    expect(found).toEqual(seqs.slice(-SNAPSHOTS_KEPT).reverse());
    expect((await log.snapshot(other))?.bytes).toEqual(Uint8Array.of(99));
  });

  it("lists the documents that are behind their snapshots, the longest first", async () => {
    const { log, createDocument, personId } = await setUp();
    const lengths = [600, 599, 700, 500];
    const ids = await Promise.all(lengths.map(() => createDocument()));
    for (const [n, id] of ids.entries())
      await log.append(
        id,
        Array.from({ length: lengths[n]! }, () => update(personId, 1)),
      );
    await log.keepSnapshot(ids[3]!, { seq: 100, bytes: Uint8Array.of(1) });
    const ours = async (updates: number) =>
      (await log.behindSnapshots(updates, 1000)).filter((id) => ids.includes(id));
    expect(await ours(599)).toEqual([ids[2], ids[0], ids[1]]);
    expect((await ours(400)).at(-1)).toBe(ids[3]);
    await log.keepSnapshot(ids[2]!, { seq: 102, bytes: Uint8Array.of(1) });
    expect(await ours(599)).toEqual([ids[0], ids[1]]);
    expect((await log.behindSnapshots(400, 2)).length).toBe(2);
  });
}
