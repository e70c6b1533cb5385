import { inLanguage, type Language } from "../../app/domain/languages";
import { loadActor, mayDo, notAllowed } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

/** The regions where the viewer may make a table; 403 when there is none. */
export async function newTable(services: Services, viewer: Viewer, language: Language) {
  const actor = await loadActor(services, viewer.personId);
  const all = await services.db.selectFrom("regions").select(["id", "name"]).orderBy("slug").execute();
  const regions = all.filter(({ id }) => mayDo(actor, "table.create", { regionId: id }));
  if (regions.length === 0) throw notAllowed();
  return { regions: regions.map(({ id, name }) => ({ id, name: inLanguage(name, language) })) };
}
