import { inLanguage, type Language } from "../../app/domain/languages";
import { mayDo } from "../authorize.server";
import { tableFor } from "../commands/tables/table-subject.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { countDecisions } from "./decision-register.server";
import { draftsOfTables } from "./draft-list.server";
import { countMeetings } from "./meetings-page.server";
import { tablePeople } from "./table-people.server";

/** A table's own page: what it is for, who sits there for whom, its drafts, and the facts behind it. */
export async function tablePage(services: Services, viewer: Viewer, slug: string, language: Language) {
  const { table, actor } = await tableFor(services, viewer, slug, "table.read");
  const [row, people, drafts, meetings, decisions, initiatives] = await Promise.all([
    services.db
      .selectFrom("tables")
      .innerJoin("regions", "regions.id", "tables.region_id")
      .select(["tables.purpose", "tables.background", "regions.name as region"])
      .where("tables.id", "=", table.tableId)
      .executeTakeFirstOrThrow(),
    tablePeople(services, table.tableId),
    draftsOfTables(services, [table.tableId]),
    countMeetings(services, table.tableId),
    countDecisions(services, table.tableId),
    services.db
      .selectFrom("initiatives")
      .select((of) => of.fn.countAll<number>().as("count"))
      .where("table_id", "=", table.tableId)
      .executeTakeFirstOrThrow(),
  ]);
  return {
    slug,
    name: inLanguage(table.name, language),
    purpose: inLanguage(row.purpose, language),
    region: inLanguage(row.region, language),
    background: row.background.map((section) => ({
      title: inLanguage(section.title, language),
      items: section.items.map((item) => inLanguage(item, language)),
      source: section.source ?? null,
    })),
    parties: people.parties.map((party) => ({ ...party, name: inLanguage(party.name, language) })),
    members: people.members.map(({ personId, ...member }) => ({
      ...member,
      isMe: personId === viewer.personId,
    })),
    drafts,
    meetings,
    decisions,
    initiatives: Number(initiatives.count),
    may: {
      manage: mayDo(actor, "table.manage", table),
      createDraft: mayDo(actor, "draft.create", table),
    },
  };
}
