/** The initiatives and recommendations of a table, and what its form for a new one needs. */
import { type Progress, progressOf } from "../../app/domain/initiatives/answer";
import type { DemandState, InitiativeKind } from "../../app/domain/initiatives/initiative";
import type { Localized } from "../../app/domain/languages";
import { mayDo, notAllowed } from "../authorize.server";
import { tableFor } from "../commands/tables/table-subject.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

export interface InitiativeLine {
  slug: string;
  kind: InitiativeKind;
  title: Localized;
  /** YYYY-MM-DD, or null where it is not known. */
  submittedOn: string | null;
  isPublished: boolean;
  progress: Progress;
}
export interface InitiativesPage {
  table: { slug: string; name: Localized };
  initiatives: InitiativeLine[];
  mayManage: boolean;
}

/** 404 for a table that the viewer may not read. */
export async function initiativesPage(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
): Promise<InitiativesPage> {
  const { table, actor } = await tableFor(services, viewer, tableSlug, "table.read");
  return {
    table: { slug: table.slug, name: table.name },
    initiatives: await initiativesAt(services, table.tableId),
    mayManage: mayDo(actor, "initiative.manage", table),
  };
}

/** The same for who may add one: 403 for who may only read. */
export async function newInitiativePage(services: Services, viewer: Viewer, tableSlug: string) {
  const { table, actor } = await tableFor(services, viewer, tableSlug, "table.read");
  if (!mayDo(actor, "initiative.manage", table)) throw notAllowed();
  return { table: { slug: table.slug, name: table.name } };
}

async function initiativesAt({ db }: Services, tableId: string): Promise<InitiativeLine[]> {
  const rows = await db
    .selectFrom("initiatives")
    .select(["id", "slug", "kind", "title", "submitted_on as submittedOn", "published_at as publishedAt"])
    .where("table_id", "=", tableId)
    .orderBy("created_at", "desc")
    .orderBy("slug")
    .execute();
  if (rows.length === 0) return [];
  const states = await db
    .selectFrom("demands")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("demand_answers")
          .select("state")
          .whereRef("demand_id", "=", "demands.id")
          .orderBy("n", "desc")
          .limit(1)
          .as("answer"),
      (join) => join.onTrue(),
    )
    .select(["demands.initiative_id as initiativeId", "answer.state"])
    .where(
      "demands.initiative_id",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.map(({ id, publishedAt, ...row }) => ({
    ...row,
    isPublished: publishedAt !== null,
    progress: progressOf(
      states.filter(({ initiativeId }) => initiativeId === id).map(({ state }): DemandState | null => state),
    ),
  }));
}
