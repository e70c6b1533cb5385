/** Writes a meeting of a seed as the product's own commands would have left it. */
import { randomUUID } from "node:crypto";
import { TEXT_SCHEMA_VERSION } from "../../../../app/collab/documents/text-document";
import type { Localized } from "../../../../app/domain/languages";
import type {
  AttendanceList,
  ItemKind,
  ItemOrigin,
  MeetingEventBody,
  MeetingState,
  ParticipantRole,
} from "../../../../app/domain/meetings/meeting";
import { sha256Hex } from "../../../../app/domain/split/canonical";
import type { BlockNode } from "../../../../app/domain/text/text";
import type { ScenarioContext } from "../../scenario-context";
import { textUpdate } from "../../seed-text";

export interface SeededMeeting {
  tableId: string;
  slug: string;
  number: number;
  year: number;
  startsAt: Date;
  endsAt: Date | null;
  place?: string;
  isInPerson?: boolean;
  message?: string;
  state: MeetingState;
  openedAt?: Date;
  closedAt?: Date;
  invitedAt?: Date;
  setInItemId?: string;
  source?: string;
  isExample?: boolean;
}
export interface SeededParticipant {
  name: string;
  title?: string;
  partyId: string | null;
  personId?: string;
  list: AttendanceList;
  role: ParticipantRole;
}
export interface SeededItem {
  kind: ItemKind;
  title: Localized;
  presenter?: string;
  proposal?: Localized;
  draftId?: string;
  origin?: ItemOrigin;
  handling?: BlockNode[];
}
/** What happened, with the time at which it did. */
export type SeededEvent = MeetingEventBody & { at: Date };

/** Who wrote it down. */
interface By {
  personId: string;
}

const insertDocument = async ({ db, now }: ScenarioContext, kind: "note" | "text", lastSeq = 0) => {
  const { id } = await db
    .insertInto("documents")
    .values({ kind, schema_version: TEXT_SCHEMA_VERSION, last_seq: lastSeq, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

/** The meeting alone. Answers its id. */
export async function writeMeeting(
  context: ScenarioContext,
  meeting: SeededMeeting,
  { personId }: By,
): Promise<string> {
  const documentId = await insertDocument(context, "note");
  const { id } = await context.db
    .insertInto("meetings")
    .values({
      ...{ table_id: meeting.tableId, slug: meeting.slug, number: meeting.number, year: meeting.year },
      ...{ starts_at: meeting.startsAt, ends_at: meeting.endsAt, place: meeting.place ?? "" },
      ...{ is_in_person: meeting.isInPerson ?? false, message: meeting.message ?? "" },
      ...{ record_kind: "memo", quorum: "majority", document_id: documentId, state: meeting.state },
      ...{ opened_at: meeting.openedAt ?? null, closed_at: meeting.closedAt ?? null },
      ...{ invited_at: meeting.invitedAt ?? null, set_in_item_id: meeting.setInItemId ?? null },
      ...{ source: meeting.source ?? "", is_example: meeting.isExample ?? false },
      ...{ created_by: personId, created_at: context.now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Answers the participants' ids in their order. */
export async function writeParticipants(
  { db, now }: ScenarioContext,
  meetingId: string,
  participants: readonly SeededParticipant[],
): Promise<string[]> {
  const rows = await db
    .insertInto("participants")
    .values(
      participants.map((one, index) => ({
        ...{ meeting_id: meetingId, person_id: one.personId ?? null, party_id: one.partyId, name: one.name },
        ...{ title: one.title ?? "", list: one.list, role: one.role, position: index + 1 },
        created_at: now,
      })),
    )
    .returning(["id", "position"])
    .execute();
  return rows.sort((a, b) => a.position - b.position).map(({ id }) => id);
}

/** Items with their handling. Answers their ids in the order of the agenda. */
export async function writeItems(
  context: ScenarioContext,
  meetingId: string,
  items: readonly SeededItem[],
  { personId }: By,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, item] of items.entries()) {
    const bytes = item.handling && textUpdate(item.handling);
    const handlingId = await insertDocument(context, "text", bytes ? 1 : 0);
    if (bytes)
      await context.db
        .insertInto("document_updates")
        .values({
          ...{ document_id: handlingId, seq: 1, update_id: randomUUID(), person_id: personId },
          ...{ session_id: null, origin: "seed", bytes, sha256: sha256Hex(bytes), created_at: context.now },
        })
        .execute();
    const { id } = await context.db
      .insertInto("agenda_items")
      .values({
        ...{ meeting_id: meetingId, position: index + 1, kind: item.kind, title: JSON.stringify(item.title) },
        ...{ presenter: item.presenter ?? "", proposal: JSON.stringify(item.proposal ?? { fi: "" }) },
        ...{ draft_id: item.draftId ?? null, handling_id: handlingId, created_at: context.now },
        origin: item.origin ? JSON.stringify(item.origin) : null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    ids.push(id);
  }
  return ids;
}

/** Events in the order in which they are given, which is the order of their recording. */
export async function writeEvents(
  { db, now }: ScenarioContext,
  meetingId: string,
  events: readonly SeededEvent[],
  { personId }: By,
): Promise<void> {
  await db
    .insertInto("meeting_events")
    .values(
      events.map(({ at, ...body }, index) => ({
        ...columnsOf(body as MeetingEventBody),
        ...{
          meeting_id: meetingId,
          at,
          recorded_by: personId,
          created_at: now,
          key: `seed-${index + 1}-event`,
        },
      })),
    )
    .execute();
}

/** What has a column of its own, and the rest as detail. */
function columnsOf(body: MeetingEventBody) {
  const { kind, itemId, participantId, corrects, ...detail } = body as MeetingEventBody & {
    itemId?: string | null;
    participantId?: string;
    corrects?: string;
  };
  return {
    ...{ kind, item_id: itemId ?? null, participant_id: participantId ?? null, corrects: corrects ?? null },
    detail: JSON.stringify(detail),
  };
}

export interface SeededAttachment {
  itemId: string;
  number: number;
  title: string;
  draftId: string;
  /** A frozen version of it; without one the living draft. */
  versionId?: string;
}

export async function writeAttachments(
  { db, now }: ScenarioContext,
  attachments: readonly SeededAttachment[],
  { personId }: By,
): Promise<void> {
  await db
    .insertInto("agenda_attachments")
    .values(
      attachments.map(({ itemId, number, title, draftId, versionId }) => ({
        ...{ item_id: itemId, number, title, kind: versionId ? ("version" as const) : ("draft" as const) },
        ...{ draft_id: draftId, version_id: versionId ?? null, added_by: personId, created_at: now },
      })),
    )
    .execute();
}
