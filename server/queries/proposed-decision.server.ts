import type { Localized } from "../../app/domain/languages";
import type { DecisionCardData } from "../../app/protocol/decision-data";
import { notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { decisionCards } from "./decision-cards.server";
import { proposedDecisions } from "./decision-standing.server";

export interface ProposedDecisionPage {
  card: DecisionCardData;
  table: { slug: string; name: Localized };
  /** News come by the meeting, or by the draft. */
  documentId: string;
}

/** 404 for one that the viewer may not read. */
export async function proposedDecisionPage(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  id: string,
): Promise<ProposedDecisionPage> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound();
  const [card] = await decisionCards(services, viewer, { id });
  const [row] = await proposedDecisions(services.db, { id });
  if (!card || !row) throw notFound();
  const table = { slug: row.tableSlug, name: row.tableName };
  return { card, table, documentId: row.meetingDocumentId ?? row.documentId };
}
