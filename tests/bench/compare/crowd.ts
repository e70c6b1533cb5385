/**
 * Clients on one document, and what each has received, counted by the clocks inside the updates: however a server
 * packs or merges them, an edit counts once for every other client that got it.
 */
import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { Author, type MakePlace, TOKEN } from "./author";
import type { Driver, LightClient } from "./driver";

/** The authors in some updates, and the clock each reaches in them. */
interface Reached {
  authors: number[];
  clocks: number[];
}

export interface Member {
  author: Author;
  client: LightClient;
  /** Edits of each author that this client has, the first with it. */
  has: Int32Array;
  /** Edits that the server acknowledged, where it does. */
  acked: number;
  /** Edits handed to the driver, the first with it. */
  sent: number;
}

/** Hears of the edits `from` to `to` (excluding) of an author as they reach another client. */
export type Seen = (member: number, author: number, from: number, to: number) => void;

export class Crowd {
  readonly members: Member[] = [];
  /** Edits received by others than their authors. */
  deliveries = 0;
  presence = 0;
  seen: Seen | null = null;
  private readonly index = new Map<number, number>();
  private readonly known = new WeakMap<readonly Uint8Array[], Reached>();

  private constructor(private readonly driver: Driver) {}

  /** Connects `size` people, whose numbers begin with `person`, makes their places and waits until all have all. */
  static async gather(
    driver: Driver,
    port: number,
    documentId: string,
    size: number,
    { person = 0, makePlace }: { person?: number; makePlace?: MakePlace } = {},
  ): Promise<Crowd> {
    const crowd = new Crowd(driver);
    for (let n = 0; n < size; n++) {
      const client = await driver.connect(port, documentId, person + n, {
        updates: (updates) => crowd.received(n, updates),
        acked: (edits) => crowd.acked(n, edits),
        presence: (states) => {
          crowd.presence += states;
        },
      });
      crowd.index.set(client.clientId, n);
      const author = new Author(client.clientId, makePlace);
      crowd.members.push({ author, client, has: new Int32Array(size), acked: 0, sent: 0 });
    }
    // Everyone is there before anything is written.
    for (const member of crowd.members) {
      member.sent = 1;
      member.client.send(member.author.first);
    }
    await crowd.settled("the first edits did not reach everyone");
    crowd.deliveries = 0;
    return crowd;
  }

  /** Sends one edit more of a member. */
  edit(member: number): void {
    const one = this.members[member]!;
    one.sent++;
    one.client.send(one.author.next());
  }

  /** Has everyone everything, and each edit its acknowledgement where there are any? */
  private get isComplete(): boolean {
    const { acknowledges } = this.driver;
    return this.members.every(
      (reader, r) =>
        (!acknowledges || reader.acked >= reader.sent) &&
        this.members.every((writer, w) => r === w || reader.has[w] === writer.sent),
    );
  }

  /** Waits until everyone has everything. Throws when it takes too long: something was lost. */
  async settled(otherwise: string, patience = 20_000): Promise<void> {
    const deadline = performance.now() + patience;
    while (!this.isComplete) {
      if (performance.now() > deadline) throw new Error(otherwise);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  close(): void {
    for (const { client } of this.members) client.close();
  }

  private acked(member: number, edits: number): void {
    this.members[member]!.acked += edits;
  }

  private received(member: number, updates: readonly Uint8Array[]): void {
    const has = this.members[member]?.has;
    if (!has) return; // still joining an empty document
    const { authors, clocks } = this.reached(updates);
    for (let n = 0; n < authors.length; n++) {
      const author = authors[n]!;
      if (author === member) continue;
      const to = Math.floor((clocks[n]! - this.members[author]!.author.base) / TOKEN.length);
      const from = has[author]!;
      if (to <= from) continue;
      has[author] = to;
      this.deliveries += to - from;
      this.seen?.(member, author, from, to);
    }
  }

  private reached(updates: readonly Uint8Array[]): Reached {
    const known = this.known.get(updates);
    if (known) return known;
    const clocks = new Map<number, number>();
    for (const update of updates)
      for (const [clientId, clock] of Y.parseUpdateMeta(update).to) {
        const author = this.index.get(clientId);
        if (author !== undefined) clocks.set(author, Math.max(clock, clocks.get(author) ?? 0));
      }
    const reached = { authors: [...clocks.keys()], clocks: [...clocks.values()] };
    this.known.set(updates, reached);
    return reached;
  }
}
