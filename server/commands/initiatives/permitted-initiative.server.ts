import { mayDo, notAllowed } from "../../authorize.server";
import { readableInitiative } from "../../queries/readable-initiative.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/** The initiative, for who keeps it: 404 when the viewer may not even read it, 403 when they may. */
export async function managedInitiative(services: Services, viewer: Pick<Viewer, "personId">, slug: string) {
  const { initiative, actor } = await readableInitiative(services, viewer, slug);
  if (!mayDo(actor, "initiative.manage", initiative)) throw notAllowed();
  return initiative;
}

/** A draft of the initiative's own table by its address, or null for none chosen. What is not there is undefined. */
export async function draftAtTable(
  { db }: Pick<Services, "db">,
  tableId: string,
  slug: string,
): Promise<{ id: string; kind: "split" | "text" } | null | undefined> {
  if (!slug) return null;
  return db
    .selectFrom("drafts")
    .select(["id", "kind"])
    .where("slug", "=", slug)
    .where("table_id", "=", tableId)
    .executeTakeFirst();
}
