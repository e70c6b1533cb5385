/** A live document for programs, on the same provider code as the browser's. */
import type * as Y from "yjs";
import { Connection } from "../../app/collab/connection";
import type { DocumentStatus } from "../../app/collab/document-status";
import { DocumentProvider } from "../../app/collab/provider";
import type { ProviderOptions } from "../../app/collab/provider-options";
import type { SaveState } from "../../app/collab/save-state";
import type { DocumentAccess, PresenceState } from "../../app/protocol/collab";

export interface OpenDocumentOptions {
  /** Of the server, for example http://127.0.0.1:3000. */
  origin: string;
  /** The Cookie header of a session. */
  cookie: string;
  documentId: string;
  /** Otherwise a split, kept on no device. */
  options?: ProviderOptions;
}

export interface HeadlessDocument {
  /** Another object after the server was restored from a backup. */
  readonly doc: Y.Doc;
  /** Resolves when every change made so far is committed; rejects when it cannot be. */
  whenSaved(): Promise<void>;
  close(): Promise<void>;
  readonly state: SaveState;
  readonly access: DocumentAccess;
  readonly status: DocumentStatus;
  setPresence(state: PresenceState): void;
  unsavedText(): string;
  connection: Connection;
  provider: DocumentProvider;
}

/** Opens the document; resolves after the first sync, rejects when it is refused. */
export async function openDocument({
  origin,
  cookie,
  documentId,
  options,
}: OpenDocumentOptions): Promise<HeadlessDocument> {
  const connection = new Connection({ origin, cookie });
  const provider = new DocumentProvider(connection, documentId, options);
  const close = async () => {
    provider.destroy();
    connection.close();
  };
  try {
    await provider.whenSynced();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    get doc() {
      return provider.doc;
    },
    whenSaved: () => provider.whenSaved(),
    close,
    get state() {
      return provider.getStatus().state;
    },
    get access() {
      return provider.getStatus().access;
    },
    get status() {
      return provider.getStatus();
    },
    setPresence: provider.setPresence,
    unsavedText: provider.unsavedText,
    connection,
    provider,
  };
}
