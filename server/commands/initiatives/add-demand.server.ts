import { DEMAND_CHARACTERS_MAX, DEMANDS_MAX } from "../../../app/domain/initiatives/initiative";
import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { managedInitiative } from "./permitted-initiative.server";

/** Adds a demand at the end (rule N1). Answers its slug. */
export async function addDemand(
  services: Services,
  viewer: Viewer,
  slug: string,
  text: string,
): Promise<Outcome<{ demand: string }>> {
  const initiative = await managedInitiative(services, viewer, slug);
  if (!text) return { ok: false, field: "demand", error: "initiatives.error.missing" };
  if (text.length > DEMAND_CHARACTERS_MAX) {
    const values = { max: DEMAND_CHARACTERS_MAX };
    return { ok: false, field: "demand", error: "initiatives.error.long", values };
  }
  return services.db.transaction().execute(async (trx): Promise<Outcome<{ demand: string }>> => {
    // Two who add at once take turns, so that each gets a number of its own.
    await trx.selectFrom("initiatives").select("id").where("id", "=", initiative.id).forUpdate().execute();
    const { last } = await trx
      .selectFrom("demands")
      .select((of) => of.fn.coalesce(of.fn.max("position"), of.lit(0)).as("last"))
      .where("initiative_id", "=", initiative.id)
      .executeTakeFirstOrThrow();
    if (last >= DEMANDS_MAX)
      return { ok: false, field: "demand", error: "initiatives.error.many", values: { max: DEMANDS_MAX } };
    const demand = String(last + 1);
    await trx
      .insertInto("demands")
      .values({
        ...{ initiative_id: initiative.id, position: last + 1, slug: demand },
        ...{ text: JSON.stringify({ fi: text }), actors: "[]", source: "" },
      })
      .execute();
    return { ok: true, demand };
  });
}
