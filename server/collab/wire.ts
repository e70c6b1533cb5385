/** What the engine needs of the connections to browsers. server/collab/gateway.ts makes it of Socket.IO. */
import type { ServerEvents } from "../../app/protocol/collab";
import type { Viewer } from "../session.server";
import type { RateLimit } from "./rate-limit";

/** What a socket carries. */
export interface SocketData {
  viewer: Viewer;
  /** When messages of this socket were refused. Milliseconds since the epoch. */
  refusals: number[];
  /** Of everything but updates: a join reads the database, presence is told to everyone. */
  signals: RateLimit;
  /** Documents being joined, so that the bound on rooms holds while they load. */
  joining: Set<string>;
}

/** One connection of a browser; Socket.IO's own socket fits. */
export interface SeatSocket {
  readonly id: string;
  readonly connected: boolean;
  readonly data: SocketData;
  emit<E extends keyof ServerEvents>(event: E, ...message: Parameters<ServerEvents[E]>): unknown;
  /** Closes the connection. */
  disconnect(close: true): unknown;
}

/** Messages that go to everyone on a document. */
export type Broadcast = "document:updates" | "presence:changed" | "changed";

export interface Wire {
  /** From now on the socket gets what is broadcast on the document. At once: nothing waits. */
  enter(socket: SeatSocket, documentId: string): void;
  exit(socket: SeatSocket, documentId: string): void;
  /** To every seat of this server on the document, but not to the socket `except`. Encoded once for all. */
  broadcast<E extends Broadcast>(
    documentId: string,
    event: E,
    message: Parameters<ServerEvents[E]>[0],
    except?: string,
  ): void;
}
