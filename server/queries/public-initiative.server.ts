/** The public summary of an initiative: for anybody, once it is published (rule N5). */
import type { DemandState } from "../../app/domain/initiatives/initiative";
import type { Localized } from "../../app/domain/languages";
import { notFound } from "../authorize.server";
import type { Services } from "../services";
import type { InitiativeStory } from "./initiative-page.server";
import { demandsOf, progressIn, roadIn } from "./initiative-parts.server";
import { initiativeRow } from "./readable-initiative.server";

/** A demand as everybody reads it: nobody who wrote an answer is named, and no draft is opened. */
export interface PublicDemand {
  slug: string;
  position: number;
  area: Localized | null;
  text: Localized;
  measure: Localized | null;
  answer: {
    state: DemandState;
    text: Localized;
    reason: string;
    note: string;
    href: string | null;
    at: string;
    isExample: boolean;
  } | null;
}
export interface PublicInitiative extends InitiativeStory {
  table: Localized;
  demands: PublicDemand[];
  publishedAt: string;
}

/** 404 when there is none, and when it is not published. */
export async function publicInitiative(services: Services, slug: string): Promise<PublicInitiative> {
  const initiative = await initiativeRow(services, slug);
  if (!initiative?.publishedAt) throw notFound();
  const [demands, road] = await Promise.all([
    demandsOf(services, initiative.id),
    roadIn(services, initiative.id),
  ]);
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
    road,
    table: tableName,
    progress: progressIn(demands),
    publishedAt: publishedAt.toISOString(),
    demands: demands.map(({ position, area, text, measure, answer, ...demand }) => ({
      ...{ slug: demand.slug, position, area, text, measure },
      answer: answer && {
        ...{ state: answer.state, text: answer.text, reason: answer.reason, note: answer.note },
        ...{ href: answer.href, at: answer.at, isExample: answer.isExample },
      },
    })),
  };
}
