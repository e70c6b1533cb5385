import type { ApiDrafts } from "../../app/protocol/api-answers";
import { loadActor, mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

/** Every draft that the viewer may read, for programs. */
export async function apiDrafts(services: Services, viewer: Pick<Viewer, "personId">): Promise<ApiDrafts> {
  const actor = await loadActor(services, viewer.personId);
  const rows = await services.db
    .selectFrom("drafts as d")
    .innerJoin("tables as t", "t.id", "d.table_id")
    .innerJoin("regions as r", "r.id", "t.region_id")
    .select(["d.slug", "d.kind", "d.title", "d.state", "d.document_id as documentId"])
    .select([
      "d.members_edit as membersEdit",
      "t.id as tableId",
      "t.slug as tableSlug",
      "t.name as tableName",
    ])
    .select(["r.id as regionId", "r.slug as regionSlug", "r.name as regionName"])
    .select((s) =>
      s
        .selectFrom("versions as v")
        .select((v) => v.fn.max("v.number").as("number"))
        .whereRef("v.draft_id", "=", "d.id")
        .as("version"),
    )
    .orderBy("d.slug")
    .execute();
  return {
    drafts: rows
      .filter((row) => mayDo(actor, "draft.read", row))
      .map(({ slug, kind, title, state, documentId, version, ...row }) => ({
        ...{ slug, kind, title, state, documentId, version },
        table: { slug: row.tableSlug, name: row.tableName },
        region: { slug: row.regionSlug, name: row.regionName },
      })),
  };
}
