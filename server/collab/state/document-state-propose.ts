import * as Y from "yjs";

/** Runs a change on a scratch document and gives its bytes, or null when it changed nothing. Destroys the document. */
export function proposeOn(
  scratch: Y.Doc,
  change: (doc: Y.Doc) => void,
): { bytes: Uint8Array; clientId: number } | null {
  const updates: Uint8Array[] = [];
  scratch.on("update", (update: Uint8Array) => updates.push(update));
  try {
    scratch.transact(() => change(scratch));
    if (updates.length === 0) return null;
    return { bytes: Y.mergeUpdates(updates), clientId: scratch.clientID };
  } finally {
    scratch.destroy();
  }
}
