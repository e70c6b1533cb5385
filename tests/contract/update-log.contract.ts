/** What every update log must do. Each implementation runs this suite. */
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { DocumentNotFound, type NewUpdate, type UpdateLog } from "../../server/collab/update-log";

export interface LogUnderTest {
  log: UpdateLog;
  /** Makes an empty document. */
  createDocument: () => Promise<string>;
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
}
