/** What the engine needs of the connections to browsers. server/collab/gateway.ts makes it of Socket.IO. */
import type { ServerEvents } from "../../app/protocol/collab";
import type { SocketData } from "./seats";

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
