/** A browser's connection in a simulated run: in order as TCP is, with latencies, losses and other servers to go to. */
import type { ConnectionState, DocumentEvent, Link, MessageOf, Question } from "../../app/collab/link";
import type { ServerEvents } from "../../app/protocol/collab";
import type { Event } from "../../server/collab/messages";
import { type Peer, type SimNode, SimSocket } from "./node";

/** As the real connection's: without an answer; without a sign of life. Milliseconds. */
const ANSWER_WITHIN = 10_000;
const NOTICED_WITHIN = 25_000;

export interface LinkDeps {
  random: () => number;
  /** A server that answers now, or null. */
  findNode: () => SimNode | null;
  /** What the network does now. */
  weather: () => NetworkWeather;
  /** Notes what happens, in a run that is looked at closely. */
  say?: ((what: () => string) => void) | undefined;
}

/** A message in short. */
const told = (message: unknown): string =>
  JSON.stringify(message, (key, value: unknown) => {
    if (key === "documentId" || key === "people" || key === "lease") return undefined;
    return key === "updates" ? (value as unknown[]).length : value;
  });

export interface NetworkWeather {
  /** The longest that a message takes. Milliseconds. */
  latency: number;
  /** Probabilities, of each message: it comes twice; it overtakes those before it. */
  twice: number;
  overtakes: number;
}

/** One way of a connection: each message at its moment, none before an earlier one unless the weather says so. */
class Pipe {
  private last = 0;
  private queue: { at: number; deliver: () => void }[] = [];

  constructor(
    private readonly deps: LinkDeps,
    /** Long polling: messages of one moment come in one payload, and are handled in one task. */
    private readonly payloads: boolean,
  ) {}

  send(deliver: () => void): void {
    const { random, weather } = this.deps;
    const { latency, twice, overtakes } = weather();
    const now = Date.now();
    const at = now + random() * latency;
    if (random() < overtakes) setTimeout(deliver, at - now);
    else {
      this.last = Math.max(this.last, at);
      this.queue.push({ at: this.last, deliver });
      setTimeout(() => this.arrive(), this.last - now);
    }
    if (random() < twice) setTimeout(deliver, this.last - now + random() * latency);
  }

  private arrive(): void {
    const now = Date.now();
    do this.queue.shift()?.deliver();
    while (this.payloads && this.queue[0] && this.queue[0].at <= now);
  }
}

interface Live {
  socket: SimSocket;
  up: Pipe;
  down: Pipe;
  /** Nothing comes through any more, and nobody is told. */
  dead: boolean;
}

export class SimLink implements Link {
  state: ConnectionState = "connecting";
  private live: Live | null = null;
  private connections = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting = new Set<(error: Error) => void>();
  private readonly listeners = new Set<() => void>();
  private readonly handlers = new Map<string, Set<(message: never) => void>>();

  constructor(
    private readonly personId: string,
    private readonly name: string,
    private readonly deps: LinkDeps,
  ) {
    this.reconnect(0);
  }

  get id(): string | null {
    return this.state === "connected" ? (this.live?.socket.id ?? null) : null;
  }

  ask: Link["ask"] = (question: Question, request: unknown) =>
    new Promise<never>((resolve, reject) => {
      const { live } = this;
      if (!live || this.state !== "connected") return reject(new Error("no connection"));
      const timer = setTimeout(() => fail(new Error("no answer")), ANSWER_WITHIN);
      const fail = (error: Error) => {
        clearTimeout(timer);
        this.waiting.delete(fail);
        reject(error);
      };
      this.waiting.add(fail);
      this.deps.say?.(
        () => `${this.name} asks ${question} ${told({ ...(request as object), bytes: undefined })}`,
      );
      this.up(live, question, request, (answer) => {
        clearTimeout(timer);
        this.deps.say?.(() => `${this.name} is answered ${question} ${told(answer)}`);
        if (this.waiting.delete(fail)) resolve(answer as never);
      });
    });

  send: Link["send"] = (event, request) => {
    if (this.live && this.state === "connected") this.up(this.live, event, request, () => undefined);
  };

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onDocument<E extends DocumentEvent>(
    documentId: string,
    event: E,
    handle: (message: MessageOf<E>) => void,
  ): () => void {
    const key = `${documentId} ${event}`;
    const handlers = this.handlers.get(key) ?? new Set();
    this.handlers.set(key, handlers.add(handle as (message: never) => void));
    return () => handlers.delete(handle as (message: never) => void);
  }

  /** The network loses the connection: both ends are told. It comes back after a while. */
  lose(within = 2_000): void {
    const { live } = this;
    if (!live) return;
    live.dead = true;
    live.socket.end();
    this.gone(within);
  }

  /** The connection is dead and nobody knows: half-open, until somebody misses an answer. */
  freeze(): void {
    const { live } = this;
    if (!live) return;
    live.dead = true;
    setTimeout(() => this.live === live && this.lose(), NOTICED_WITHIN);
  }

  /** Comes back now, should it be away. */
  hurry(): void {
    if (this.live?.dead) this.lose(0);
    else if (!this.live) this.reconnect(0);
  }

  close(): void {
    clearTimeout(this.retry);
    if (this.live) this.live.dead = true;
    this.live?.socket.end();
    this.live = null;
    this.listeners.clear();
    this.handlers.clear();
  }

  private up(live: Live, event: string, request: unknown, answer: (answer: unknown) => void): void {
    live.up.send(() => {
      if (live.dead || !live.socket.connected) return;
      void live.socket.node.receive(live.socket, event as Event, request).then((value) => {
        if (value !== null) live.down.send(() => !live.dead && answer(value));
      });
    });
  }

  private reconnect(after: number): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      const node = this.deps.findNode();
      if (!node) {
        this.reconnect(200 + this.deps.random() * 800);
        return;
      }
      const polling = this.deps.random() < 0.3;
      const pipes = { up: new Pipe(this.deps, false), down: new Pipe(this.deps, polling) };
      const peer: Peer = {
        hear: (event, message) => pipes.down.send(() => !live.dead && this.hear(event, message)),
        // After what was sent before it.
        lost: () =>
          pipes.down.send(() => {
            if (live.dead) return;
            live.dead = true;
            this.gone(2_000);
          }),
      };
      const socket = new SimSocket(`${this.name}-${++this.connections}`, this.personId, node, peer);
      const live: Live = { socket, ...pipes, dead: false };
      node.connect(socket);
      this.live = live;
      this.set("connected");
    }, after);
  }

  private gone(within: number): void {
    this.live = null;
    this.set("offline");
    for (const fail of [...this.waiting]) fail(new Error("the connection was lost"));
    this.reconnect(this.deps.random() * within);
  }

  private hear(event: keyof ServerEvents, message: unknown): void {
    this.deps.say?.(() => `${this.name} hears ${event} ${told(message)}`);
    const { documentId } = message as { documentId: string };
    for (const handle of this.handlers.get(`${documentId} ${event}`) ?? []) handle(message as never);
  }

  private set(state: ConnectionState): void {
    this.state = state;
    this.deps.say?.(() => `${this.name} is ${state} ${this.live?.socket.node.name ?? ""}`);
    for (const listener of [...this.listeners]) listener();
  }
}
