/** One item of a meeting with everything about it. */
import { readText } from "../../app/collab/documents/text-document";
import type { Localized } from "../../app/domain/languages";
import { countedEvents, type MeetingEvent } from "../../app/domain/meetings/meeting";
import { withoutSuggestions } from "../../app/domain/text/suggestions";
import { paths } from "../../app/paths";
import type { AgendaLine, AttachmentLine, ItemView } from "../../app/protocol/meeting-data";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { decisionCards } from "./decision-cards.server";
import { changesInRanges, itemRanges } from "./item-changes.server";
import type { MeetingFacts } from "./readable-meeting.server";
import { roadLines } from "./road.server";

/** The items of an agenda in their order. */
export async function agendaItems({ db }: Pick<Services, "db">, meetingId: string) {
  return db
    .selectFrom("agenda_items as i")
    .leftJoin("drafts as d", "d.id", "i.draft_id")
    .select(["i.id", "i.kind", "i.title", "i.presenter", "i.proposal", "i.handling_id as handlingId"])
    .select(["i.draft_id as draftId", "d.slug as draftSlug", "d.title as draftTitle", "d.kind as draftKind"])
    .select(["d.document_id as draftDocumentId"])
    .where("i.meeting_id", "=", meetingId)
    .where("i.removed_at", "is", null)
    .orderBy("i.position")
    .orderBy("i.id")
    .execute();
}
export type AgendaRow = Awaited<ReturnType<typeof agendaItems>>[number];

/** Numbered papers of one item, or of a whole meeting by item. */
export async function attachmentsOf(
  { db }: Pick<Services, "db">,
  meeting: Pick<MeetingFacts, "id" | "slug">,
): Promise<Map<string, AttachmentLine[]>> {
  const rows = await db
    .selectFrom("agenda_attachments as a")
    .innerJoin("agenda_items as i", "i.id", "a.item_id")
    .leftJoin("drafts as d", "d.id", "a.draft_id")
    .leftJoin("versions as v", "v.id", "a.version_id")
    .select(["a.id", "a.item_id", "a.number", "a.title", "a.kind", "d.slug", "v.number as version"])
    .where("i.meeting_id", "=", meeting.id)
    .where("a.removed_at", "is", null)
    .orderBy("a.number")
    .execute();
  const byItem = new Map<string, AttachmentLine[]>();
  for (const { id, item_id, number, title, kind, slug, version } of rows) {
    const address =
      kind === "file" || !slug
        ? paths.agendaAttachment(meeting.slug, id)
        : version === null
          ? paths.draft(slug)
          : paths.version(slug, version);
    const line = { id, number, title, kind, href: address, version };
    byItem.set(item_id, [...(byItem.get(item_id) ?? []), line]);
  }
  return byItem;
}

/** The item as a page shows it. */
export async function itemView(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  {
    meeting,
    row,
    line,
    events,
  }: { meeting: MeetingFacts; row: AgendaRow; line: AgendaLine; events: MeetingEvent[] },
): Promise<ItemView> {
  const counted = countedEvents(events);
  const ranges = itemRanges(counted).get(row.id) ?? [];
  const isSplit = row.draftKind === "split" && row.draftDocumentId;
  const [handling, changes, attachments, decisions, road] = await Promise.all([
    services.documents.read(row.handlingId),
    isSplit ? changesInRanges(services, row.draftDocumentId!, ranges) : [],
    attachmentsOf(services, meeting),
    decisionCards(services, viewer, { itemId: row.id }),
    row.draftId ? roadLines(services, row.draftId, services.clock()) : [],
  ]);
  return {
    ...line,
    presenter: row.presenter,
    proposal: row.proposal,
    attachments: attachments.get(row.id) ?? [],
    draft: draftIn(row),
    handling: { documentId: row.handlingId, text: withoutSuggestions(readText(handling.doc)) },
    changes,
    outcomes: counted.flatMap((event) =>
      event.kind === "outcome" && event.itemId === row.id
        ? [{ eventId: event.id, outcome: event.outcome, body: event.body, on: event.on, text: event.text }]
        : [],
    ),
    actions: counted.flatMap((event) =>
      event.kind === "action" && event.itemId === row.id
        ? [{ eventId: event.id, text: event.text, body: event.body, due: event.due }]
        : [],
    ),
    ...{ decisions, road },
  };
}

function draftIn(row: AgendaRow): ItemView["draft"] {
  const { draftSlug: slug, draftTitle: title, draftKind: kind, draftDocumentId: documentId } = row;
  return slug && title && kind && documentId ? { slug, documentId, title: title as Localized, kind } : null;
}
