import { readSplit } from "../../../app/collab/documents/split-document";
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

type Start = Pick<NewDraft, "split" | "sideNotes" | "background" | "copiedFrom">;

/** Content of the source. 404 when the viewer may not read it: copying is reading. */
async function startOf(services: Services, viewer: Viewer, source: DraftSource): Promise<Start> {
  if (source.kind === "empty") return { split: { categories: [] }, sideNotes: {}, background: [] };
  const { draft } = await readableDraft(services, viewer, source.slug);
  const { background } = await services.db
    .selectFrom("drafts")
    .select("background")
    .where("id", "=", draft.id)
    .executeTakeFirstOrThrow();
  const split =
    source.version === null
      ? readSplit((await services.documents.read(draft.documentId)).doc)
      : (await frozenVersion(services, draft.id, source.version)).split;
  const copiedFrom = { draftId: draft.id, version: source.version };
  return { split, sideNotes: draft.sideNotes, background, copiedFrom };
}
