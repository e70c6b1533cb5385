import { loadActor, mayDo, notAllowed, notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/**
 * Takes a person's name away from behind every hash in this table's seals (rule Z4): the seals stay as they are, and still agree.
 * Doing it twice changes nothing.
 */
export async function eraseName(services: Services, viewer: Viewer, hash: string): Promise<{ ok: true }> {
  const { db, clock } = services;
  const sealed = await db
    .selectFrom("sealed_names")
    .innerJoin("tables", "tables.id", "sealed_names.table_id")
    .select([
      "sealed_names.table_id as tableId",
      "tables.region_id as regionId",
      "sealed_names.person_id as personId",
      "sealed_names.erased_at as erasedAt",
    ])
    .where("sealed_names.name_hash", "=", hash)
    .executeTakeFirst();
  const actor = await loadActor(services, viewer.personId);
  if (!sealed || !mayDo(actor, "decision.read", sealed)) throw notFound();
  if (!mayDo(actor, "decision.eraseName", sealed)) throw notAllowed();
  if (sealed.erasedAt) return { ok: true };
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("sealed_names")
      .set({ name: "", salt: null, person_id: null, erased_at: clock(), erased_by: viewer.personId })
      .where("table_id", "=", sealed.tableId)
      .where("erased_at", "is", null)
      .where((w) =>
        w.or([w("name_hash", "=", hash), ...(sealed.personId ? [w("person_id", "=", sealed.personId)] : [])]),
      )
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "sealedName.erased" },
      ...{ subjectKind: "table", subjectId: sealed.tableId },
    });
  });
  return { ok: true };
}
