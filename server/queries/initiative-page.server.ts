/** The page of one initiative: what is demanded, what is answered, and its road. */
import type { Progress } from "../../app/domain/initiatives/answer";
import type { InitiativeKind, Signatory } from "../../app/domain/initiatives/initiative";
import type { Localized } from "../../app/domain/languages";
import { mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DemandView, demandsOf, progressIn, roadIn, type StepView } from "./initiative-parts.server";
import { readableInitiative } from "./readable-initiative.server";

/** What the page and the public summary both tell. Days are YYYY-MM-DD or null where they are not known. */
export interface InitiativeStory {
  slug: string;
  kind: InitiativeKind;
  title: Localized;
  signatories: Signatory[];
  submittedOn: string | null;
  targetYear: number | null;
  text: Localized;
  grounds: Localized[];
  summary: Localized;
  source: string;
  note: Localized | null;
  responseBody: Localized | null;
  preparedBy: Signatory[];
  presentedBy: Signatory[];
  progress: Progress;
  road: StepView[];
}
export interface InitiativePage extends InitiativeStory {
  table: { slug: string; name: Localized };
  response: { slug: string; title: Localized } | null;
  demands: DemandView[];
  isPublished: boolean;
  mayManage: boolean;
  /** The table's drafts to choose evidence and the response from; empty for who may not manage. */
  drafts: { slug: string; title: Localized; kind: "split" | "text" }[];
}

/** 404 for one that the viewer may not read. */
export async function initiativePage(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<InitiativePage> {
  const { initiative, actor } = await readableInitiative(services, viewer, slug);
  const mayManage = mayDo(actor, "initiative.manage", initiative);
  const [demands, road, drafts] = await Promise.all([
    demandsOf(services, initiative.id),
    roadIn(services, initiative.id),
    services.db
      .selectFrom("drafts")
      .select(["id", "slug", "title", "kind"])
      .where("table_id", "=", initiative.tableId)
      .where((w) =>
        w.or([w("state", "<>", "archived"), w("id", "=", initiative.responseDraftId ?? NO_DRAFT)]),
      )
      .orderBy("slug")
      .execute(),
  ]);
  const response = drafts.find(({ id }) => id === initiative.responseDraftId);
  const {
    id: _,
    tableId,
    tableSlug,
    tableName,
    regionId,
    responseDraftId,
    publishedAt,
    ...story
  } = initiative;
  return {
    ...story,
    table: { slug: tableSlug, name: tableName },
    response: response ? { slug: response.slug, title: response.title } : null,
    ...{ demands, road, mayManage },
    progress: progressIn(demands),
    isPublished: publishedAt !== null,
    drafts: mayManage ? drafts.map(({ id, ...draft }) => draft) : [],
  };
}

const NO_DRAFT = "00000000-0000-4000-8000-000000000000";
