import { isPlainDate } from "../../../app/domain/drafts";
import { REQUEST_MESSAGE_CHARACTERS_MAX } from "../../../app/domain/positions/position";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import { tell } from "../../events/tell.server";
import { dayOf } from "../../finnish-day.server";
import { partiesAt, seatedAt } from "../../queries/party-people.server";
import type { Services } from "../../services";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { plainLines } from "./position-words.server";
import type { Author } from "./voice.server";

export interface PositionRequest {
  slug: string;
  /** YYYY-MM-DD, today or later in Finland. */
  dueOn: string;
  message: string;
}

/** The same request again within this time is the same form sent twice. */
const SENT_TWICE_MS = 60_000;

/**
 * Asks every party at the table for its positions: whoever speaks for one is told. Refused as values: a day that is none or
 * is past, a message that is too long. 403 for who may not ask, and for an archived draft.
 */
export async function askForPositions(
  services: Services,
  author: Author,
  { slug, dueOn, message }: PositionRequest,
): Promise<Outcome<{ id: string }>> {
  const { draft } = await permittedDraft(services, author, slug, "positions.ask");
  const now = services.clock();
  if (!isPlainDate(dueOn)) return { ok: false, error: "positions.errors.dueOn", field: "dueOn" };
  if (dueOn < dayOf(now)) return { ok: false, error: "positions.errors.dueOnPast", field: "dueOn" };
  const words = plainLines(message);
  if (words.length > REQUEST_MESSAGE_CHARACTERS_MAX) {
    const values = { max: REQUEST_MESSAGE_CHARACTERS_MAX };
    return { ok: false, error: "positions.errors.messageLong", field: "message", values };
  }
  const id = await services.db.transaction().execute(async (trx) => {
    await trx.selectFrom("drafts").select("id").where("id", "=", draft.id).forUpdate().execute();
    const last = await trx
      .selectFrom("position_requests")
      .select(["id", "due_on", "message", "asked_by", "created_at"])
      .where("draft_id", "=", draft.id)
      .orderBy("created_at", "desc")
      .executeTakeFirst();
    if (
      last?.due_on === dueOn &&
      last.message === words &&
      last.asked_by === author.personId &&
      now.getTime() - last.created_at.getTime() < SENT_TWICE_MS
    )
      return last.id;
    const request = await trx
      .insertInto("position_requests")
      .values({
        ...{ draft_id: draft.id, due_on: dueOn, message: words },
        ...{ asked_by: author.personId, created_at: now },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const people = await seatedAt(trx, draft.tableId, now);
    for (const party of await partiesAt(trx, draft.tableId))
      await tell(trx, now, {
        kind: "positionsAsked",
        tableId: draft.tableId,
        to: people.filter((p) => p.speaks && p.partyId === party.id).map((p) => p.personId),
        actorId: author.personId,
        draftId: draft.id,
        subjectId: request.id,
        partyId: party.id,
        detail: { dueOn },
        key: `positionsAsked:${request.id}:${party.id}`,
      });
    await recordAudit(trx, {
      personId: author.personId,
      action: "positions.asked",
      subjectKind: "draft",
      subjectId: draft.id,
      detail: { requestId: request.id, dueOn },
    });
    return request.id;
  });
  services.documents.publish(draft.documentId, "positions");
  return { ok: true, id };
}
