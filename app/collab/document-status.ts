/** What a page shows of a live document besides its content. */
import type * as Y from "yjs";
import type { DocumentAccess, PresentPerson, Refusal } from "../protocol/collab";
import type { ConnectionState } from "./link";
import type { ReadOnlyReason, SaveState } from "./save-state";

/** The document as this tab had it before the server was restored from a backup. Never merged by itself. */
export interface ReviewCopy {
  id: string;
  doc: Y.Doc;
  /** Milliseconds since the epoch. */
  at: number;
  /** Texts of changes that could not be placed in it, one a line; mostly none. */
  loose: string;
}

/** A new object after every change. */
export interface DocumentStatus {
  state: SaveState;
  /** `read` also while changes are refused: more of them would only be lost. */
  access: DocumentAccess;
  synced: boolean;
  people: PresentPerson[];
  /** This connection among `people`, or null while there is none. */
  connectionId: string | null;
  /** Do unsaved changes survive this tab? Null until that is known, which is before the first sync. */
  keepsOnDevice: boolean | null;
  /** To be looked through by the person: what of it is to be taken along? */
  review: ReviewCopy | null;
}

/** The facts a save state follows from. Times in milliseconds since the epoch. */
export interface SaveFacts {
  connection: ConnectionState;
  /** Seated, or on the way to a new seat over a living connection. */
  joined: boolean;
  /** There is a document to show. */
  synced: boolean;
  /** The document that is shown is about to be replaced: the server was restored. */
  restoring: boolean;
  refusal: Refusal | null;
  access: DocumentAccess;
  reason: ReadOnlyReason | undefined;
  /** Changes not acknowledged, and when the oldest was made. */
  count: number;
  since: number | null;
  offlineSince: number;
  kept: boolean;
  savedAt: number | null;
  seq: number;
}

/** Exactly one state, the most serious that is true. */
export function saveStateOf(facts: SaveFacts): SaveState {
  const { synced, count } = facts;
  const refusal = facts.refusal ?? (facts.connection === "outdated" ? "protocol" : null);
  if (refusal === "quarantined" && synced && count === 0) return { kind: "readOnly", reason: refusal };
  if (refusal) return synced ? { kind: "refused", refusal, count } : { kind: "failed", refusal };
  if (facts.connection === "ended") return { kind: "ended", count };
  if (!synced || facts.restoring) return { kind: "loading" };
  const since = facts.since ?? facts.offlineSince;
  if (!facts.joined) return { kind: "offline", count, since, kept: facts.kept };
  if (count > 0) return { kind: "saving", count, since };
  if (facts.access === "read") return { kind: "readOnly", reason: facts.reason ?? "role" };
  return { kind: "saved", at: facts.savedAt, seq: facts.seq };
}

/** Why waiting for a document is over without what was waited for, or null while it may still come. */
export function whyHopeless(state: SaveState): string | null {
  if (state.kind === "refused" || state.kind === "failed") return `refused: ${state.refusal}`;
  return state.kind === "ended" ? "the session ended" : null;
}

/** Resolves when `done` is true, rejects when `why` tells that it never will be; looks again after every change. */
export function waitFor(
  subscribe: (listener: () => void) => () => void,
  done: () => boolean,
  why: () => string | null,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (): boolean => {
      const hopeless = why();
      if (done()) resolve();
      else if (hopeless) reject(new Error(hopeless));
      else return false;
      return true;
    };
    if (settle()) return;
    const stop = subscribe(() => {
      if (settle()) stop();
    });
  });
}
