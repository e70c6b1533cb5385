/** What every deed about a proposed decision begins and ends with: one serialisable transaction, one key, and news after the commit. */
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { Outcome } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { loadActor, mayDo, notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { type ProposedRow, proposedDecisions } from "../../queries/decision-standing.server";
import { serializable } from "../../serializable.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { keyOf } from "../agenda/key.server";
import { RefusedInTransaction } from "../statements/refusable.server";

export type By = Pick<Viewer, "personId">;

/** What the work of a deed sees: the proposal as the transaction reads it. */
export interface InDecision {
  trx: Transaction<Database>;
  row: ProposedRow;
  now: Date;
  key: string;
}

/**
 * The proposal, for who may read it (404 otherwise), and the work on it. It is run again when the database could not put it in an order
 * with others: what is answered and what is stated are as if they had come one after another. A refusal leaves no row.
 */
export async function inDecision<T extends object = object>(
  services: Services,
  by: By,
  { id, key: given, deed }: { id: string; key: string; deed: string },
  work: (at: InDecision) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const [known] = await proposedDecisions(services.db, { id });
  const actor = await loadActor(services, by.personId);
  if (!known || !mayDo(actor, "decision.read", known)) throw notFound();
  const key = keyOf(given) ?? randomUUID();
  try {
    const outcome = await serializable(services.db, async (trx) => {
      const [row] = await proposedDecisions(trx, { id });
      const done = await work({ trx, row: row!, now: services.clock(), key });
      if (!done.ok) throw new RefusedInTransaction(done);
      await recordAudit(trx, {
        ...{ personId: by.personId, action: `decision.${deed}`, subjectKind: "proposedDecision" },
        ...{ subjectId: id, detail: {} },
      });
      return done;
    });
    tellChanged(services, known);
    return outcome;
  } catch (error) {
    if (error instanceof RefusedInTransaction) return error.refused;
    throw error;
  }
}

/** Everyone on the draft and on the meeting hears that decisions changed. */
export function tellChanged(
  { documents }: Pick<Services, "documents">,
  { documentId, meetingDocumentId }: Pick<ProposedRow, "documentId" | "meetingDocumentId">,
): void {
  documents.publish(documentId, "decisions");
  if (meetingDocumentId) documents.publish(meetingDocumentId, "decisions");
}

/** Why nothing more is taken on it, or null while it is open. */
export function closedProblem(
  row: ProposedRow,
): { ok: false; error: "decisions.error.stated" | "decisions.error.ended" } | null {
  if (row.decisionId) return { ok: false, error: "decisions.error.stated" };
  return row.endKind ? { ok: false, error: "decisions.error.ended" } : null;
}
