/** The one socket of a page (or of a program), shared by its documents. */
import { io, type Socket } from "socket.io-client";
import * as parser from "socket.io-msgpack-parser";
import type { ClientEvents, ServerEvents } from "../protocol/collab";
import { PROTOCOL_VERSION } from "../protocol/limits";
import { Backoff } from "./backoff";

/** `ended`: the session is over. `outdated`: this page speaks another protocol version and must be loaded again. */
export type ConnectionState = "connecting" | "connected" | "offline" | "ended" | "outdated";

export interface ConnectionOptions {
  /** For programs: the server's address, and the Cookie header of a session. A browser has both by itself. */
  origin?: string;
  cookie?: string;
}

/** Messages that name their document. */
export type DocumentEvent = Exclude<keyof ServerEvents, "session:ended">;
export type MessageOf<E extends DocumentEvent> = Parameters<ServerEvents[E]>[0];

export class Connection {
  readonly socket: Socket<ServerEvents, ClientEvents>;
  private current: ConnectionState = "connecting";
  private readonly listeners = new Set<() => void>();
  private readonly backoff = new Backoff(1000, 15_000);
  private retryTimer: ReturnType<typeof setTimeout> | undefined;

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
    this.socket.on("disconnect", (reason) => {
      if (this.current === "ended") return;
      this.set("offline");
      // The server closed this socket on purpose: the client library does not come back by itself.
      if (reason === "io server disconnect") this.retryLater();
    });
    if (typeof window !== "undefined") window.addEventListener("focus", this.retryNow);
  }

  get state(): ConnectionState {
    return this.current;
  }

  /** Calls the listener after every change of state; the answer stops that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls the handler for messages about one document; the answer stops that. */
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
    clearTimeout(this.retryTimer);
    if (typeof window !== "undefined") window.removeEventListener("focus", this.retryNow);
    this.socket.disconnect();
  }

  /** Someone came back to the page, perhaps from signing in again: try at once. */
  private readonly retryNow = (): void => {
    if (this.current === "ended") this.socket.connect();
  };

  private refused(message: string): void {
    if (message === "protocol") this.set("outdated");
    else if (message === "session") this.set("ended");
    else {
      this.set("offline");
      // An answer of ours, not a failing network: the client library does not come back by itself.
      if (!this.socket.active) this.retryLater();
    }
  }

  private retryLater(): void {
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => this.socket.connect(), this.backoff.next());
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
