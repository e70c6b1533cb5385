/** What a room is given, and what it gives. */
import type { Refusal, UpdateAnswer } from "../../../app/protocol/collab";
import { LARGE_UPDATE_BYTES_MAX, UPDATE_BYTES_MAX } from "../../../app/protocol/limits";
import type { CollabMetrics } from "../collab-metrics";
import type { Editor } from "../hub";
import type { LoadedDocument } from "../log/load-document";
import type { LoggedUpdate, UpdateLog } from "../log/update-log";
import type { Sender } from "../state/document-state";
import type { Authors } from "../state/suggestion-guard";

/** A committed update on its way to the seats; `sender` is the connection that knows it already. */
export interface Committed {
  seq: number;
  bytes: Uint8Array;
  sender: string | null;
}

export interface RoomDeps {
  log: UpdateLog;
  /**
   * Tells the seats. Called in sequence order, before the senders are acknowledged. `ours`: this server committed
   * some of them; otherwise another one did, and takes care of what follows from them.
   */
  relay: (updates: Committed[], ours: boolean) => void;
  /** The database failed: nobody was acknowledged, and browsers send again. */
  onError: (error: unknown) => void;
  /** The document could not follow its log: this room is of no more use, and must be opened anew. */
  onBroken: (error: unknown) => void;
  metrics: CollabMetrics;
  /** Who made the suggestions in the committed text. Found in the log itself when left out. */
  authorsOf?: (documentId: string) => Promise<Authors>;
}

/** A committed update as it follows; whose it is, where that is not known already. */
export type Following = Pick<LoggedUpdate, "seq" | "bytes"> & { personId?: string };

export interface Submission {
  updateId: string;
  editor: Editor;
  bytes: Uint8Array;
  /** The connection it came from. */
  sender: string;
  /** The client ids leased to that connection. */
  clientIds: ReadonlySet<number>;
  /** The seat may only suggest. */
  suggests?: boolean;
}

/** The log goes on in a way that this document cannot. */
export class CannotFollow extends Error {
  override name = "CannotFollow";
  constructor(
    readonly seq: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** An answer that says no. */
export const refuse = (refusal: Refusal): UpdateAnswer => ({ ok: false, refusal });

/** Does the update rest on something that this server has not read? */
export const isGap = (answer: UpdateAnswer | Promise<UpdateAnswer>): answer is UpdateAnswer =>
  !(answer instanceof Promise) && !answer.ok && answer.refusal === "gap";

/** Client ids in one live update, and in one that came in parts (a day offline, a merge). */
const CLIENTS_MAX = 4;
const CLIENTS_MERGE_MAX = 64;
/** What the gate asks of a browser's update: more may be in one that came in parts, or from tabs taken over. */
export function browserGate({ bytes, clientIds, editor, suggests = false }: Submission): Sender {
  const large = bytes.byteLength > UPDATE_BYTES_MAX;
  return {
    maxBytes: large ? LARGE_UPDATE_BYTES_MAX : UPDATE_BYTES_MAX,
    maxClients: large || clientIds.size > 1 ? CLIENTS_MERGE_MAX : CLIENTS_MAX,
    leased: (clientId) => clientIds.has(clientId),
    personId: editor.personId,
    suggests,
  };
}

/** A copy or a restore is one update of the server's own making. Bytes. */
const SERVER_UPDATE_BYTES_MAX = 4 * 1024 * 1024;
/** What the gate asks of the server's own change. */
export const serverGate = (clientId: number, { personId }: Editor): Sender => ({
  maxBytes: SERVER_UPDATE_BYTES_MAX,
  maxClients: 1,
  leased: (id) => id === clientId,
  personId,
});

/** What may wait for its commit in one room. Bytes. */
export const WAITING_BYTES_MAX = 16 * 1024 * 1024;
/** A relay that takes longer than this is dear: the next one waits, at most so long. Milliseconds. */
export const DEAR = 1;
export const PACE_MAX = 15;

/** What can be followed of a document that cannot be wholly, to be read only. Throws the error when it was another. */
export function untilBroken(loaded: LoadedDocument, error: unknown): LoadedDocument {
  if (!(error instanceof CannotFollow)) throw error;
  const tail = loaded.tail.filter(({ seq }) => seq < error.seq);
  return { ...loaded, tail, bad: { after: error.seq - 1, why: error.message } };
}
