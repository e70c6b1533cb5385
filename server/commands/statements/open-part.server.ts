/** Opens one part of a party's draft statement for writing: the shared text that its people edit together. */
import { TEXT_SCHEMA_VERSION } from "../../../app/collab/documents/schema-version";
import { type Part, parsePart } from "../../../app/domain/statements/parts";
import { whyNotSend } from "../../../app/domain/statements/round";
import type { Outcome } from "../../../app/messages/problem";
import { mayDo, notAllowed, notFound } from "../../authorize.server";
import { dayOf } from "../../finnish-day.server";
import { factsOf, questionsOf, recipientAt } from "../../queries/readable-round.server";
import { kindOfPart, type PartDocument } from "../../queries/statement-draft.server";
import { frozenVersion } from "../../queries/version-content.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { lockRecipient } from "./permitted-round.server";

/**
 * Answers the part's document, made at the first opening; one that was begun as a plain note stays one. 403 for everyone but the party's own people (rule R2), 404
 * for a part that the round does not ask for; refused as a value when the statement may not be sent any more.
 */
export async function openPart(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  partySlug: string,
  name: string,
): Promise<Outcome<PartDocument>> {
  const { round, actor, recipient, subject } = await recipientAt(services, viewer, slug, partySlug);
  if (!mayDo(actor, "statement.prepare", subject)) throw notAllowed();
  const part = parsePart(name);
  if (!part) throw notFound();
  await checkPart(services, round, recipient.party.id, part);
  return services.db.transaction().execute(async (trx): Promise<Outcome<PartDocument>> => {
    const now = await lockRecipient(trx, round.id, recipient.party.id);
    const why = whyNotSend(factsOf(now.round, now.recipient), dayOf(services.clock()));
    if (why) return { ok: false, error: `statements.error.${why}` };
    const key = { round_id: round.id, party_id: recipient.party.id, part: name };
    const there = await trx
      .selectFrom("statement_parts")
      .innerJoin("documents", "documents.id", "document_id")
      .select(["document_id as documentId", "documents.kind"])
      .where((w) => w.and(key))
      .executeTakeFirst();
    if (there) return { ok: true, documentId: there.documentId, kind: kindOfPart(there.kind) };
    const { id } = await trx
      .insertInto("documents")
      .values({ kind: "text", schema_version: TEXT_SCHEMA_VERSION })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("statement_parts")
      .values({ ...key, document_id: id })
      .execute();
    return { ok: true, documentId: id, kind: "text" };
  });
}

/** 404 for a category that the version does not have, and for a question that is not asked of this party. */
async function checkPart(
  services: Services,
  round: { id: string; draftId: string; version: { number: number } },
  partyId: string,
  part: Part,
): Promise<void> {
  if (part.kind === "whole") return;
  if (part.kind === "question") {
    const questions = await questionsOf(services.db, round.id);
    const asked = questions.find(({ id }) => id === part.id);
    if (!asked || (asked.partyId !== null && asked.partyId !== partyId)) throw notFound();
    return;
  }
  const { split } = await frozenVersion(services, round.draftId, round.version.number);
  if (!split.categories.some(({ id, status }) => id === part.id && status !== "removed")) throw notFound();
}
