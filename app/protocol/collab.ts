/**
 * The wire of live editing, version PROTOCOL_VERSION: Socket.IO events with one binary frame each
 * (msgpack). Types only, so that a browser loads nothing for it; the server parses what arrives with
 * the schemas in server/collab/messages.ts.
 *
 * Handshake: the session's cookie, `auth: { protocol: PROTOCOL_VERSION }`, an Origin of ours. Refused with the
 * connect error "protocol" (load the page again), "session" (sign in), "too-many" or "unavailable" (try later).
 * Binary goes through app/protocol/bytes.ts. One update of a document is on its way per browser; the rest waits.
 *
 *   browser → server   document:join, document:update, document:leave, presence:set
 *   server → browser   document:updates (only committed bytes, in sequence order), presence:people,
 *                      document:access, document:closed, changed (ids only: ask the loader again)
 */

/** Why the server did not take a message. Words in three languages: messages `collab.refusal.*`. */
export const REFUSALS = [
  "malformed", // the bytes do not decode, or the message has another shape
  "too-large",
  "not-joined",
  "read-only", // may read, may not edit
  "locked", // the draft is locked or archived
  "not-found",
  "not-allowed",
  "foreign-client", // client ids that are not leased to this connection
  "gap", // the update rests on something the server does not have
  "invalid-content", // the result would break the document's schema
  "too-fast",
  "unavailable", // the database is away: keep the change and send it again
  "protocol", // another protocol version: reload the page
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a person may do with a document. */
export type DocumentAccess = "read" | "edit";

export interface JoinRequest {
  documentId: string;
  /** Y.encodeStateVector of the browser's document. */
  stateVector: Uint8Array;
  /** The Y.Doc's client id, leased to this connection. */
  clientId: number;
}

export type JoinAnswer =
  | {
      ok: true;
      access: DocumentAccess;
      /** Why it is read-only, when it is. */
      reason?: "role" | "locked" | "archived";
      /** Everything committed that the browser's state vector lacks. */
      update: Uint8Array;
      /** Y.encodeStateVector of the committed state: what the browser need not send again. */
      stateVector: Uint8Array;
      /** The sequence number of the last committed update included. */
      seq: number;
      people: PresentPerson[];
    }
  | { ok: false; refusal: Refusal };

export interface UpdateRequest {
  documentId: string;
  /** A UUID made by the browser; a resend carries the same one and gets the same answer. */
  updateId: string;
  bytes: Uint8Array;
}

export type UpdateAnswer = { ok: true; seq: number } | { ok: false; refusal: Refusal };

/** What a browser says of itself; who it is, the server says. */
export interface PresenceState {
  /** The category whose card is open in the panel. */
  open?: string | null;
  /** The category whose text is being typed. */
  editing?: string | null;
  /** The category that is being moved. */
  moving?: string | null;
}

/** One connection on a document, as the server tells it. */
export interface PresentPerson extends PresenceState {
  connectionId: string;
  personId: string;
  name: string;
  partyId: string | null;
  /** Short name of the party, or null for a person without one. */
  party: string | null;
  /** Index of the party's colour, 0–11. */
  color: number;
}

export interface UpdatesMessage {
  documentId: string;
  /** Committed updates in sequence order; only the reader's own, which it has, are left out. */
  updates: { seq: number; bytes: Uint8Array }[];
}

export interface ClientEvents {
  "document:join": (request: JoinRequest, answer: (a: JoinAnswer) => void) => void;
  "document:update": (request: UpdateRequest, answer: (a: UpdateAnswer) => void) => void;
  "document:leave": (request: { documentId: string }) => void;
  "presence:set": (request: { documentId: string; state: PresenceState }) => void;
}

export interface ServerEvents {
  "document:updates": (message: UpdatesMessage) => void;
  "presence:people": (message: { documentId: string; people: PresentPerson[] }) => void;
  "document:access": (message: {
    documentId: string;
    access: DocumentAccess;
    reason?: "role" | "locked" | "archived";
  }) => void;
  /** The seat is gone (rights ended, draft deleted): nothing more comes on this document. */
  "document:closed": (message: { documentId: string; refusal: Refusal }) => void;
  /** Something about this document changed in the tables: loaders should run again. Carries no content. */
  changed: (message: { documentId: string; what: "versions" | "draft" | "history" | "remarks" }) => void;
  /** The session ended (signed out elsewhere, expired): the socket closes after this. */
  "session:ended": () => void;
}
