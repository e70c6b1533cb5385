/** Attachments of agenda items: a frozen version, a live draft, or a file (rule K3). */
import { fileTypeFromBuffer } from "file-type";
import type { Kysely } from "kysely";
import {
  ATTACHMENT_TITLE_CHARACTERS_MAX,
  ATTACHMENT_TYPES,
  fileName,
  nextAttachmentNumber,
} from "../../../app/domain/meetings/agenda";
import { ATTACHMENT_BYTES_MAX, ATTACHMENTS_MAX } from "../../../app/domain/meetings/meeting";
import { sha256Hex } from "../../../app/domain/split/canonical";
import type { Outcome, Refused } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { notFound } from "../../authorize.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { agendaProblem, itemOnAgenda, type Preparing, prepareMeeting } from "./agenda-meeting.server";
import { draftsForAgenda } from "./draft-for-agenda.server";

type By = Pick<Viewer, "personId">;
const MEGABYTE = 1024 * 1024;

/** A draft by its address: as it is now, or (`version`) a frozen version of it. The title is the draft's own unless one is given. */
export async function attachDraft(
  services: Services,
  viewer: By,
  slug: string,
  given: { item: string; draft: string; version: number | null; title: string },
): Promise<Outcome<{ number: number }>> {
  return prepareMeeting(services, viewer, slug, "agenda.attached", async (at) => {
    const item = await itemOnAgenda(at.trx, at.meeting.id, given.item);
    const drafts = await draftsForAgenda(services, viewer, at.meeting, item.draft_id);
    const draft = drafts.find((one) => one.slug === given.draft);
    if (!draft) return { ok: false, field: "what", error: "agenda.error.noDraft" };
    const version =
      given.version === null
        ? null
        : await at.trx
            .selectFrom("versions")
            .select("id")
            .where("draft_id", "=", draft.id)
            .where("number", "=", given.version)
            .executeTakeFirst();
    if (version === undefined) return { ok: false, field: "what", error: "agenda.error.noVersion" };
    const title = given.title || draft.title.fi;
    const kind = version ? ("version" as const) : ("draft" as const);
    return addAttachment(at, viewer, item.id, title, {
      ...{ kind, draft_id: draft.id, version_id: version?.id ?? null },
      same: (one) =>
        one.kind === kind && one.draft_id === draft.id && one.version_id === (version?.id ?? null),
    });
  });
}

/** A file, of the kinds of ATTACHMENT_TYPES. */
export async function attachAgendaFile(
  services: Services,
  viewer: By,
  slug: string,
  given: { item: string; title: string; file: { name: string; bytes: Uint8Array } },
): Promise<Outcome<{ number: number }>> {
  const { bytes } = given.file;
  // A name and a declared type are only what the sender says.
  const type = await fileTypeFromBuffer(bytes);
  return prepareMeeting(services, viewer, slug, "agenda.attached", async (at) => {
    const item = await itemOnAgenda(at.trx, at.meeting.id, given.item);
    if (bytes.byteLength === 0) return { ok: false, field: "file", error: "agenda.error.fileMissing" };
    if (bytes.byteLength > ATTACHMENT_BYTES_MAX) {
      const values = { max: ATTACHMENT_BYTES_MAX / MEGABYTE };
      return { ok: false, field: "file", error: "agenda.error.fileLarge", values };
    }
    if (!type || ATTACHMENT_TYPES[type.ext] !== type.mime)
      return { ok: false, field: "file", error: "agenda.error.fileType" };
    const name = fileName(given.file.name, type.ext);
    const sha256 = sha256Hex(bytes);
    const title = given.title || name.slice(0, -type.ext.length - 1);
    return addAttachment(at, viewer, item.id, title, {
      ...{ kind: "file" as const, name, bytes, size: bytes.byteLength, sha256 },
      same: (one) => one.sha256 === sha256,
    });
  });
}

type Row = Awaited<ReturnType<typeof attachmentsOf>>[number];
interface NewAttachment {
  kind: "version" | "draft" | "file";
  draft_id?: string | null;
  version_id?: string | null;
  name?: string;
  bytes?: Uint8Array;
  size?: number;
  sha256?: string;
  /** The same thing at the same item: sent twice (a double click) it is one attachment. */
  same: (one: Row) => boolean;
}

/** In the transaction of prepareMeeting. */
export async function addAttachment(
  { trx, meeting, now }: Preparing,
  viewer: By,
  itemId: string,
  title: string,
  { same, ...columns }: NewAttachment,
): Promise<{ ok: true; number: number; detail: Record<string, unknown> } | Refused> {
  if (title.length > ATTACHMENT_TITLE_CHARACTERS_MAX)
    return agendaProblem({ field: "attachmentTitle", flaw: "long", max: ATTACHMENT_TITLE_CHARACTERS_MAX });
  const all = await attachmentsOf(trx, meeting.id);
  const there = all.filter(({ removed_at }) => removed_at === null);
  const twin = there.find((one) => one.item_id === itemId && same(one));
  if (twin) return { ok: true, number: twin.number, detail: {} };
  if (there.length >= ATTACHMENTS_MAX) {
    const values = { max: ATTACHMENTS_MAX };
    return { ok: false, field: "attachmentTitle", error: "agenda.error.manyAttachments", values };
  }
  const number = nextAttachmentNumber(all.map((one) => one.number));
  await trx
    .insertInto("agenda_attachments")
    .values({
      ...{ item_id: itemId, number, title, ...columns },
      ...{ added_by: viewer.personId, created_at: now },
    })
    .execute();
  return { ok: true, number, detail: { item: itemId, number, kind: columns.kind } };
}

/** Of a whole meeting, the removed ones too, without their bytes. */
function attachmentsOf(trx: Kysely<Database>, meetingId: string) {
  return trx
    .selectFrom("agenda_attachments as a")
    .innerJoin("agenda_items as i", "i.id", "a.item_id")
    .select(["a.id", "a.item_id", "a.number", "a.kind", "a.draft_id", "a.version_id", "a.sha256"])
    .select("a.removed_at")
    .where("i.meeting_id", "=", meetingId)
    .execute();
}

/** Marks it removed: its number is not given again, and the others keep theirs. */
export async function removeAttachment(
  services: Services,
  viewer: By,
  slug: string,
  attachmentId: string,
): Promise<Outcome> {
  return prepareMeeting(services, viewer, slug, "agenda.attachmentRemoved", async ({ trx, meeting, now }) => {
    const there = (await attachmentsOf(trx, meeting.id)).find(({ id }) => id === attachmentId);
    if (!there) throw notFound();
    await trx
      .updateTable("agenda_attachments")
      .set({ removed_at: there.removed_at ?? now })
      .where("id", "=", attachmentId)
      .execute();
    return { ok: true, detail: { attachment: attachmentId } };
  });
}
