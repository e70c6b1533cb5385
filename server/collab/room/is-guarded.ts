import { authorsInLog } from "../log/suggestion-authors";
import type { DocumentState } from "../state/document-state";
import type { RoomDeps } from "./room-deps";

/** Times that the authors are asked for one update. */
const TRIES_MAX = 5;

/** Can the state look at what somebody suggests? It cannot while nobody can tell whose suggestions are whose. */
export async function isGuarded(
  state: DocumentState,
  documentId: string,
  { log, authorsOf, onError }: Pick<RoomDeps, "log" | "authorsOf" | "onError">,
): Promise<boolean> {
  const ask = () => (authorsOf ? authorsOf(documentId) : authorsInLog(log, documentId));
  try {
    // What fails meanwhile begins it anew.
    for (let n = 0; n < TRIES_MAX; n++) {
      const preparing = state.guarded(ask);
      if (!preparing) return true;
      await preparing;
    }
  } catch (error) {
    onError(error);
  }
  return false;
}
