/** One tab of a simulated run: the real provider on a simulated connection, and a bot that types in it. */
import type { Device, KeptChange, KeptReview } from "../../app/collab/device";
import { readSplit } from "../../app/collab/documents/split-document";
import type { Link } from "../../app/collab/link";
import { DocumentProvider } from "../../app/collab/provider";
import { canonicalSplit } from "../../app/domain/split/canonical";
import { Bot } from "../support/bots";
import { type Checker, tokensIn } from "../support/checker";
import { DOCUMENT_ID } from "./disk";
import { type LinkDeps, SimLink } from "./sim-link";
import { pause } from "./virtual-clock";

/** Who holds a part of a device: a tab. */
export type Holder = Pick<Tab, "personId" | "alive">;

/** What one person's device keeps for all of their tabs. */
export class SimStore {
  readonly kept = new Map<Holder, Map<string, KeptChange[]>>();

  constructor(private readonly random: () => number) {}

  /** Did a tab end and leave something that no other has taken over? */
  get leftovers(): boolean {
    return [...this.kept].some(([tab, left]) => !tab.alive && left.size > 0);
  }

  /** Is nothing kept for anybody? */
  get empty(): boolean {
    return [...this.kept.values()].every((changes) => changes.size === 0);
  }

  /** The hold of one tab. After the tab ended, nothing more is written or taken over, and nobody hears an answer. */
  hold(tab: Holder): Device {
    const mine = new Map<string, KeptChange[]>();
    this.kept.set(tab, mine);
    const whileAlive = async <T>(work: () => T): Promise<T> => {
      await pause(this.random() * 10);
      return tab.alive ? work() : new Promise<T>(() => undefined);
    };
    const reviews: KeptReview[] = [];
    return {
      write: (changes, saved) =>
        whileAlive(() => {
          for (const change of changes)
            mine.set(change.updateId, [...(mine.get(change.updateId) ?? []), change]);
          for (const updateId of saved) mine.delete(updateId);
        }),
      // A killed browser that still took over would take from itself, being gone, and forget it: the next tab finds nothing.
      adopt: (whose, leasesMax) =>
        whileAlive(() => {
          const changes: KeptChange[] = [];
          for (const [other, left] of this.kept) {
            if (other.alive || other.personId !== whose.personId) continue;
            const leases = new Set(
              [...changes, ...[...left.values()].flat()].map(({ lease }) => lease.clientId),
            );
            if (leases.size > leasesMax) continue;
            for (const [updateId, kept] of left) {
              changes.push(...kept);
              mine.set(updateId, kept);
            }
            this.kept.delete(other);
          }
          return { changes, unreadable: 0 };
        }),
      putReview: async (review) => void reviews.push(review),
      reviews: async () => reviews,
      removeReview: async () => undefined,
      close: () => undefined,
    };
  }
}

export interface TabDeps extends LinkDeps {
  checker: Checker;
  store: SimStore;
  sabotage?: (link: Link) => Link;
}

export class Tab {
  alive = true;
  readonly link: SimLink;
  readonly provider: DocumentProvider;
  readonly bot: Bot;

  constructor(
    readonly personId: string,
    readonly name: string,
    private readonly deps: TabDeps,
  ) {
    this.link = new SimLink(personId, name, deps);
    this.provider = new DocumentProvider(deps.sabotage?.(this.link) ?? this.link, DOCUMENT_ID, {
      device: Promise.resolve(deps.store.hold(this)),
    });
    // Whether an answer is true when it is given is looked at by the node, which sees the log.
    this.bot = new Bot(name, this.provider, deps.checker, deps.random);
  }

  /** The editor stands: it has synced, and may type. */
  get ready(): boolean {
    const { synced, access } = this.provider.getStatus();
    return synced && access === "edit";
  }

  /** The sequence number it has read up to; 0 when something is unsaved. */
  get seq(): number {
    const { state } = this.provider.getStatus();
    return state.kind === "saved" ? state.seq : 0;
  }

  get content(): string {
    return canonicalSplit(readSplit(this.provider.doc));
  }

  /** Ends as a killed browser does. What the device does not keep yet is gone. */
  end({ device = "kept" }: { device?: "kept" | "lost" } = {}): void {
    if (!this.alive) return;
    this.alive = false;
    if (device === "lost") this.deps.store.kept.delete(this);
    const kept = [...(this.deps.store.kept.get(this)?.values() ?? [])].flat();
    const safe = new Set(kept.flatMap(({ bytes }) => tokensIn(bytes)));
    for (const token of this.bot.unsaved) if (!safe.has(token)) this.deps.checker.uncertain(token);
    this.link.close();
    this.provider.destroy();
  }
}
