/** Reminds the parties that have not sent: weekly from the opening, and on the last day. */
import { isRemindedOn, lastDayOf } from "../../../app/domain/statements/round";
import { tell } from "../../events/tell.server";
import { dayOf } from "../../finnish-day.server";
import { seatedAt } from "../../queries/party-people.server";
import { factsOf, recipientsOf } from "../../queries/readable-round.server";
import type { Services } from "../../services";

/**
 * `day` is YYYY-MM-DD in Finland. Run it once each morning; run twice on one day it tells nobody twice. Answers how
 * many recipients were reminded.
 */
export async function remindOfRounds(services: Pick<Services, "db" | "clock">, day: string): Promise<number> {
  const rounds = await services.db
    .selectFrom("statement_rounds")
    .select(["id", "table_id as tableId", "draft_id as draftId", "due_on as dueOn"])
    .select(["closed_at as closedAt", "created_at as openedAt"])
    .where("closed_at", "is", null)
    .execute();
  const recipients = await recipientsOf(
    services.db,
    rounds.map(({ id }) => id),
  );
  const now = services.clock();
  let reminded = 0;
  for (const round of rounds) {
    const due = (recipients.get(round.id) ?? []).filter((recipient) =>
      isRemindedOn({ ...factsOf(round, recipient), openedOn: dayOf(round.openedAt) }, day),
    );
    if (due.length === 0) continue;
    reminded += due.length;
    await services.db.transaction().execute(async (trx) => {
      const seated = await seatedAt(trx, round.tableId, now);
      for (const { party, letInUntil } of due)
        await tell(trx, now, {
          ...{ kind: "statementReminder", tableId: round.tableId, actorId: null, draftId: round.draftId },
          ...{ subjectId: round.id, partyId: party.id },
          detail: { dueOn: lastDayOf({ dueOn: round.dueOn, letInUntil }) },
          to: seated
            .filter((person) => person.partyId === party.id && person.role !== "observer")
            .map(({ personId }) => personId),
          key: `statementReminder:${round.id}:${party.id}:${day}`,
        });
    });
  }
  return reminded;
}
