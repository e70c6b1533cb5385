/** Looks at bytes before Yjs applies them. */
import * as Y from "yjs";

/** Whether bytes are an update at all. One that is cut off may throw after it was applied in part. */
export function isUpdate(bytes: unknown): bytes is Uint8Array {
  try {
    Y.decodeUpdate(bytes as Uint8Array);
    return true;
  } catch {
    return false;
  }
}
