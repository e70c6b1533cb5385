/** What sending a statement is, however it was written: checked, frozen with its hash, its proposed changes as rows. */
import type { Kysely } from "kysely";
import { isPlainDate } from "../../../app/domain/drafts";
import { freezeStatement } from "../../../app/domain/statements/content";
import { parsePart, partLimit, type SaidParts } from "../../../app/domain/statements/parts";
import {
  ORGAN_CHARACTERS_MAX,
  SECTION_CHARACTERS_MAX,
  whyNotSend,
} from "../../../app/domain/statements/round";
import type { Outcome, Refused } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { recordAudit } from "../../events/record-audit.server";
import { tell } from "../../events/tell.server";
import { dayOf } from "../../finnish-day.server";
import { factsOf, type Round } from "../../queries/readable-round.server";
import type { AttachmentLine } from "../../queries/statement-draft.server";
import { lockRecipient } from "./permitted-round.server";
import { peopleWhoAsk } from "./round-people.server";

/** The party's own organ that confirmed the statement. */
export interface Confirmed {
  organ: string;
  /** A section of the minutes (§), or empty. */
  section: string;
  /** YYYY-MM-DD, or empty. */
  organDate: string;
}

export interface ToFreeze {
  round: Round;
  tableId: string;
  party: { id: string; slug: string };
  personId: string;
  now: Date;
  confirmed: Confirmed;
  said: SaidParts;
}

/** What is wrong with what a person gave, or null. */
export function statementProblem(
  { organ, section, organDate }: Confirmed,
  parts: Record<string, string>,
): Refused | null {
  if (!organ) return { ok: false, error: "statements.error.organEmpty", field: "organ" };
  if (organ.length > ORGAN_CHARACTERS_MAX)
    return {
      ok: false,
      error: "statements.error.organLong",
      field: "organ",
      values: { max: ORGAN_CHARACTERS_MAX },
    };
  if (section.length > SECTION_CHARACTERS_MAX) {
    const values = { max: SECTION_CHARACTERS_MAX };
    return { ok: false, error: "statements.error.sectionLong", field: "section", values };
  }
  if (organDate && !isPlainDate(organDate))
    return { ok: false, error: "statements.error.organDate", field: "organDate" };
  if (Object.keys(parts).length === 0) return { ok: false, error: "statements.error.empty", field: "whole" };
  const long = Object.entries(parts).find(([name, text]) => text.length > partLimit(name));
  if (long)
    return {
      ok: false,
      error: "statements.error.partLong",
      field: long[0],
      values: { max: partLimit(long[0]) },
    };
  return null;
}

/**
 * Adds the statement in the caller's transaction, which must be rolled back when it is refused: closed, over, or sent
 * by somebody else of the party meanwhile (rule R2). `attachments` reads the party's files under the lock.
 */
export async function addStatement(
  trx: Kysely<Database>,
  { round, tableId, party, personId, now, confirmed, said }: ToFreeze,
  attachments: (trx: Kysely<Database>) => Promise<AttachmentLine[]>,
): Promise<Outcome<{ statementId: string }>> {
  const locked = await lockRecipient(trx, round.id, party.id);
  const today = dayOf(now);
  const why = whyNotSend(factsOf(locked.round, locked.recipient), today);
  if (why === "given") {
    const name = locked.recipient.latest?.sentBy ?? "";
    return { ok: false, error: "statements.error.alreadySent", values: { name } };
  }
  if (why) return { ok: false, error: `statements.error.${why}` };
  const { organ, section, organDate } = confirmed;
  const frozen = freezeStatement({
    round: round.slug,
    version: { number: round.version.number, sha256: round.version.sha256 },
    party: party.slug,
    ...{ organ, section: section || null, organDate: organDate || null, ...said },
    attachments: (await attachments(trx)).map(({ id, name, size, sha256 }) => ({ id, name, size, sha256 })),
  });
  const { id: statementId } = await trx
    .insertInto("statements")
    .values({
      ...{ round_id: round.id, party_id: party.id, ...frozen },
      ...{ organ, section: section || null, organ_date: organDate || null },
      ...{ is_late: today > locked.round.dueOn, sent_by: personId, sent_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addProposedChanges(trx, statementId, said.parts);
  await recordAudit(trx, {
    ...{ personId, action: "statement.sent", subjectKind: "statement", subjectId: statementId },
    detail: { round: round.slug, partyId: party.id, sha256: frozen.sha256 },
  });
  await tell(trx, now, {
    ...{ kind: "statementSent", tableId, actorId: personId, draftId: round.draftId },
    ...{ subjectId: round.id, partyId: party.id, to: await peopleWhoAsk(trx, tableId, now) },
    key: `statementSent:${statementId}`,
  });
  return { ok: true, statementId };
}

/** A row for each wording that the statement proposes: each of them is answered (rule R3). */
export async function addProposedChanges(
  trx: Kysely<Database>,
  statementId: string,
  parts: Record<string, string>,
): Promise<void> {
  const changes = Object.entries(parts).flatMap(([name, text]) => {
    const part = parsePart(name);
    return part?.kind === "change" ? [{ statement_id: statementId, category_id: part.id, text }] : [];
  });
  if (changes.length > 0) await trx.insertInto("proposed_changes").values(changes).execute();
}
