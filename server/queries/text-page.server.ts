/** What the page of a text draft shows at first paint: the committed text, who suggests what, and the viewer's abilities. */
import type { TextPageData } from "../../app/protocol/text-data";
import { mayDo, notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { embeddedDrafts } from "./draft-blocks.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { liveContent } from "./live-content.server";
import { marginOf } from "./passages.server";
import { readableDraft } from "./readable-draft.server";
import { suggestionAuthors } from "./suggestion-authors.server";

/** The page of a draft of kind text. 404 for another kind, or for a draft that the viewer may not read. */
export async function textPage(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<TextPageData & { frame: DraftFrame }> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const live = await liveContent(services, draft);
  if (live.content.kind !== "text") throw notFound();
  const { text } = live.content;
  const [versions, answersTo, frame] = await Promise.all([
    services.db
      .selectFrom("versions")
      .select(["number", "label", "meeting_date as meetingDate"])
      .where("draft_id", "=", draft.id)
      .orderBy("number")
      .execute(),
    services.db
      .selectFrom("initiatives")
      .select(["slug", "title"])
      .where("response_draft_id", "=", draft.id)
      .where("table_id", "=", draft.tableId)
      .orderBy("slug")
      .execute(),
    draftFrame(services, draft, actor, live.content),
  ]);
  const canComment = mayDo(actor, "draft.comment", draft);
  const seat = actor.seats.find((s) => s.tableId === draft.tableId);
  return {
    frame,
    text,
    seq: live.seq,
    versions,
    suggestions: await suggestionAuthors(services, draft.documentId, viewer, text),
    ...(await marginOf(services, { draft, actor, doc: live.doc })),
    blocks: await embeddedDrafts(services, viewer, text),
    answersTo,
    abilities: {
      edit: mayDo(actor, "draft.edit", draft),
      suggest: mayDo(actor, "draft.suggest", draft),
      comment: canComment,
      freeze: mayDo(actor, "draft.freeze", draft),
      manage: mayDo(actor, "draft.manage", draft),
    },
    viewer: { personId: viewer.personId, partyId: seat?.partyId ?? null },
  };
}
