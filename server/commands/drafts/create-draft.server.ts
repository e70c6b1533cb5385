import { readContent } from "../../../app/collab/documents/draft-document";
import { type DraftContent, saidContent } from "../../../app/domain/draft-content";
import { EMPTY_TEXT } from "../../../app/domain/text/text";
import type { Outcome } from "../../../app/messages/problem";
import type { DraftSource } from "../../../app/protocol/draft-source";
import { loadActor, mayDo, notAllowed, notFound } from "../../authorize.server";
import { readableDraft } from "../../queries/readable-draft.server";
import { frozenVersion } from "../../queries/version-content.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addDraft, type NewDraft } from "./add-draft.server";
import { titleProblem } from "./draft-title.server";

/** A new draft at the table. Answers its slug; a missing or over-long title is refused as a value. */
export async function createDraft(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  { title, source }: { title: string; source: DraftSource },
): Promise<Outcome<{ slug: string }>> {
  const table = await services.db
    .selectFrom("tables")
    .select(["id as tableId", "region_id as regionId"])
    .where("slug", "=", tableSlug)
    .executeTakeFirst();
  const actor = await loadActor(services, viewer.personId);
  if (!table || !mayDo(actor, "table.read", table)) throw notFound();
  if (!mayDo(actor, "draft.create", table)) throw notAllowed();
  const problem = titleProblem(title, "title", true);
  if (problem) return problem;

  const start = await startOf(services, viewer, source);
  const draft: NewDraft = { ...start, tableId: table.tableId, title: { fi: title } };
  const { slug } = await services.db.transaction().execute((trx) => addDraft(trx, viewer, draft));
  return { ok: true, slug };
}

type Start = Pick<NewDraft, "content" | "sideNotes" | "background" | "copiedFrom">;

const EMPTY: Record<"empty" | "emptyText", DraftContent> = {
  empty: { kind: "split", split: { categories: [] } },
  emptyText: { kind: "text", text: EMPTY_TEXT },
};

/** Content of the source. 404 when the viewer may not read it: copying is reading. */
async function startOf(services: Services, viewer: Viewer, source: DraftSource): Promise<Start> {
  if (source.kind !== "draft") return { content: EMPTY[source.kind], sideNotes: {}, background: [] };
  const { draft } = await readableDraft(services, viewer, source.slug);
  const { background } = await services.db
    .selectFrom("drafts")
    .select("background")
    .where("id", "=", draft.id)
    .executeTakeFirstOrThrow();
  const content =
    source.version === null
      ? readContent(draft.kind, (await services.documents.read(draft.documentId)).doc)
      : (await frozenVersion(services, draft.id, source.version)).content;
  const copiedFrom = { draftId: draft.id, version: source.version };
  // A suggestion in a copy would be the copier's by the log: copies start from what the draft says.
  return { content: saidContent(content), sideNotes: draft.sideNotes, background, copiedFrom };
}
