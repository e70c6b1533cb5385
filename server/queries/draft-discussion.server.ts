/** Every thread of a draft: on the whole, on its categories and on its versions. */
import { readWords } from "../../app/collab/documents/text-anchors";
import type { Localized } from "../../app/domain/languages";
import type { DiscussionData } from "../../app/protocol/discussion-data";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { discussionOf } from "./category-discussion.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { liveContent } from "./live-content.server";
import { readableDraft } from "./readable-draft.server";

export interface DraftDiscussion extends DiscussionData {
  frame: DraftFrame;
  /** What a new thread can be about: categories in order, removed ones last, and versions, the newest first. */
  categories: { id: string; label: Localized; isRemoved: boolean }[];
  versions: { number: number; label: string }[];
  /** When this was read: what came later is not read by who sees this. ISO. */
  readAt: string;
}

/** Threads in the order they were opened. 404 for who may not read the draft. */
export async function draftDiscussion(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<DraftDiscussion> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const readAt = services.clock().toISOString();
  const { content, doc, split } = await liveContent(services, draft);
  const words = content.kind === "text" ? { words: readWords(doc) } : {};
  const discussion = await discussionOf(services, { draft, actor, split, ...words, wanted: "all" });
  const versions = await services.db
    .selectFrom("versions")
    .select(["number", "label"])
    .where("draft_id", "=", draft.id)
    .orderBy("number", "desc")
    .execute();
  const isRemoved = ({ status }: { status: string }) => status === "removed";
  const ordered = [
    ...split.categories.filter((c) => !isRemoved(c)),
    ...split.categories.filter((c) => isRemoved(c)),
  ];
  return {
    ...discussion,
    frame: await draftFrame(services, draft, actor, content),
    categories: ordered.map((c) => ({ id: c.id, label: c.label, isRemoved: isRemoved(c) })),
    versions,
    readAt,
  };
}
