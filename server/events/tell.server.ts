/**
 * Tells people that something waits for them or happened: one row a person, in the transaction of the deed.
 * The worker makes mail of it (server/mail); pages show it. Nobody is told of what they did themselves.
 */
import type { Kysely } from "kysely";
import type { NotificationKind } from "../../app/domain/notifications";
import type { Database } from "../../db/schema/tables";

export interface Telling {
  kind: NotificationKind;
  tableId: string;
  /** Persons to tell; the actor is left out. */
  to: string[];
  /** Who did it; null for the clock. */
  actorId: string | null;
  draftId?: string | null;
  categoryId?: string | null;
  /** The thread, suggestion, round, statement or position it is about. */
  subjectId?: string | null;
  /** The party that did it or that is asked. */
  partyId?: string | null;
  /** What the words need beside the rows that the ids name. */
  detail?: Record<string, unknown>;
  /** One person is told once of one key, however often the deed is tried. */
  key: string;
}

export async function tell(trx: Kysely<Database>, now: Date, telling: Telling): Promise<void> {
  const to = [...new Set(telling.to)].filter((personId) => personId !== telling.actorId);
  if (to.length === 0) return;
  await trx
    .insertInto("notifications")
    .values(
      to.map((personId) => ({
        person_id: personId,
        table_id: telling.tableId,
        kind: telling.kind,
        draft_id: telling.draftId ?? null,
        category_id: telling.categoryId ?? null,
        subject_id: telling.subjectId ?? null,
        actor_id: telling.actorId,
        party_id: telling.partyId ?? null,
        detail: JSON.stringify(telling.detail ?? {}),
        key: telling.key,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(["person_id", "key"]).doNothing())
    .execute();
}
