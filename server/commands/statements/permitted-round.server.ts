import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema/tables";
import { mayDo, notAllowed, notFound } from "../../authorize.server";
import { type Recipient, readableRound } from "../../queries/readable-round.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/** The round, if the viewer may manage it: 404 when they may not even read it, 403 when they may. */
export async function managedRound(services: Services, viewer: Pick<Viewer, "personId">, slug: string) {
  const found = await readableRound(services, viewer, slug);
  if (!mayDo(found.actor, "round.manage", found.draft)) throw notAllowed();
  return found;
}

/**
 * Locks the round and one of its recipients, in this order, and reads them as they are now: whoever sends, lets in,
 * asks again or closes at the same moment waits. 404 for a party that was not asked.
 */
export async function lockRecipient(
  trx: Kysely<Database>,
  roundId: string,
  partyId: string,
): Promise<{ round: { dueOn: string; closedAt: Date | null }; recipient: Omit<Recipient, "party"> }> {
  const round = await lockRound(trx, roundId, "share");
  const row = await trx
    .selectFrom("round_recipients")
    .select(["let_in_until as letInUntil", "asked_again_at as askedAgainAt"])
    .where("round_id", "=", roundId)
    .where("party_id", "=", partyId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  const latest = await trx
    .selectFrom("statements")
    .innerJoin("persons", "persons.id", "statements.sent_by")
    .select(["statements.id", "content", "sha256", "organ", "section", "organ_date as organDate"])
    .select(["is_late as isLate", "is_example as isExample", "sent_at as sentAt", "persons.name as sentBy"])
    .where("round_id", "=", roundId)
    .where("party_id", "=", partyId)
    .orderBy("n", "desc")
    .executeTakeFirst();
  return { round, recipient: { ...row, latest: latest ?? null } };
}

/** Locks the round: shared by those who speak in it, alone by who closes it. */
export async function lockRound(trx: Kysely<Database>, roundId: string, how: "share" | "update") {
  const wanted = trx
    .selectFrom("statement_rounds")
    .select(["due_on as dueOn", "closed_at as closedAt"])
    .where("id", "=", roundId);
  return (how === "share" ? wanted.forShare() : wanted.forUpdate()).executeTakeFirstOrThrow();
}
