/** Adds a PDF to a party's draft statement, and takes one away from it. */
import { fileTypeFromBuffer } from "file-type";
import { sha256Hex } from "../../../app/domain/split/canonical";
import {
  ATTACHMENT_BYTES_MAX,
  ATTACHMENT_TYPE,
  ATTACHMENTS_MAX,
  attachmentName,
} from "../../../app/domain/statements/attachments";
import { whyNotSend } from "../../../app/domain/statements/round";
import type { Outcome } from "../../../app/messages/problem";
import { mayDo, notAllowed, notFound } from "../../authorize.server";
import { dayOf } from "../../finnish-day.server";
import { factsOf, recipientAt } from "../../queries/readable-round.server";
import { draftAttachments } from "../../queries/statement-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { lockRecipient } from "./permitted-round.server";
import { refusable } from "./refusable.server";

const FIELD = "file";

/** 403 for everyone but the party's own people; refused as a value for what is no PDF, too large or too many. */
export async function attachFile(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  partySlug: string,
  file: { name: string; bytes: Uint8Array },
): Promise<Outcome> {
  const { round, recipient } = await preparedBy(services, viewer, slug, partySlug);
  const { bytes } = file;
  if (bytes.byteLength === 0) return { ok: false, error: "statements.error.fileMissing", field: FIELD };
  if (bytes.byteLength > ATTACHMENT_BYTES_MAX) {
    const values = { max: ATTACHMENT_BYTES_MAX / 1024 / 1024 };
    return { ok: false, error: "statements.error.fileLarge", field: FIELD, values };
  }
  // A name and a declared type are only what the sender says.
  if ((await fileTypeFromBuffer(bytes))?.mime !== ATTACHMENT_TYPE)
    return { ok: false, error: "statements.error.fileType", field: FIELD };
  return refusable(services.db, async (trx): Promise<Outcome> => {
    const locked = await lockRecipient(trx, round.id, recipient.party.id);
    const why = whyNotSend(factsOf(locked.round, locked.recipient), dayOf(services.clock()));
    if (why) return { ok: false, error: `statements.error.${why}` };
    const there = await draftAttachments({ db: trx }, round.id, recipient.party.id);
    const sha256 = sha256Hex(bytes);
    // The same file sent twice (a double click) is one attachment.
    if (there.some((one) => one.sha256 === sha256)) return { ok: true };
    if (there.length >= ATTACHMENTS_MAX)
      return {
        ok: false,
        error: "statements.error.manyFiles",
        field: FIELD,
        values: { max: ATTACHMENTS_MAX },
      };
    await trx
      .insertInto("attachments")
      .values({
        ...{ round_id: round.id, party_id: recipient.party.id, name: attachmentName(file.name) },
        ...{
          bytes,
          size: bytes.byteLength,
          sha256,
          uploaded_by: viewer.personId,
          created_at: services.clock(),
        },
      })
      .execute();
    return { ok: true };
  });
}

/** Takes the attachment from the draft; one that was sent stays with the statement it was sent with. */
export async function removeAttachment(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  partySlug: string,
  attachmentId: string,
): Promise<Outcome> {
  const { round, recipient } = await preparedBy(services, viewer, slug, partySlug);
  return refusable(services.db, async (trx): Promise<Outcome> => {
    const locked = await lockRecipient(trx, round.id, recipient.party.id);
    const there = await draftAttachments({ db: trx }, round.id, recipient.party.id);
    if (!there.some(({ id }) => id === attachmentId)) throw notFound();
    const why = whyNotSend(factsOf(locked.round, locked.recipient), dayOf(services.clock()));
    if (why) return { ok: false, error: `statements.error.${why}` };
    await trx
      .updateTable("attachments")
      .set({ removed_at: services.clock() })
      .where("id", "=", attachmentId)
      .execute();
    return { ok: true };
  });
}

async function preparedBy(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  partySlug: string,
) {
  const found = await recipientAt(services, viewer, slug, partySlug);
  if (!mayDo(found.actor, "statement.prepare", found.subject)) throw notAllowed();
  return found;
}
