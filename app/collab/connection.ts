/** The one socket of a page (or of a program), shared by its documents. */
import { io, type Socket } from "socket.io-client";
import * as parser from "socket.io-msgpack-parser";
import type { ClientEvents, ServerEvents } from "../protocol/collab";
import { PROTOCOL_VERSION } from "../protocol/limits";
import { Backoff } from "./backoff";
import type { AnswerOf, ConnectionState, DocumentEvent, Link, MessageOf, Question, RequestOf } from "./link";
import { watchForWake } from "./wake";

export type { ConnectionState, DocumentEvent, MessageOf } from "./link";

export interface ConnectionOptions {
  /** For programs: the server's address, and the Cookie header of a session. A browser has both by itself. */
  origin?: string;
  cookie?: string;
}

/** A question without an answer in this time is given up. Milliseconds. */
export const ANSWER_MILLISECONDS = 10_000;
/** After sleep a living connection answers much faster than this. */
const PROBE_MILLISECONDS = 3_000;
/** Signs of waking come together (seen, online, late timer): one try is enough for all of them. */
const WAKE_GAP_MILLISECONDS = 1_000;

export class Connection implements Link {
  readonly socket: Socket<ServerEvents, ClientEvents>;
  private current: ConnectionState = "connecting";
  private readonly listeners = new Set<() => void>();
  private readonly backoff = new Backoff(1000, 15_000);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wokeAt = 0;
  private readonly stopWatching: () => void;

  constructor({ origin, cookie }: ConnectionOptions = {}) {
    const options = {
      parser,
      auth: { protocol: PROTOCOL_VERSION },
      transports: ["websocket", "polling"],
      // Some town halls' proxies break WebSocket: then the next transport is tried.
      tryAllTransports: true,
      forceNew: true,
      reconnectionDelay: 400,
      reconnectionDelayMax: 5000,
      randomizationFactor: 0.5,
      timeout: 10_000,
      ...(cookie && origin && { extraHeaders: { cookie, origin } }),
    };
    this.socket = origin ? io(origin, options) : io(options);
    this.socket.on("connect", () => {
      this.backoff.reset();
      this.set("connected");
    });
    this.socket.on("connect_error", (error) => this.refused(error.message));
    this.socket.on("session:ended", () => this.set("ended"));
    this.socket.on("server:draining", ({ within }) => this.later(Math.random() * within));
    this.socket.on("disconnect", (reason) => {
      if (this.current === "ended") return;
      clearTimeout(this.timer);
      this.set("offline");
      // The server closed this socket on purpose: the client library does not come back by itself.
      if (reason === "io server disconnect") this.later(this.backoff.next());
    });
    this.stopWatching = watchForWake(() => void this.wake());
    if (typeof window !== "undefined") window.addEventListener("focus", this.retry);
  }

  get state(): ConnectionState {
    return this.current;
  }

  get id(): string | null {
    return this.socket.id ?? null;
  }

  ask<Q extends Question>(question: Q, request: RequestOf<Q>): Promise<AnswerOf<Q>> {
    return this.askWithin(ANSWER_MILLISECONDS, question, request);
  }

  send<E extends "document:leave" | "presence:set">(event: E, request: RequestOf<E>): void {
    // The client library would keep it for the next connection, which has other seats.
    if (this.socket.connected)
      (this.socket.emit as (event: string, request: unknown) => void)(event, request);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onDocument<E extends DocumentEvent>(
    documentId: string,
    event: E,
    handle: (message: MessageOf<E>) => void,
  ): () => void {
    const listener = (message: { documentId: string }) => {
      if (message.documentId === documentId) handle(message as MessageOf<E>);
    };
    this.socket.on(event, listener as never);
    return () => this.socket.off(event, listener as never);
  }

  close(): void {
    clearTimeout(this.timer);
    this.stopWatching();
    if (typeof window !== "undefined") window.removeEventListener("focus", this.retry);
    this.socket.disconnect();
  }

  /** Someone came back to the page, perhaps from signing in again: try at once. */
  readonly retry = (): void => {
    if (this.current === "ended") this.socket.connect();
  };

  private askWithin<Q extends Question>(
    milliseconds: number,
    question: Q,
    request: RequestOf<Q>,
  ): Promise<AnswerOf<Q>> {
    if (!this.socket.connected) return Promise.reject(new Error("no connection"));
    const patient = this.socket.timeout(milliseconds) as unknown as {
      emitWithAck: (event: string, request: unknown) => Promise<AnswerOf<Q>>;
    };
    return patient.emitWithAck(question, request);
  }

  /** A socket may have died in its sleep: one that does not answer is replaced at once, not when its heartbeat fails. */
  private async wake(): Promise<void> {
    const now = Date.now();
    if (now - this.wokeAt < WAKE_GAP_MILLISECONDS) return;
    this.wokeAt = now;
    if (this.current === "offline" || this.current === "connecting") this.reconnect();
    if (this.current !== "connected") return;
    const { id } = this;
    const alive = await this.askWithin(PROBE_MILLISECONDS, "connection:probe", {}).catch(() => null);
    if (!alive && this.current === "connected" && this.id === id) this.reconnect();
  }

  private reconnect(): void {
    clearTimeout(this.timer);
    this.socket.disconnect();
    this.socket.connect();
  }

  private refused(message: string): void {
    if (message === "protocol") this.set("outdated");
    else if (message === "session") this.set("ended");
    else {
      this.set("offline");
      // An answer of ours, not a failing network: the client library does not come back by itself.
      if (!this.socket.active) this.later(this.backoff.next());
    }
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.reconnect(), milliseconds);
  }

  private set(state: ConnectionState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

let shared: { connection: Connection; holders: number } | null = null;
/** A page that goes to another keeps its socket this long for the next one. */
const LINGER_MILLISECONDS = 2000;

/** The page's connection; call `release` when done with it. */
export function shareConnection(): { connection: Connection; release: () => void } {
  shared ??= { connection: new Connection(), holders: 0 };
  const held = shared;
  held.holders++;
  const release = () =>
    setTimeout(() => {
      if (--held.holders > 0) return;
      held.connection.close();
      if (shared === held) shared = null;
    }, LINGER_MILLISECONDS);
  return { connection: held.connection, release: () => void release() };
}
