/**
 * Unsaved changes and review copies in the browser's IndexedDB. Each opening of a document is a tab of its own here
 * and holds a Web Lock for as long as it lives, also in a crash: whose lock is free is gone, and what it left may be
 * taken over. Without locks a living tab could be taken for a closed one, so nothing is kept then.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Belonging, Device, KeptChange, KeptReview } from "./device";
import { newId } from "./new-id";

interface Entry extends KeptChange {
  tabId: string;
  /** Order within the tab. */
  n: number;
}

interface Schema extends DBSchema {
  changes: { key: [string, number]; value: Entry; indexes: { whose: [string, string]; update: string } };
  reviews: { key: string; value: KeptReview; indexes: { whose: [string, string] } };
}

const NAME = "kumppanuuspoyta";
const VERSION = 1;
/** A browser that has not opened its database by then will not (some hang in private mode). Milliseconds. */
const OPENING_MILLISECONDS = 2_000;
const lockOf = (tabId: string) => `${NAME}:tab:${tabId}`;

/** Opens the store as a new tab; null when this browser keeps nothing. Never rejects. */
export async function openUnsavedStore(): Promise<Device | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), OPENING_MILLISECONDS));
  const opening = open().catch(() => null);
  const store = await Promise.race([opening, late]);
  if (!store) void opening.then((opened) => opened?.close());
  return store;
}

async function open(): Promise<Device | null> {
  if (typeof navigator === "undefined" || !navigator.locks) return null;
  const db = await openDB<Schema>(NAME, VERSION, {
    upgrade(database) {
      const changes = database.createObjectStore("changes", { keyPath: ["tabId", "n"] });
      changes.createIndex("whose", ["personId", "documentId"]);
      changes.createIndex("update", "updateId");
      const reviews = database.createObjectStore("reviews", { keyPath: "id" });
      reviews.createIndex("whose", ["personId", "documentId"]);
    },
    // A newer page needs another version: this one's writes fail from now on, and it says so.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  const tabId = newId();
  const release = await holdLock(lockOf(tabId));
  return new UnsavedStore(db, tabId, release);
}

class UnsavedStore implements Device {
  private next = 0;

  constructor(
    private readonly db: IDBPDatabase<Schema>,
    private readonly tabId: string,
    private readonly release: () => void,
  ) {}

  async write(changes: KeptChange[], savedUpdateIds: string[]): Promise<void> {
    const transaction = this.db.transaction("changes", "readwrite");
    const { store } = transaction;
    for (const change of changes) void store.put({ ...change, tabId: this.tabId, n: this.next++ });
    for (const updateId of savedUpdateIds)
      for (const key of await store.index("update").getAllKeys(updateId)) void store.delete(key);
    await transaction.done;
  }

  async adopt(whose: Belonging, leasesMax: number): Promise<{ changes: KeptChange[]; unreadable: number }> {
    const left = await this.db.getAllFromIndex("changes", "whose", keyOf(whose));
    const tabIds = new Set(left.map(({ tabId }) => tabId));
    tabIds.delete(this.tabId);
    const adopted = { changes: [] as KeptChange[], unreadable: 0 };
    const leases = new Set<number>();
    for (const tabId of tabIds)
      await navigator.locks.request(lockOf(tabId), { ifAvailable: true }, async (lock) => {
        if (!lock) return;
        const from = await this.adoptTab(tabId, whose, leases, leasesMax);
        adopted.changes.push(...from.changes);
        adopted.unreadable += from.unreadable;
      });
    return adopted;
  }

  async putReview(review: KeptReview): Promise<void> {
    await this.db.put("reviews", review);
  }

  reviews(whose: Belonging): Promise<KeptReview[]> {
    return this.db.getAllFromIndex("reviews", "whose", keyOf(whose));
  }

  removeReview(id: string): Promise<void> {
    return this.db.delete("reviews", id);
  }

  close(): void {
    this.db.close();
    this.release();
  }

  /** Makes a closed tab's changes this one's, in one transaction. */
  private async adoptTab(
    tabId: string,
    { personId, documentId }: Belonging,
    leases: Set<number>,
    leasesMax: number,
  ): Promise<{ changes: KeptChange[]; unreadable: number }> {
    const transaction = this.db.transaction("changes", "readwrite");
    const { store } = transaction;
    const changes: KeptChange[] = [];
    let unreadable = 0;
    for (const entry of await store.getAll(IDBKeyRange.bound([tabId, 0], [tabId, Number.MAX_VALUE]))) {
      if (entry.personId !== personId || entry.documentId !== documentId) continue;
      if (!isEntry(entry)) {
        unreadable++;
        continue;
      }
      const { clientId } = entry.lease;
      if (!leases.has(clientId) && leases.size >= leasesMax) break;
      leases.add(clientId);
      void store.delete([tabId, entry.n]);
      void store.put({ ...entry, tabId: this.tabId, n: this.next++ });
      const { updateId, bytes, lease, epoch, at } = entry;
      changes.push({ personId, documentId, updateId, bytes, lease, epoch, at });
    }
    await transaction.done;
    return { changes, unreadable };
  }
}

const keyOf = ({ personId, documentId }: Belonging): [string, string] => [personId, documentId];

/** Whether what lies there is what an earlier page would have put there. */
function isEntry({ updateId, bytes, lease, epoch, at }: Partial<Entry>): boolean {
  return (
    typeof updateId === "string" &&
    bytes instanceof Uint8Array &&
    typeof lease?.clientId === "number" &&
    typeof lease.token === "string" &&
    typeof epoch === "number" &&
    typeof at === "number"
  );
}

/** Holds the lock until the answer is called, or the page is gone. */
function holdLock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => new Promise<void>((release) => resolve(() => release())))
      .catch(reject);
  });
}
