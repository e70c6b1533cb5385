import { importPage } from "../../queries/import-page.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/** Leaves nothing of what was read. Answers the table it was meant for. */
export async function cancelImport(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  id: string,
): Promise<{ tableSlug: string }> {
  const { table } = await importPage(services, viewer, id);
  await services.db
    .deleteFrom("imports")
    .where("id", "=", id)
    .where("imported_by", "=", viewer.personId)
    .where("used_at", "is", null)
    .execute();
  return { tableSlug: table.slug };
}
