/**
 * A server in memory with the manners of the real one, for tests of the browser's half: it commits in order, relays
 * before it acknowledges, knows leases, epochs and update ids, and takes nothing that rests on what it does not have.
 * Its links lose, delay and repeat messages as they are told to.
 */
import * as Y from "yjs";
import type {
  AnswerOf,
  ConnectionState,
  DocumentEvent,
  Link,
  MessageOf,
  Question,
  RequestOf,
} from "../../app/collab/link";
import type { JoinRequest, Lease, Refusal, UpdateRequest } from "../../app/protocol/collab";

interface Row {
  updateId: string;
  bytes: Uint8Array;
}

export class FakeServer {
  epoch = 1;
  rows: Row[] = [];
  /** Refuses the next updates with these, one each. */
  refuseUpdates: Refusal[] = [];
  refuseJoins: Refusal[] = [];
  /** Every question that came, with its request. */
  heard: [Question, unknown][] = [];
  verified: boolean | null = true;
  access: { access: "read" | "edit"; reason?: "role" | "locked" | "archived" | "quarantined" } = {
    access: "edit",
  };
  readonly links: FakeLink[] = [];
  private nextClient = 1000;

  get seq(): number {
    return this.rows.length;
  }

  /** What a fresh reader of the log has. */
  read(): Y.Doc {
    const doc = new Y.Doc();
    for (const { bytes } of this.rows) Y.applyUpdate(doc, bytes);
    return doc;
  }

  link(personId = "liperi", options: LinkOptions = {}): FakeLink {
    const link = new FakeLink(this, personId, options);
    this.links.push(link);
    return link;
  }

  /** Back to an older backup. */
  restore(seq: number): void {
    this.rows = this.rows.slice(0, seq);
    this.epoch++;
  }

  /** A change by somebody else. */
  commit(change: (doc: Y.Doc) => void): void {
    const doc = this.read();
    doc.clientID = this.nextClient++;
    const before = Y.encodeStateVector(doc);
    change(doc);
    this.append({ updateId: crypto.randomUUID(), bytes: Y.encodeStateAsUpdate(doc, before) }, null);
  }

  join(link: FakeLink, request: JoinRequest): AnswerOf<"document:join"> {
    const refusal = this.refuseJoins.shift();
    if (refusal) return { ok: false, refusal };
    const { known, leases } = request;
    if (known && known.epoch !== this.epoch) return { ok: false, refusal: "restored" };
    if (leases.some(({ token }, n) => token !== this.token(link.personId, leases[n]!.clientId)))
      return { ok: false, refusal: "foreign-client" };
    const clientId = leases[0]?.clientId ?? this.nextClient++;
    const lease = leases[0] ?? { clientId, token: this.token(link.personId, clientId) };
    link.seated = new Set([lease, ...leases].map((l) => l.clientId));
    return {
      ok: true,
      ...this.access,
      epoch: this.epoch,
      seq: this.seq,
      updates: this.rows.slice(known?.seq ?? 0).map(({ bytes }) => bytes),
      lease,
      personId: link.personId,
      people: [],
    };
  }

  update(link: FakeLink, request: UpdateRequest): AnswerOf<"document:update"> {
    if (!link.seated) return { ok: false, refusal: "not-joined" };
    const refusal = this.refuseUpdates.shift();
    if (refusal) return { ok: false, refusal };
    const known = this.rows.findIndex(({ updateId }) => updateId === request.updateId);
    if (known >= 0) return { ok: true, seq: known + 1 };
    const held = link.parts.get(request.updateId) ?? [];
    if ((request.parts ?? 1) !== held.length + 1) return { ok: false, refusal: "malformed" };
    const bytes = new Uint8Array(Buffer.concat([...held, request.bytes]));
    const { from } = Y.parseUpdateMeta(bytes);
    if ([...from.keys()].some((client) => !link.seated?.has(client)))
      return { ok: false, refusal: "foreign-client" };
    const doc = this.read();
    Y.applyUpdate(doc, bytes);
    if (doc.store.pendingStructs || doc.store.pendingDs) return { ok: false, refusal: "gap" };
    this.append({ updateId: request.updateId, bytes }, link);
    return { ok: true, seq: this.seq };
  }

  private append(row: Row, sender: FakeLink | null): void {
    this.rows.push(row);
    const message = { seq: this.seq, updates: [row.bytes] };
    for (const link of this.links) if (link !== sender && link.seated) link.tell("document:updates", message);
  }

  token(personId: string, clientId: number): string {
    return `${personId}:${clientId}:${this.epoch}`;
  }
}

export interface LinkOptions {
  /** Milliseconds of each way. */
  delay?: () => number;
  /** Whether a message gets through: an answer that does not is never given. */
  loses?: (what: "question" | "answer" | "message") => boolean;
  repeats?: () => boolean;
}

/** Milliseconds without an answer. */
const PATIENCE = 10_000;

export class FakeLink implements Link {
  state: ConnectionState = "connected";
  id: string | null = "connection-1";
  /** Client ids of the seat, or null without one. */
  seated: Set<number> | null = null;
  readonly parts = new Map<string, Uint8Array[]>();
  private readonly listeners = new Set<() => void>();
  private readonly handlers = new Map<string, Set<(message: never) => void>>();
  private connection = 1;
  /** One way after the other: a socket keeps the order. */
  private inbound = 0;
  private outbound = 0;

  constructor(
    private readonly server: FakeServer,
    public personId: string,
    private readonly options: LinkOptions,
  ) {}

  ask<Q extends Question>(question: Q, request: RequestOf<Q>): Promise<AnswerOf<Q>> {
    const { connection } = this;
    const lost = (what: "question" | "answer") => this.options.loses?.(what) ?? false;
    return new Promise((resolve, reject) => {
      if (this.state !== "connected") return reject(new Error("no connection"));
      const timer = setTimeout(() => reject(new Error("no answer")), PATIENCE);
      const again = this.options.repeats?.() ? 2 : 1;
      for (let n = 0; n < again; n++)
        this.later("outbound", connection, () => {
          if (lost("question")) return;
          this.server.heard.push([question, request]);
          const answer = this.answer(question, request);
          this.later("inbound", connection, () => {
            if (lost("answer")) return;
            clearTimeout(timer);
            resolve(answer as AnswerOf<Q>);
          });
        });
      this.onLoss.add(() => {
        clearTimeout(timer);
        reject(new Error("the connection was lost"));
      });
    });
  }

  send(): void {
    // Presence and leaving do not matter to these tests.
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onDocument<E extends DocumentEvent>(
    _documentId: string,
    event: E,
    handle: (message: MessageOf<E>) => void,
  ): () => void {
    const handlers = this.handlers.get(event) ?? new Set();
    this.handlers.set(event, handlers);
    handlers.add(handle as (message: never) => void);
    return () => handlers.delete(handle as (message: never) => void);
  }

  /** The server says something. */
  tell<E extends DocumentEvent>(event: E, message: Omit<MessageOf<E>, "documentId">): void {
    const again = this.options.repeats?.() ? 2 : 1;
    const { connection } = this;
    for (let n = 0; n < again; n++)
      this.later("inbound", connection, () => {
        if (this.options.loses?.("message")) return;
        for (const handle of this.handlers.get(event) ?? []) handle({ documentId: "d", ...message } as never);
      });
  }

  /** The connection is lost, with all that is on its way. */
  drop(state: ConnectionState = "offline"): void {
    this.connection++;
    this.seated = null;
    this.parts.clear();
    this.state = state;
    this.id = null;
    for (const listener of [...this.listeners]) listener();
    for (const reject of [...this.onLoss]) reject();
    this.onLoss.clear();
  }

  connect(personId = this.personId): void {
    this.personId = personId;
    this.state = "connected";
    this.id = `connection-${this.connection}`;
    for (const listener of [...this.listeners]) listener();
  }

  private readonly onLoss = new Set<() => void>();

  private answer(question: Question, request: unknown): unknown {
    if (question === "document:join") return this.server.join(this, request as JoinRequest);
    if (question === "document:update") return this.server.update(this, request as UpdateRequest);
    if (question === "document:verify") return { ok: true, same: this.server.verified };
    if (question === "document:part") {
      const { updateId, index, bytes } = request as { updateId: string; index: number; bytes: Uint8Array };
      const held = index === 0 ? [] : (this.parts.get(updateId) ?? []);
      this.parts.set(updateId, [...held, bytes]);
    }
    return { ok: true };
  }

  private later(way: "inbound" | "outbound", connection: number, run: () => void): void {
    const at = Math.max(this[way], Date.now() + (this.options.delay?.() ?? 0));
    this[way] = at;
    setTimeout(() => connection === this.connection && run(), at - Date.now());
  }
}

/** What the fake server takes as a lease of this person's. */
export const leaseOf = (server: FakeServer, personId: string, clientId: number): Lease => ({
  clientId,
  token: server.token(personId, clientId),
});
