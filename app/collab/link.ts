/** What a document's provider needs of the connection to the server. app/collab/connection.ts is the real one. */
import type { ClientEvents, ServerEvents } from "../protocol/collab";

/** `ended`: the session is over. `outdated`: this page speaks another protocol version and must be loaded again. */
export type ConnectionState = "connecting" | "connected" | "offline" | "ended" | "outdated";

/** Messages that name their document. */
export type DocumentEvent = Exclude<keyof ServerEvents, "session:ended" | "server:draining">;
export type MessageOf<E extends DocumentEvent> = Parameters<ServerEvents[E]>[0];

/** Messages that are answered. */
export type Question = Extract<
  keyof ClientEvents,
  "document:join" | "document:part" | "document:update" | "document:verify" | "connection:probe"
>;
export type RequestOf<Q extends keyof ClientEvents> = Parameters<ClientEvents[Q]>[0];
export type AnswerOf<Q extends Question> = Parameters<Parameters<ClientEvents[Q]>[1]>[0];

export interface Link {
  readonly state: ConnectionState;
  /** Of this connection, or null while there is none. */
  readonly id: string | null;
  /** Sends and waits for the answer; rejects when none comes in time or the connection is lost. */
  ask<Q extends Question>(question: Q, request: RequestOf<Q>): Promise<AnswerOf<Q>>;
  /** Sends what has no answer; dropped while there is no connection. */
  send<E extends "document:leave" | "presence:set">(event: E, request: RequestOf<E>): void;
  /** Calls the listener after every change of state; the answer stops that. */
  subscribe(listener: () => void): () => void;
  /** Calls the handler for messages about one document; the answer stops that. */
  onDocument<E extends DocumentEvent>(
    documentId: string,
    event: E,
    handle: (message: MessageOf<E>) => void,
  ): () => void;
}
