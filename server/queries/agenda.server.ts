/** The agenda of a meeting: what its page, its PDF and its mail are made of. */
import type { Kysely } from "kysely";
import type { Localized } from "../../app/domain/languages";
import { inOrder } from "../../app/domain/meetings/agenda";
import type { AttachmentKind, ItemKind } from "../../app/domain/meetings/meeting";
import type { Database } from "../../db/schema/tables";

export interface AgendaAttachment {
  id: string;
  number: number;
  title: string;
  kind: AttachmentKind;
  /** Of a version or a live draft. */
  draft: { id: string; slug: string; title: Localized } | null;
  version: number | null;
  /** Of a file. */
  name: string | null;
  size: number | null;
}
export interface AgendaItem {
  id: string;
  /** From 1 (rule K1). */
  number: number;
  kind: ItemKind;
  title: Localized;
  presenter: string;
  proposal: Localized;
  draft: { id: string; slug: string; title: Localized } | null;
  attachments: AgendaAttachment[];
}

/** Items in their order with their attachments; those that were removed are left out. Two statements, however long it is. */
export async function agendaOf(db: Kysely<Database>, meetingId: string): Promise<AgendaItem[]> {
  const [items, attachments] = await Promise.all([
    db
      .selectFrom("agenda_items as i")
      .leftJoin("drafts as d", "d.id", "i.draft_id")
      .select(["i.id", "i.position", "i.kind", "i.title", "i.presenter", "i.proposal"])
      .select(["i.removed_at as removedAt", "d.id as draftId", "d.slug as draftSlug"])
      .select("d.title as draftTitle")
      .where("i.meeting_id", "=", meetingId)
      .execute(),
    db
      .selectFrom("agenda_attachments as a")
      .innerJoin("agenda_items as i", "i.id", "a.item_id")
      .leftJoin("drafts as d", "d.id", "a.draft_id")
      .leftJoin("versions as v", "v.id", "a.version_id")
      .select(["a.id", "a.item_id as itemId", "a.number", "a.title", "a.kind", "a.name", "a.size"])
      .select(["d.id as draftId", "d.slug as draftSlug", "d.title as draftTitle", "v.number as version"])
      .where("i.meeting_id", "=", meetingId)
      .where("a.removed_at", "is", null)
      .orderBy("a.number")
      .execute(),
  ]);
  return inOrder(items).map(({ id, kind, title, presenter, proposal, ...item }, index) => ({
    ...{ id, number: index + 1, kind, title, presenter, proposal },
    draft: draftOf(item),
    attachments: attachments
      .filter(({ itemId }) => itemId === id)
      .map((one) => ({
        ...{ id: one.id, number: one.number, title: one.title, kind: one.kind },
        ...{ draft: draftOf(one), version: one.version, name: one.name, size: one.size },
      })),
  }));
}

const draftOf = (row: { draftId: string | null; draftSlug: string | null; draftTitle: Localized | null }) =>
  row.draftId && row.draftSlug && row.draftTitle
    ? { id: row.draftId, slug: row.draftSlug, title: row.draftTitle }
    : null;
