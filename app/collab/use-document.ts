/** The live document of a page, for React. Nothing of it runs on the server. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import type { DocumentAccess, PresenceState, PresentPerson, ServerEvents } from "../protocol/collab";
import { shareConnection } from "./connection";
import type { DocumentStatus } from "./document-status";
import { DocumentProvider } from "./provider";
import type { SaveState } from "./save-state";

/** What changed in the tables about the document: ask the loader again. */
export type ChangedWhat = Parameters<ServerEvents["changed"]>[0]["what"];

export interface SharedDocumentOptions {
  documentId: string;
  /** False on the server and on pages that only read. */
  enabled: boolean;
  onChanged?: (what: ChangedWhat) => void;
}

export interface SharedDocument {
  /** The live document, or null until the first sync (promise I11). */
  doc: Y.Doc | null;
  synced: boolean;
  state: SaveState;
  /** `read` also while changes are refused. */
  access: DocumentAccess;
  /** Everyone on the document, this tab too: leave out `connectionId`. */
  people: PresentPerson[];
  connectionId: string | null;
  /** Tells others what this tab has open, types in or moves; merged with what was told before. */
  setPresence: (state: PresenceState) => void;
  /** What the person wrote that is not saved, as plain text to be copied. */
  unsavedText: () => string;
  /** Throws away this tab's copy, unsaved changes too, and opens the document again. */
  startOver: () => void;
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
const noStatus = () => LOADING;
const noSubscription = () => () => undefined;
/** A page that is left lets its last changes be saved this long. */
const FINISH_MILLISECONDS = 10_000;

/** Opens the document while the component is mounted. Leaving the page with unsaved changes asks first. */
export function useSharedDocument({ documentId, enabled, onChanged }: SharedDocumentOptions): SharedDocument {
  const [provider, setProvider] = useState<DocumentProvider | null>(null);
  const [attempt, setAttempt] = useState(0);
  const told = useRef(onChanged);
  useEffect(() => {
    told.current = onChanged;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the document again
  useEffect(() => {
    if (!enabled) return;
    const { connection, release } = shareConnection();
    const opened = new DocumentProvider(connection, documentId);
    const stopTelling = connection.onDocument(documentId, "changed", ({ what }) => told.current?.(what));
    const stopAsking = askBeforeLeaving(opened);
    setProvider(opened);
    return () => {
      stopTelling();
      stopAsking();
      setProvider(null);
      void finish(opened).then(release);
    };
  }, [documentId, enabled, attempt]);

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
    startOver: useCallback(() => setAttempt((n) => n + 1), []),
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

function askBeforeLeaving(provider: DocumentProvider): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (provider.unsavedCount > 0) event.preventDefault();
  };
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}
