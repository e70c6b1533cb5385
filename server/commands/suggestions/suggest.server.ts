import { categoriesMap, readCategory } from "../../../app/collab/documents/split-document";
import { categoryContentHash } from "../../../app/domain/split/canonical";
import { LABEL_CHARACTERS_MAX, SIDES } from "../../../app/domain/split/split";
import {
  OPEN_SUGGESTIONS_MAX,
  SUGGESTION_KINDS,
  SUGGESTION_REASON_CHARACTERS_MAX,
  suggestionProblem,
  textOfCategory,
} from "../../../app/domain/suggestions";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { tell } from "../../events/tell.server";
import { seatedAt } from "../../queries/party-people.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "../drafts/permitted-draft.server";

export interface NewSuggestion {
  /** One of SUGGESTION_KINDS; anything else is asked for again. */
  kind: string;
  /** Empty for an addition. */
  categoryId: string;
  label: string;
  sides: string;
  reason: string;
}

/**
 * Suggests a change, bound to the category as it is now (rule G1), and tells the chair, the secretary and the preparer.
 * Refused as a value for what says nothing new or is too long; 404 for a category that is not there.
 */
export async function suggest(
  services: Services,
  viewer: Viewer,
  slug: string,
  wanted: NewSuggestion,
): Promise<Outcome<{ id: string }>> {
  const { draft, actor } = await permittedDraft(services, viewer, slug, "draft.suggest");
  const kind = SUGGESTION_KINDS.find((one) => one === wanted.kind);
  if (!kind) return { ok: false, error: "suggestions.error.kindMissing", field: "kind" };
  if (kind !== "add" && !wanted.categoryId)
    return { ok: false, error: "suggestions.error.categoryMissing", field: "category" };
  const categoryId = kind === "add" ? null : wanted.categoryId;
  const category = categoryId === null ? null : await categoryNow(services, draft.documentId, categoryId);
  const sides = SIDES.find((side) => side === wanted.sides);
  const change = {
    ...((kind === "rename" || kind === "add") && { label: wanted.label.trim() }),
    ...((kind === "move" || kind === "add") && sides && { sides }),
  };
  const base = category && textOfCategory(category);
  const problem = suggestionProblem(kind, change, base);
  if (problem)
    return {
      ok: false,
      error: `suggestions.error.${problem}`,
      ...(problem.startsWith("label") || problem === "sameLabel" ? { field: "label" } : {}),
      ...(problem.startsWith("sides") || problem === "sameSides" ? { field: "sides" } : {}),
      values: { max: LABEL_CHARACTERS_MAX },
    };
  const reason = wanted.reason.replace(/\r\n?/g, "\n").trim();
  if (reason.length > SUGGESTION_REASON_CHARACTERS_MAX) {
    const values = { max: SUGGESTION_REASON_CHARACTERS_MAX, count: reason.length };
    return { ok: false, error: "suggestions.error.reasonLong", field: "reason", values };
  }
  if ((await openSuggestions(services, draft.id)) >= OPEN_SUGGESTIONS_MAX)
    return { ok: false, error: "suggestions.error.many", values: { max: OPEN_SUGGESTIONS_MAX } };

  const now = services.clock();
  const partyId = actor.seats.find((s) => s.tableId === draft.tableId && s.partyId)?.partyId ?? null;
  const id = await services.db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto("suggestions")
      .values({
        ...{ draft_id: draft.id, kind, category_id: categoryId, reason, created_at: now },
        ...{ author_id: viewer.personId, party_id: partyId },
        change: JSON.stringify({ ...change, ...(base && { base }) }),
        content_hash: category && categoryContentHash(category),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const people = await seatedAt(trx, draft.tableId, now);
    await tell(trx, now, {
      ...{ kind: "suggestionMade", tableId: draft.tableId, actorId: viewer.personId },
      ...{ draftId: draft.id, categoryId, subjectId: row.id, partyId },
      to: people.flatMap(({ personId, role }) => (SETTLING.has(role) ? [personId] : [])),
      key: `suggestion:${row.id}:made`,
    });
    return row.id;
  });
  services.documents.publish(draft.documentId, "suggestions");
  return { ok: true, id };
}

/** Who is told of a suggestion: any editor may settle it, but these three see that somebody does. */
const SETTLING = new Set(["chair", "secretary", "preparer"]);

async function categoryNow(services: Services, documentId: string, id: string) {
  const map = categoriesMap((await services.documents.read(documentId)).doc).get(id);
  if (!map) throw notFound();
  return readCategory(id, map);
}

async function openSuggestions({ db }: Services, draftId: string): Promise<number> {
  const { count } = await db
    .selectFrom("suggestions as s")
    .leftJoin("suggestion_fates as f", "f.suggestion_id", "s.id")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("s.draft_id", "=", draftId)
    .where("f.suggestion_id", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
