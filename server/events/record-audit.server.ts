import type { Kysely } from "kysely";
import type { Database } from "../../db/schema/tables";

/** Who did what to what. `detail` holds ids and settings, never a secret, a token or a password. */
export interface AuditEvent {
  /** Null only for what happens before anybody is signed in. */
  personId: string | null;
  /** Noun and past-tense verb: "table.renamed". */
  action: string;
  subjectKind: string;
  subjectId: string | null;
  detail?: Record<string, unknown>;
}

/** Adds the event in the caller's transaction, so that neither the act nor its trace can stand alone. */
export async function recordAudit(trx: Kysely<Database>, event: AuditEvent): Promise<void> {
  await trx
    .insertInto("audit_events")
    .values({
      person_id: event.personId,
      action: event.action,
      subject_kind: event.subjectKind,
      subject_id: event.subjectId,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute();
}
