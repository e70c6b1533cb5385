/** The update log in memory: for unit tests and for measuring without a database. */
import { createHash } from "node:crypto";
import { DocumentNotFound, type LoggedUpdate, type NewUpdate, type UpdateLog } from "./update-log";

/** An UpdateLog whose documents are made with `create`. Nothing outlives the process. */
export class MemoryLog implements UpdateLog {
  private readonly documents = new Map<string, LoggedUpdate[]>();

  constructor(private readonly clock: () => Date = () => new Date()) {}

  /** Makes an empty document. */
  create(documentId: string): void {
    if (!this.documents.has(documentId)) this.documents.set(documentId, []);
  }

  async append(documentId: string, updates: NewUpdate[]) {
    const rows = this.rows(documentId);
    return updates.map((update) => {
      const known = rows.find((row) => row.updateId === update.updateId);
      if (known) return { updateId: update.updateId, seq: known.seq, fresh: false };
      const sha256 = createHash("sha256").update(update.bytes).digest("hex");
      const seq = rows.length + 1;
      rows.push({ ...update, bytes: update.bytes.slice(), seq, sha256, createdAt: this.clock() });
      return { updateId: update.updateId, seq, fresh: true };
    });
  }

  async read(documentId: string, afterSeq = 0): Promise<LoggedUpdate[]> {
    return this.rows(documentId).slice(afterSeq);
  }

  private rows(documentId: string): LoggedUpdate[] {
    const rows = this.documents.get(documentId);
    if (!rows) throw new DocumentNotFound(documentId);
    return rows;
  }
}
