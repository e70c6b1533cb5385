/** How the load generator speaks with one kind of server. Every driver is equally light: no Y.Doc, no provider. */

export interface Handlers {
  /**
   * Yjs updates arrived, the initial state too. Equal frames give the same array again, so that what is known of
   * it may be kept by identity.
   */
  updates(updates: readonly Uint8Array[]): void;
  /** The server acknowledged so many edits more. */
  acked?(edits: number): void;
  /** So many presence states of others arrived. */
  presence?(states: number): void;
}

export interface LightClient {
  /** The Yjs client id to write with. */
  readonly clientId: number;
  /** Sends one edit. */
  send(update: Uint8Array): void;
  /** Tells that this person is now somewhere else. */
  move(to: string): void;
  close(): void;
}

export interface Driver {
  /** Does the server tell when an edit is kept? */
  acknowledges: boolean;
  /** The same with every edit as a message of its own, where its clients would merge them. */
  unmerged?: Driver;
  /**
   * Connects the n-th person to a document; resolves when the initial state has been handed over.
   * Rejects when refused.
   */
  connect(port: number, documentId: string, person: number, handlers: Handlers): Promise<LightClient>;
}

/** Refusals and lost connections. A run in which something was refused measured something else. */
export const trouble: string[] = [];
export const troubled = (what: string): void => {
  if (trouble.length < 20) trouble.push(what);
};
