import type * as Y from "yjs";
import { readContent } from "../../app/collab/documents/draft-document";
import { type DraftContent, saidContent, splitOf } from "../../app/domain/draft-content";
import type { DraftKind } from "../../app/domain/drafts";
import type { Split } from "../../app/domain/split/split";
import type { Services } from "../services";

/** The committed live content of a draft, whichever its kind. */
export interface LiveContent {
  content: DraftContent;
  /** What it says: without suggestions that nobody has accepted (rule E1). */
  said: DraftContent;
  /** Its categories: none in a text. */
  split: Split;
  /** The document itself: to be read at once, and never written. */
  doc: Y.Doc;
  /** Log position that it was read at. */
  seq: number;
  /** The document cannot follow its log: this is its last good state. */
  quarantined: boolean;
}

export async function liveContent(
  services: Services,
  draft: { documentId: string; kind: DraftKind },
): Promise<LiveContent> {
  const { doc, seq, quarantined } = await services.documents.read(draft.documentId);
  const content = readContent(draft.kind, doc);
  return { content, doc, said: saidContent(content), split: splitOf(content), seq, quarantined };
}
