/** Kinds of the bench's documents. */
import type { DocumentKind } from "../../../../server/collab/log/update-log";

/** Ids of splits begin with a 5, all others are texts. */
export const kindOf = (documentId: string): DocumentKind => (documentId.startsWith("5") ? "split" : "text");
