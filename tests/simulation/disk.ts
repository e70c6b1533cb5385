/** The database of a simulated run: one document's log and snapshots, shared by all nodes, slow and failing on command. */
import {
  type Appended,
  DocumentNotFound,
  type LoggedUpdate,
  type NewUpdate,
  SNAPSHOTS_KEPT,
  type Snapshot,
  type UpdateLog,
} from "../../server/collab/log/update-log";
import { pause } from "./virtual-clock";

export const DOCUMENT_ID = "00000000-0000-4000-8000-000000000001";
const SCHEMA_VERSION = 1;

/** How the disk behaves now. */
export interface DiskWeather {
  /** The longest that one question takes, each way. Milliseconds. */
  latency: number;
  /** Probabilities: nothing is done and an error comes; all is done and the answer does not come. */
  fails: number;
  answerLost: number;
}
export const FAIR: DiskWeather = { latency: 4, fails: 0, answerLost: 0 };

export class Disk {
  weather: DiskWeather = FAIR;
  readonly rows: LoggedUpdate[] = [];
  private readonly seqOf = new Map<string, number>();
  private snapshots: Snapshot[] = [];
  /** Appends that were made and not answered, and questions that failed: what the run did. */
  readonly counts = { appends: 0, failed: 0, answersLost: 0 };

  constructor(
    private readonly random: () => number,
    seed: Uint8Array,
  ) {
    this.commit([{ updateId: "seed", personId: "seed", sessionId: null, origin: "seed", bytes: seed }]);
  }

  get seq(): number {
    return this.rows.length;
  }

  seqOfUpdate(updateId: string): number | undefined {
    return this.seqOf.get(updateId);
  }

  /** One transaction. */
  commit(updates: NewUpdate[]): Appended[] {
    return updates.map((update) => {
      const known = this.seqOf.get(update.updateId);
      if (known) return { updateId: update.updateId, seq: known, fresh: false };
      const seq = this.rows.length + 1;
      const bytes = new Uint8Array(update.bytes);
      this.rows.push({ ...update, bytes, seq, sha256: "", createdAt: new Date() });
      this.seqOf.set(update.updateId, seq);
      return { updateId: update.updateId, seq, fresh: true };
    });
  }

  /** The log as one node has it. A node that is gone hears nothing more; what it had asked for is done all the same. */
  mount(alive: () => boolean): UpdateLog {
    const ask = async <T>(documentId: string, work: () => T): Promise<T> => {
      const { fails, answerLost, latency } = this.weather;
      await pause(this.random() * latency);
      if (documentId !== DOCUMENT_ID) throw new DocumentNotFound(documentId);
      if (this.random() < fails) {
        this.counts.failed++;
        throw new Error("the database is away");
      }
      const answer = work();
      await pause(this.random() * latency);
      if (!alive()) return new Promise<T>(() => undefined);
      if (this.random() < answerLost) {
        this.counts.answersLost++;
        throw new Error("the answer was lost");
      }
      return answer;
    };
    return {
      append: (id, updates) => {
        this.counts.appends++;
        return ask(id, () => this.commit(updates));
      },
      read: (id, after = 0) => ask(id, () => this.rows.slice(after)),
      head: (id) =>
        ask(id, () => ({ kind: "split", schemaVersion: SCHEMA_VERSION, seq: this.seq, epoch: 1 }) as const),
      heads: () => ask(DOCUMENT_ID, () => new Map([[DOCUMENT_ID, this.seq]])),
      snapshot: (id, before = Number.POSITIVE_INFINITY) =>
        ask(id, () => this.snapshots.find(({ seq }) => seq < before) ?? null),
      keepSnapshot: (id, { seq, bytes }) =>
        ask(id, () => {
          if (this.snapshots.some((snapshot) => snapshot.seq === seq)) return;
          this.snapshots.push({ seq, bytes: new Uint8Array(bytes), intact: true });
          this.snapshots = this.snapshots.sort((a, b) => b.seq - a.seq).slice(0, SNAPSHOTS_KEPT);
        }),
      behindSnapshots: async () => [],
    };
  }
}
