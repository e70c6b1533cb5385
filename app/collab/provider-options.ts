/** What a live document may be opened with. */
import type { ContentHash } from "./copies";
import type { Device } from "./device";

export interface ProviderOptions {
  /** The schema version of the document's kind; a split's unless told. */
  schema?: number;
  /** What keeps unsaved changes on the device; null or a rejection when it cannot. */
  device?: Promise<Device | null>;
  contentHash?: ContentHash;
}
