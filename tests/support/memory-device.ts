/** A device in memory, shared by its tabs: the manners of app/collab/unsaved-store.ts without a browser. */
import type { Belonging, Device, KeptChange, KeptReview } from "../../app/collab/device";

interface Entry extends KeptChange {
  tab: number;
}

export class MemoryDevice {
  entries: Entry[] = [];
  kept: KeptReview[] = [];
  /** Every write fails. */
  full = false;
  private readonly living = new Set<number>();
  private tabs = 0;

  tab(): Device & { tab: number; crash(): void } {
    const tab = ++this.tabs;
    this.living.add(tab);
    const work = async <T>(what: () => T): Promise<T> => {
      await Promise.resolve();
      if (this.full) throw new Error("full");
      return what();
    };
    const isOf = (whose: Belonging) => (other: Belonging) =>
      other.personId === whose.personId && other.documentId === whose.documentId;
    const close = () => void this.living.delete(tab);
    return {
      tab,
      write: (changes, saved) =>
        work(() => {
          if (!this.living.has(tab)) return;
          this.entries.push(...changes.map((change) => ({ ...change, tab })));
          this.entries = this.entries.filter(({ updateId }) => !saved.includes(updateId));
        }),
      adopt: (whose, leasesMax) =>
        work(() => {
          const leases = new Set<number>();
          const adopted: KeptChange[] = [];
          for (const entry of this.entries.filter(isOf(whose))) {
            if (this.living.has(entry.tab)) continue;
            if (!leases.has(entry.lease.clientId) && leases.size >= leasesMax) break;
            leases.add(entry.lease.clientId);
            entry.tab = tab;
            adopted.push(entry);
          }
          return { changes: adopted, unreadable: 0 };
        }),
      putReview: (review) => work(() => void this.kept.push(review)),
      reviews: (whose) => work(() => this.kept.filter(isOf(whose))),
      removeReview: (id) =>
        work(() => {
          this.kept = this.kept.filter((review) => review.id !== id);
        }),
      close,
      crash: close,
    };
  }
}
