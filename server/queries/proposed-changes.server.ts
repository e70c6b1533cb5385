/** The changes that a round's current statements propose, each with its latest answer. */
import type { Kysely } from "kysely";
import type { ChangeAnswer } from "../../app/domain/statements/summary";
import type { Database } from "../../db/schema/tables";

export interface ProposedChange {
  id: string;
  partyId: string;
  categoryId: string | null;
  text: string;
  isExample: boolean;
  answer: { answer: ChangeAnswer; reason: string; by: string; at: string } | null;
}

/** In the order of the recipients. A statement that a newer one has taken the place of proposes nothing any more. */
export async function proposedChanges(db: Kysely<Database>, roundId: string): Promise<ProposedChange[]> {
  const rows = await db
    .selectFrom("proposed_changes as change")
    .innerJoin("statements as sent", "sent.id", "change.statement_id")
    .innerJoin("round_recipients as recipient", (join) =>
      join
        .onRef("recipient.round_id", "=", "sent.round_id")
        .onRef("recipient.party_id", "=", "sent.party_id"),
    )
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom("proposed_change_answers as given")
          .innerJoin("persons", "persons.id", "given.answered_by")
          .select(["given.answer", "given.reason", "persons.name as by", "given.created_at as at"])
          .whereRef("given.change_id", "=", "change.id")
          .orderBy("given.n", "desc")
          .limit(1)
          .as("answer"),
      (join) => join.onTrue(),
    )
    .select(["change.id", "sent.party_id as partyId", "change.category_id as categoryId", "change.text"])
    .select(["sent.is_example as isExample", "answer.answer", "answer.reason", "answer.by", "answer.at"])
    .where("sent.round_id", "=", roundId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("statements as newer")
            .select("newer.id")
            .whereRef("newer.round_id", "=", "sent.round_id")
            .whereRef("newer.party_id", "=", "sent.party_id")
            .whereRef("newer.n", ">", "sent.n"),
        ),
      ),
    )
    .orderBy("recipient.position")
    .orderBy("change.n")
    .execute();
  return rows.map(({ answer, reason, by, at, ...change }) => ({
    ...change,
    answer: answer && { answer, reason: reason ?? "", by: by ?? "", at: at?.toISOString() ?? "" },
  }));
}
