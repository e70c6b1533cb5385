/** The update log in memory: for unit tests and for measuring without a database. */
import { hash } from "node:crypto";
import {
  type Appended,
  type DocumentHead,
  type DocumentKind,
  DocumentNotFound,
  type LoggedUpdate,
  type NewUpdate,
  SNAPSHOTS_KEPT,
  type Snapshot,
  type UpdateLog,
} from "./update-log";

interface MemoryDocument {
  kind: DocumentKind;
  rows: LoggedUpdate[];
  /** Sequence number by update id. */
  known: Map<string, number>;
  /** Newest first. */
  snapshots: { seq: number; bytes: Uint8Array; sha256: string }[];
}

const sha256 = (bytes: Uint8Array) => hash("sha256", bytes, "hex");

/** An UpdateLog whose documents are made with `create`. Nothing outlives the process. */
export class MemoryLog implements UpdateLog {
  private readonly documents = new Map<string, MemoryDocument>();

  constructor(private readonly clock: () => Date = () => new Date()) {}

  /** Makes an empty document. */
  create(documentId: string, kind: DocumentKind = "split"): void {
    if (!this.documents.has(documentId))
      this.documents.set(documentId, { kind, rows: [], known: new Map(), snapshots: [] });
  }

  async append(documentId: string, updates: NewUpdate[]): Promise<Appended[]> {
    const { rows, known } = this.document(documentId);
    return updates.map((update) => {
      const { updateId } = update;
      const before = known.get(updateId);
      if (before !== undefined) return { updateId, seq: before, fresh: false };
      const bytes = update.bytes.slice();
      const seq = rows.length + 1;
      rows.push({ ...update, bytes, seq, sha256: sha256(bytes), createdAt: this.clock() });
      known.set(updateId, seq);
      return { updateId, seq, fresh: true };
    });
  }

  async read(documentId: string, afterSeq = 0): Promise<LoggedUpdate[]> {
    return this.document(documentId).rows.slice(afterSeq);
  }

  async head(documentId: string): Promise<DocumentHead> {
    const { kind, rows } = this.document(documentId);
    return { kind, schemaVersion: 1, seq: rows.length, epoch: 1 };
  }

  async heads(documentIds: string[]): Promise<Map<string, number>> {
    const known = documentIds.filter((id) => this.documents.has(id));
    return new Map(known.map((id) => [id, this.document(id).rows.length]));
  }

  async snapshot(documentId: string, before = Number.MAX_SAFE_INTEGER): Promise<Snapshot | null> {
    const found = this.documents.get(documentId)?.snapshots.find(({ seq }) => seq < before);
    if (!found) return null;
    return { seq: found.seq, bytes: found.bytes.slice(), intact: sha256(found.bytes) === found.sha256 };
  }

  async keepSnapshot(documentId: string, { seq, bytes }: { seq: number; bytes: Uint8Array }): Promise<void> {
    const document = this.document(documentId);
    if (document.snapshots.some((snapshot) => snapshot.seq === seq)) return;
    document.snapshots = [...document.snapshots, { seq, bytes: bytes.slice(), sha256: sha256(bytes) }]
      .sort((a, b) => b.seq - a.seq)
      .slice(0, SNAPSHOTS_KEPT);
  }

  async behindSnapshots(updates: number, limit: number): Promise<string[]> {
    return [...this.documents]
      .map(([id, { rows, snapshots }]) => ({ id, behind: rows.length - (snapshots[0]?.seq ?? 0) }))
      .filter(({ behind }) => behind >= updates)
      .sort((a, b) => b.behind - a.behind)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  private document(documentId: string): MemoryDocument {
    const document = this.documents.get(documentId);
    if (!document) throw new DocumentNotFound(documentId);
    return document;
  }
}
