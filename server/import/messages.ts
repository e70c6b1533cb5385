import type { Reading } from "../../app/domain/files/import";

/** What the reading thread is asked, and what it answers. */
export interface ReadRequest {
  name: string;
  bytes: Uint8Array;
}
export type ReadAnswer = Reading;
