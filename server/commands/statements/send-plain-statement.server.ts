/** Sends a statement that one person typed into one field: from a mailed link, without notes and attachments. */
import { saidParts } from "../../../app/domain/statements/parts";
import type { Outcome } from "../../../app/messages/problem";
import { mayDo, notAllowed, notFound } from "../../authorize.server";
import { recipientAt } from "../../queries/readable-round.server";
import { draftParts } from "../../queries/statement-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addStatement, type Confirmed, statementProblem } from "./freeze-statement.server";
import { refusable } from "./refusable.server";

export interface PlainStatement extends Confirmed {
  roundId: string;
  partyId: string;
  /** The statement as a whole, as plain text. */
  whole: string;
}

/**
 * The same as sendStatement with the text of a form: 403 for whoever does not speak for the party, 404 for a round or
 * recipient that is not there. What the party's people have in their notes stays there, unsent and locked.
 */
export async function sendPlainStatement(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  { roundId, partyId, whole, ...confirmed }: PlainStatement,
): Promise<Outcome<{ statementId: string }>> {
  const named = await services.db
    .selectFrom("round_recipients as recipient")
    .innerJoin("statement_rounds as round", "round.id", "recipient.round_id")
    .innerJoin("parties as party", "party.id", "recipient.party_id")
    .select(["round.slug", "party.slug as partySlug"])
    .where("round.id", "=", roundId)
    .where("party.id", "=", partyId)
    .executeTakeFirst();
  if (!named) throw notFound();
  const found = await recipientAt(services, viewer, named.slug, named.partySlug);
  const { round, draft, actor, recipient, subject } = found;
  if (!mayDo(actor, "statement.send", subject)) throw notAllowed();
  const said = saidParts([{ part: "whole", text: whole }]);
  const problem = statementProblem(confirmed, said.parts);
  if (problem) return problem;
  const outcome = await refusable(services.db, (trx) =>
    addStatement(
      trx,
      {
        ...{ round, tableId: draft.tableId, party: recipient.party, personId: viewer.personId },
        ...{ now: services.clock(), confirmed, said },
      },
      async () => [],
    ),
  );
  if (!outcome.ok) return outcome;
  services.documents.publish(draft.documentId, "statements");
  const written = await draftParts(services, round.id, partyId);
  await Promise.all(written.map(({ documentId }) => services.documents.recheckAccess(documentId)));
  return outcome;
}
