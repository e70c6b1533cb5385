/** The live document of a page, for React. Nothing of it runs on the server. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import type { ChangedWhat, PresenceState } from "../protocol/collab";
import { type Connection, shareConnection } from "./connection";
import type { DocumentStatus } from "./document-status";
import { NOTE_SCHEMA_VERSION } from "./documents/note-document";
import { TEXT_SCHEMA_VERSION } from "./documents/schema-version";
import { leavingDocument } from "./leaving";
import { DocumentProvider } from "./provider";
import { openUnsavedStore } from "./unsaved-store";

export interface SharedDocumentOptions {
  documentId: string;
  /** False on the server and on pages that only read. */
  enabled: boolean;
  /** A split unless told. */
  kind?: "split" | "note" | "text";
  /** Something changed in the tables about the document: ask the loader again. */
  onChanged?: (what: ChangedWhat) => void;
}

/** `people`: everyone on the document, this tab too: leave out `connectionId`. */
export interface SharedDocument extends DocumentStatus {
  /**
   * The live document, or null until the first sync (promise I11). Another object after the server was restored,
   * or when this copy had to be fetched again.
   */
  doc: Y.Doc | null;
  /** Tells others what this tab has open, types in or moves; merged with what was told before. */
  setPresence: (state: PresenceState) => void;
  /** What the person wrote that is not saved, as plain text to be copied. */
  unsavedText: () => string;
  /** Throws away unsaved changes, on the device too, and opens the document again. */
  startOver: () => void;
  /** The person has looked through the review copy: it is forgotten. */
  settleReview: () => void;
  /** Somebody signed in: tries the ended connection again. */
  reconnect: () => void;
  /** Loads the page again; without asking, when nothing is lost by it. */
  reload: () => void;
}

const LOADING: DocumentStatus = {
  state: { kind: "loading" },
  access: "read",
  synced: false,
  people: [],
  connectionId: null,
  keepsOnDevice: null,
  review: null,
};
const SCHEMAS = { note: NOTE_SCHEMA_VERSION, text: TEXT_SCHEMA_VERSION };
const noStatus = () => LOADING;
const noSubscription = () => () => undefined;
const contentHash = async (doc: Y.Doc) => (await import("./split-hash")).splitHash(doc);
/** A page that is left lets its last changes be saved this long. */
const FINISH_MILLISECONDS = 10_000;

/** Opens the document while the component is mounted. Leaving the page with unsaved changes asks first. */
export function useSharedDocument({
  documentId,
  enabled,
  kind = "split",
  onChanged,
}: SharedDocumentOptions): SharedDocument {
  const [open, setOpen] = useState<{ provider: DocumentProvider; connection: Connection } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const told = useRef(onChanged);
  useEffect(() => {
    told.current = onChanged;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the document again
  useEffect(() => {
    if (!enabled) return;
    const { connection, release } = shareConnection();
    const opened = new DocumentProvider(connection, documentId, {
      device: openUnsavedStore(),
      // Notes and texts are not compared.
      ...(kind === "split" ? { contentHash } : { schema: SCHEMAS[kind] }),
    });
    const stopTelling = connection.onDocument(documentId, "changed", ({ what }) => told.current?.(what));
    const stopAsking = askBeforeLeaving(opened);
    setOpen({ provider: opened, connection });
    return () => {
      stopTelling();
      stopAsking();
      setOpen(null);
      const left = finish(opened);
      leavingDocument(documentId, left);
      void left.then(release);
    };
  }, [documentId, enabled, kind, attempt]);

  const provider = open?.provider;
  const status = useSyncExternalStore(
    provider?.subscribe ?? noSubscription,
    provider?.getStatus ?? noStatus,
    noStatus,
  );
  return {
    doc: provider && status.synced ? provider.doc : null,
    ...status,
    setPresence: useCallback((state: PresenceState) => provider?.setPresence(state), [provider]),
    unsavedText: useCallback(() => provider?.unsavedText() ?? "", [provider]),
    startOver: useCallback(() => {
      void provider?.discard().then(() => setAttempt((n) => n + 1));
    }, [provider]),
    settleReview: useCallback(() => void provider?.settleReview(), [provider]),
    reconnect: useCallback(() => open?.connection.retry(), [open]),
    reload: useCallback(() => void reload(provider), [provider]),
  };
}

/** Closes the document when its changes are saved, or when they cannot be. */
async function finish(provider: DocumentProvider): Promise<void> {
  const { kind } = provider.getStatus().state;
  if (provider.unsavedCount > 0 && kind !== "refused") {
    const enough = new Promise((resolve) => setTimeout(resolve, FINISH_MILLISECONDS));
    await Promise.race([provider.whenSaved().catch(() => undefined), enough]); // refused meanwhile: nothing more to wait for
  }
  provider.destroy();
}

/** What the device keeps goes by itself after loading: then there is nothing to ask. */
async function reload(provider: DocumentProvider | undefined): Promise<void> {
  await provider?.whenKept();
  if (provider?.getStatus().keepsOnDevice)
    window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
  window.location.reload();
}

function askBeforeLeaving(provider: DocumentProvider): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (provider.unsavedCount > 0) event.preventDefault();
  };
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}
