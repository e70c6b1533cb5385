/** Sends what a party's people wrote together as its statement. */
import { draftHash } from "../../../app/domain/statements/content";
import { type SaidParts, saidParts } from "../../../app/domain/statements/parts";
import type { Outcome, Refused } from "../../../app/messages/problem";
import { mayDo, notAllowed } from "../../authorize.server";
import { recipientAt } from "../../queries/readable-round.server";
import { draftAttachments, draftParts } from "../../queries/statement-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addStatement, type Confirmed, statementProblem } from "./freeze-statement.server";
import { RefusedInTransaction, refusable } from "./refusable.server";

/**
 * Freezes the committed texts of the parts with the party's attachments (rule R2: from then on nobody edits it).
 * `seen` is the hash of the draft that the sender looked through: when somebody changed it since, nothing is sent.
 * 403 for whoever does not speak for the party.
 */
export async function sendStatement(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  partySlug: string,
  { seen, ...confirmed }: Confirmed & { seen: string },
): Promise<Outcome<{ statementId: string }>> {
  const { round, draft, actor, recipient, subject } = await recipientAt(services, viewer, slug, partySlug);
  if (!mayDo(actor, "statement.send", subject)) throw notAllowed();
  const { party } = recipient;
  const written = await draftParts(services, round.id, party.id);
  const said = saidParts(written);
  const outcome = await refusable(services.db, async (trx) => {
    const given = { round, tableId: draft.tableId, party, personId: viewer.personId };
    const toFreeze = { ...given, now: services.clock(), confirmed, said };
    const answer = await addStatement(trx, toFreeze, async (locked) => {
      const files = await draftAttachments({ db: locked }, round.id, party.id);
      const problem = statementProblem(confirmed, said.parts) ?? changedSince(seen, said, files);
      if (problem) throw new RefusedInTransaction(problem);
      return files;
    });
    return answer;
  });
  if (!outcome.ok) return outcome;
  services.documents.publish(draft.documentId, "statements");
  await Promise.all(written.map(({ documentId }) => services.documents.recheckAccess(documentId)));
  return outcome;
}

function changedSince(seen: string, said: SaidParts, files: { sha256: string }[]): Refused | null {
  const now = draftHash(
    said,
    files.map(({ sha256 }) => sha256),
  );
  return now === seen ? null : { ok: false, error: "statements.error.changed" };
}
