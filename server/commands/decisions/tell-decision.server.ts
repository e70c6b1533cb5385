import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema/tables";
import { tell } from "../../events/tell.server";
import { seatedAt } from "../../queries/party-people.server";

interface AskedDecision {
  id: string;
  tableId: string;
  draftId: string;
  entitled: readonly string[];
  actorId: string;
}

/** Those who speak for an entitled party are told that its position is asked: one row a person, with the party's own. */
export async function tellDecisionAsked(
  trx: Kysely<Database>,
  now: Date,
  asked: AskedDecision,
): Promise<void> {
  const seats = (await seatedAt(trx, asked.tableId, now)).filter(
    ({ speaks, partyId }) => speaks && partyId && asked.entitled.includes(partyId),
  );
  for (const { personId, partyId } of seats)
    await tell(trx, now, {
      ...{ kind: "decisionAsked", tableId: asked.tableId, to: [personId], actorId: asked.actorId },
      ...{ draftId: asked.draftId, subjectId: asked.id, partyId, key: `decision:${asked.id}` },
    });
}

/** Everyone at the table is told how it ended. */
export async function tellDecisionStated(
  trx: Kysely<Database>,
  now: Date,
  stated: { id: string; tableId: string; draftId: string; actorId: string },
): Promise<void> {
  await tell(trx, now, {
    ...{ kind: "decisionStated", tableId: stated.tableId, actorId: stated.actorId },
    to: (await seatedAt(trx, stated.tableId, now)).map(({ personId }) => personId),
    ...{ draftId: stated.draftId, subjectId: stated.id, key: `decision-stated:${stated.id}` },
  });
}
