import { PROPOSAL_CHARACTERS_MAX } from "../../../app/domain/positions/position";
import { canonicalSplit, parseCanonicalSplit, sha256Hex } from "../../../app/domain/split/canonical";
import type { Outcome, Refused } from "../../../app/messages/problem";
import { translator } from "../../../app/messages/server.server";
import { notAllowed } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import {
  type DraftSubjects,
  draftSubjects,
  subjectsOfSplit,
  subjectsOfText,
} from "../../queries/draft-subjects.server";
import { type Standing, standing } from "../../queries/position-standing.server";
import type { Services } from "../../services";
import { freezeVersion } from "../drafts/freeze-version.server";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { plainLines } from "./position-words.server";
import type { Author, Draft } from "./voice.server";

export interface NewProposal {
  slug: string;
  /** 1 to PROPOSAL_CHARACTERS_MAX characters. */
  text: string;
  categoryIds: string[];
}

/** Categories named by a refusal that are not ready. */
export interface NotReady {
  notReady?: string[];
}

/**
 * Makes a proposal of categories on which every party agrees (rule P6), bound to a frozen version: the last one, or a new
 * one when the live split differs from it. A text is proposed as a whole, in its last version (rule P8). Refused as values: no text or too long a one, no category, categories that are not
 * ready (also when a position came in between), and what freezing refuses. 403 for who may not, and for an archived draft.
 */
export async function makeProposal(
  services: Services,
  author: Author,
  { slug, text, categoryIds }: NewProposal,
): Promise<Outcome<{ id: string; version: number }> & NotReady> {
  const { draft } = await permittedDraft(services, author, slug, "proposal.make");
  const words = plainLines(text);
  if (words === "") return { ok: false, error: "positions.errors.proposalEmpty", field: "text" };
  if (words.length > PROPOSAL_CHARACTERS_MAX) {
    const values = { max: PROPOSAL_CHARACTERS_MAX };
    return { ok: false, error: "positions.errors.proposalLong", field: "text", values };
  }
  const wanted = [...new Set(categoryIds)];
  if (wanted.length === 0 && draft.kind === "split")
    return { ok: false, error: "positions.errors.proposalNothing", field: "categories" };
  const { subjects } = await draftSubjects(services, draft);
  const early = notReady(wanted, await standing(services.db, draft, subjects));
  if (early) return early;
  const frozen = await frozenNow(services, author, draft, subjects);
  if (!frozen.ok) return frozen;
  const outcome = await services.db.transaction().execute(async (trx) => {
    // Nobody gives a position while this is looked at.
    const { state } = await trx
      .selectFrom("drafts")
      .select("state")
      .where("id", "=", draft.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (state === "archived") throw notAllowed();
    const present = draft.kind === "text" ? await subjectsOfText(trx, draft.id) : frozen.subjects;
    const late = notReady(wanted, await standing(trx, draft, present));
    if (late) return late;
    const { id } = await trx
      .insertInto("proposals")
      .values({
        ...{ draft_id: draft.id, version_id: frozen.id, text: words },
        ...{ category_ids: JSON.stringify(wanted), made_by: author.personId, created_at: services.clock() },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      personId: author.personId,
      action: "proposal.made",
      subjectKind: "draft",
      subjectId: draft.id,
      detail: { proposalId: id, version: frozen.number, categoryIds: wanted },
    });
    return { ok: true as const, id, version: frozen.number };
  });
  if (outcome.ok) services.documents.publish(draft.documentId, "positions");
  return outcome;
}

function notReady(wanted: string[], { subjects, finder, wholeGroup }: Standing): (Refused & NotReady) | null {
  if (subjects.asked === "whole")
    return wholeGroup === "ready" ? null : { ok: false, error: "positions.errors.notReadyWhole" };
  const others = wanted.filter((id) => !finder.ready.includes(id));
  return others.length === 0
    ? null
    : { ok: false, error: "positions.errors.notReady", field: "categories", notReady: others };
}

interface Frozen {
  id: string;
  number: number;
  subjects: DraftSubjects;
}

/** The version that holds what the positions are on: the last one, or for a split one that is frozen now. */
async function frozenNow(
  services: Services,
  author: Author,
  draft: Draft,
  subjects: DraftSubjects,
): Promise<Outcome<Frozen>> {
  const last = await lastVersion(services, draft.id);
  if (draft.kind === "text")
    return last
      ? { ok: true, id: last.id, number: last.number, subjects }
      : { ok: false, error: "positions.errors.notFrozen" };
  if (last?.sha256 === sha256Hex(canonicalSplit(subjects.split)))
    return { ok: true, id: last.id, number: last.number, subjects };
  const label = translator("fi").t("positions.proposal.versionLabel");
  const outcome = await freezeVersion(services, author, draft.slug, { label, meetingDate: "" });
  if (!outcome.ok) return outcome;
  const { id, content, number } = await services.db
    .selectFrom("versions")
    .select(["id", "content", "number"])
    .where("draft_id", "=", draft.id)
    .where("number", "=", outcome.number)
    .executeTakeFirstOrThrow();
  return { ok: true, id, number, subjects: subjectsOfSplit(parseCanonicalSplit(content)) };
}

function lastVersion({ db }: Services, draftId: string) {
  return db
    .selectFrom("versions")
    .select(["id", "number", "sha256"])
    .where("draft_id", "=", draftId)
    .orderBy("number", "desc")
    .executeTakeFirst();
}
