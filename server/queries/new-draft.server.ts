import type { Localized } from "../../app/domain/languages";
import { loadActor, mayDo, notAllowed, notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

export interface NewDraftPage {
  table: { slug: string; name: Localized };
  /** What a new draft may start from: the table's drafts and their versions' numbers. */
  sources: { slug: string; title: Localized; versions: number[] }[];
}

/** What the page for a new draft offers. 404 for an unreadable table, 403 for those who may not add drafts. */
export async function newDraftPage(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
): Promise<NewDraftPage> {
  const { db } = services;
  const table = await db
    .selectFrom("tables")
    .select(["id as tableId", "region_id as regionId", "slug", "name"])
    .where("slug", "=", tableSlug)
    .executeTakeFirst();
  const actor = await loadActor(services, viewer.personId);
  if (!table || !mayDo(actor, "table.read", table)) throw notFound();
  if (!mayDo(actor, "draft.create", table)) throw notAllowed();
  const rows = await db
    .selectFrom("drafts")
    .leftJoin("versions", "versions.draft_id", "drafts.id")
    .select(["drafts.slug", "drafts.title", "versions.number"])
    .where("drafts.table_id", "=", table.tableId)
    .orderBy("drafts.created_at")
    .orderBy("versions.number")
    .execute();
  const sources = new Map<string, NewDraftPage["sources"][number]>();
  for (const { slug, title, number } of rows) {
    const source = sources.get(slug) ?? { slug, title, versions: [] };
    if (number !== null) source.versions.push(number);
    sources.set(slug, source);
  }
  return { table: { slug: table.slug, name: table.name }, sources: [...sources.values()] };
}
