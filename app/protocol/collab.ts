/**
 * The wire of live editing, version PROTOCOL_VERSION: Socket.IO events with one binary frame each
 * (msgpack). Types only, so that a browser loads nothing for it; the server parses what arrives with
 * the schemas in server/collab/messages.ts.
 *
 * Handshake: the session's cookie, `auth: { protocol: PROTOCOL_VERSION }`, an Origin of ours. Refused with the
 * connect error "protocol" (load the page again), "session" (sign in), "too-many" or "unavailable" (try later).
 * Binary goes through app/protocol/bytes.ts. One update of a document is on its way per browser; the rest waits.
 *
 *   browser → server   document:join, document:part, document:update, document:verify, document:leave,
 *                      presence:set, connection:probe
 *   server → browser   document:updates (only committed bytes, in sequence order), presence:changed,
 *                      document:access, document:closed, changed (ids only: ask the loader again),
 *                      session:ended, server:draining
 */

/** Why the server did not take a message. Words in three languages: messages `collab.refusal.*`. */
export const REFUSALS = [
  "malformed", // the bytes do not decode, or the message has another shape
  "too-large",
  "not-joined",
  "read-only", // may read, may not edit
  "only-suggest", // may suggest; this would change the text itself, or another's suggestion
  "locked", // the draft is locked or archived
  "not-found",
  "not-allowed",
  "foreign-client", // client ids that are not leased to this person
  "gap", // the update rests on something the server does not have
  "invalid-content", // the result would break the document's schema
  "too-fast",
  "unavailable", // the database is away: keep the change and send it again
  "protocol", // another protocol or schema version: reload the page
  "restored", // the document was restored from a backup since this page read it (another epoch)
  "quarantined", // the document cannot follow its log: readable from its last good state, never changed
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a person may do with a document. */
export type DocumentAccess = "read" | "suggest" | "edit";
/** Why a document is read-only. */
export type ReadOnlyReason = "role" | "locked" | "archived" | "quarantined";

/**
 * The right of one person to write with one Yjs client id in one document and epoch. The server makes both: the
 * token is its signature, so any node knows a lease without having to remember it.
 */
export interface Lease {
  clientId: number;
  token: string;
}

export interface JoinRequest {
  documentId: string;
  /** The schema version of the document's kind that this page speaks. */
  schema: number;
  /** What this tab has already, or null for nothing. */
  known: { epoch: number; seq: number } | null;
  /**
   * Leases of this tab (first) and of tabs whose unsaved changes it took over; empty at the first join.
   * Those the server did not make for this person, document and epoch are refused as "foreign-client".
   */
  leases: Lease[];
}

export type JoinAnswer =
  | {
      ok: true;
      access: DocumentAccess;
      /** Why it is read-only, when it is. */
      reason?: ReadOnlyReason;
      epoch: number;
      /** The sequence number of the last committed update included. */
      seq: number;
      /** Everything committed after `known.seq`, or the whole document, as Yjs updates to apply in order. */
      updates: Uint8Array[];
      /** The client id to write with: the first one asked for, or a new one. To be set before the first change. */
      lease: Lease;
      /** Who the server knows this connection as: unsaved changes are kept under this id. */
      personId: string;
      people: PresentPerson[];
    }
  | { ok: false; refusal: Refusal };

export interface UpdateRequest {
  documentId: string;
  /** A UUID made by the browser; a resend carries the same one and gets the same answer. */
  updateId: string;
  /** The update, or its last part. */
  bytes: Uint8Array;
  /** Number of parts when it is larger than UPDATE_BYTES_MAX: the others went before as document:part. */
  parts?: number;
}

/** One part of a large update, at most UPDATE_BYTES_MAX bytes. Held in memory only until the update comes. */
export interface PartRequest {
  documentId: string;
  updateId: string;
  /** 0, 1, 2 … in order. Part 0 begins anew. */
  index: number;
  bytes: Uint8Array;
}

/** The answer comes after the commit. */
export type UpdateAnswer = { ok: true; seq: number } | { ok: false; refusal: Refusal };
export type PartAnswer = { ok: true } | { ok: false; refusal: Refusal };

/** A browser that is idle asks whether it has what the server has (promise I6). */
export interface VerifyRequest {
  documentId: string;
  seq: number;
  /** sha256 of the canonical content, hex. */
  hash: string;
}
/** `same` is null when the server is at another sequence number or does not compare this kind. */
export type VerifyAnswer = { ok: true; same: boolean | null } | { ok: false; refusal: Refusal };

/** What a browser says of itself; who it is, the server says. */
export interface PresenceState {
  /** The category whose card is open in the panel. */
  open?: string | null;
  /** The category whose text is being typed. */
  editing?: string | null;
  /** The category that is being moved. */
  moving?: string | null;
  /** Where the caret and the other end of the selection stand in a text: relative positions, as base64. */
  selection?: { anchor: string; head: string } | null;
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

/** What changed among those present since the join answer or the message before. */
export interface PresenceMessage {
  documentId: string;
  /** People who came (or whose name or party changed), whole. */
  came: PresentPerson[];
  /** The state of those who were there already. */
  moved: { connectionId: string; state: PresenceState }[];
  /** Connection ids of those who left. */
  left: string[];
}

export interface UpdatesMessage {
  documentId: string;
  /** The sequence number of the first update; the others follow without a hole. */
  seq: number;
  /** Committed updates. Only when all are the reader's own, which it has, they are left out. */
  updates: Uint8Array[];
}

export interface ClientEvents {
  "document:join": (request: JoinRequest, answer: (a: JoinAnswer) => void) => void;
  "document:part": (request: PartRequest, answer: (a: PartAnswer) => void) => void;
  "document:update": (request: UpdateRequest, answer: (a: UpdateAnswer) => void) => void;
  "document:verify": (request: VerifyRequest, answer: (a: VerifyAnswer) => void) => void;
  "document:leave": (request: { documentId: string }) => void;
  "presence:set": (request: { documentId: string; state: PresenceState }) => void;
  /** Is this connection alive? After sleep a socket may be dead without knowing it. */
  "connection:probe": (request: Record<string, never>, answer: (a: { ok: true }) => void) => void;
}

/** What of a document's rows changed. */
export const CHANGED_WHAT = [
  "versions",
  "draft",
  "history",
  "remarks",
  "positions",
  "discussion",
  "suggestions",
  "statements",
  "meeting",
  "decisions",
] as const;
export type ChangedWhat = (typeof CHANGED_WHAT)[number];

export interface ServerEvents {
  "document:updates": (message: UpdatesMessage) => void;
  "presence:changed": (message: PresenceMessage) => void;
  "document:access": (message: {
    documentId: string;
    access: DocumentAccess;
    reason?: ReadOnlyReason;
  }) => void;
  /** The seat is gone (rights ended, draft deleted): nothing more comes on this document. */
  "document:closed": (message: { documentId: string; refusal: Refusal }) => void;
  /** Something about this document changed in the tables: loaders should run again. Carries no content. */
  changed: (message: { documentId: string; what: ChangedWhat }) => void;
  /** The session ended (signed out elsewhere, expired): the socket closes after this. */
  "session:ended": () => void;
  /** This server is stopping: come back at a moment of your own within so many milliseconds. */
  "server:draining": (message: { within: number }) => void;
}
