/** Live drafts shown inside a text stay as they are now: when one changes, the page asks its loader again. */
import { useMemo } from "react";
import { useFreshPage } from "../../collab/use-document-news";
import type { ChangedWhat } from "../../protocol/collab";
import type { EmbeddedDraft } from "../../protocol/text-data";

/** Each takes a seat on the connection, which has few; further ones are as they were when the page was read. */
export const FOLLOWED_DRAFTS_MAX = 4;
const ABOUT: readonly (ChangedWhat | "text")[] = ["text", "draft"];

/** The documents to follow, but for the page's own, which is heard already. */
export function followedDocuments(blocks: Record<string, EmbeddedDraft>, own: string): string[] {
  const shown = Object.values(blocks).flatMap((block) =>
    block.ok && block.version === null && block.documentId !== own ? [block.documentId] : [],
  );
  return [...new Set(shown)].slice(0, FOLLOWED_DRAFTS_MAX);
}

export function FollowedDrafts({ blocks, own }: { blocks: Record<string, EmbeddedDraft>; own: string }) {
  const ids = useMemo(() => followedDocuments(blocks, own), [blocks, own]);
  return ids.map((id) => <Followed key={id} documentId={id} />);
}

function Followed({ documentId }: { documentId: string }) {
  useFreshPage(documentId, ABOUT);
  return null;
}
