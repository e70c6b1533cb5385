/** Puts a decision to the parties: a text on a frozen version of a draft (rules D1, D2). */
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import {
  DECISION_TEXT_CHARACTERS_MAX,
  type Reveal,
  type Silence,
} from "../../../app/domain/decisions/decision";
import { isEmptyContent, parseContent } from "../../../app/domain/draft-content";
import { presentParties, recusedFrom } from "../../../app/domain/meetings/attendance";
import type { Outcome } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { mayDo, notAllowed, notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { momentAt } from "../../finnish-day.server";
import { proposedDecisions } from "../../queries/decision-standing.server";
import { meetingEvents } from "../../queries/meeting-events.server";
import { neededParties } from "../../queries/meeting-people.server";
import { partiesAt } from "../../queries/party-people.server";
import { readableDraft } from "../../queries/readable-draft.server";
import { type MeetingFacts, readableMeeting } from "../../queries/readable-meeting.server";
import { serializable } from "../../serializable.server";
import type { Services } from "../../services";
import { keyOf } from "../agenda/key.server";
import { plainLines } from "../positions/position-words.server";
import { RefusedInTransaction } from "../statements/refusable.server";
import { type By, tellChanged } from "./in-decision.server";
import { tellDecisionAsked } from "./tell-decision.server";

export interface NewProposedDecision {
  draft: string;
  /** The version's number as typed; empty for the last one. */
  version: string;
  text: string;
  /** The meeting's slug and the item's id; empty between meetings. */
  meeting: string;
  item: string;
  /** Day and HH:MM of the deadline, or empty. */
  dueOn: string;
  dueAt: string;
  /** The proposal that this one takes the place of, and the decision that it would correct; empty for none. */
  replaces: string;
  corrects: string;
  key: string;
}

/**
 * The entitled parties and the table's rules are those of this moment; another version voids the positions of the proposal it replaces.
 * Refused as values: no text or too long a one, no frozen version, an empty draft, a deadline that has passed, and a proposal that is
 * over already. The same form twice is one proposal.
 */
export async function proposeDecision(
  services: Services,
  by: By,
  given: NewProposedDecision,
): Promise<Outcome<{ id: string }>> {
  const { draft, actor } = await readableDraft(services, by, given.draft);
  const meeting = given.meeting ? (await readableMeeting(services, by, given.meeting)).meeting : null;
  const tableId = meeting?.tableId ?? draft.tableId;
  const subject = { tableId, regionId: meeting?.regionId ?? draft.regionId };
  if (!mayDo(actor, "decision.propose", subject)) throw notAllowed();
  const text = plainLines(given.text);
  if (text === "") return { ok: false, field: "text", error: "decisions.error.textMissing" };
  const max = DECISION_TEXT_CHARACTERS_MAX;
  if (text.length > max) return { ok: false, field: "text", error: "decisions.error.long", values: { max } };
  const dueAt = given.dueOn ? momentAt(given.dueOn, given.dueAt || "23:59") : null;
  if (given.dueOn && !dueAt) return { ok: false, field: "dueOn", error: "decisions.error.noDay" };
  if (dueAt && dueAt <= services.clock()) return { ok: false, field: "dueOn", error: "decisions.error.past" };
  const version = await versionOf(services, draft.id, given.version);
  if (!version) return { ok: false, field: "version", error: "decisions.error.notFrozen" };
  const content = parseContent(draft.kind, version.content);
  const isEmpty =
    content.kind === "split"
      ? content.split.categories.every(({ status }) => status === "removed")
      : isEmptyContent(content);
  if (isEmpty) return { ok: false, field: "version", error: "decisions.error.empty" };
  const key = keyOf(given.key) ?? randomUUID();
  try {
    const id = await serializable(services.db, (trx) =>
      put(services, trx, by, {
        ...{ given, meeting, tableId, draftId: draft.id, version, text, dueAt, key },
      }),
    );
    tellChanged(services, { documentId: draft.documentId, meetingDocumentId: meeting?.documentId ?? null });
    return { ok: true, id };
  } catch (error) {
    if (error instanceof RefusedInTransaction) return error.refused;
    throw error;
  }
}

interface Putting {
  given: NewProposedDecision;
  meeting: MeetingFacts | null;
  tableId: string;
  draftId: string;
  version: { id: string; sha256: string };
  text: string;
  dueAt: Date | null;
  key: string;
}

async function put(
  services: Services,
  trx: Transaction<Database>,
  by: By,
  { given, meeting, tableId, draftId, version, text, dueAt, key }: Putting,
): Promise<string> {
  const twin = await trx
    .selectFrom("proposed_decisions")
    .select("id")
    .where("table_id", "=", tableId)
    .where("key", "=", key)
    .executeTakeFirst();
  if (twin) return twin.id;
  const now = services.clock();
  if (meeting) await checkItem(trx, meeting, given.item);
  const rules = await trx
    .selectFrom("tables")
    .select(["reveal", "silence"])
    .where("id", "=", tableId)
    .executeTakeFirstOrThrow();
  const entitled = await entitledParties(trx, tableId, meeting && { meeting, itemId: given.item, now });
  if (entitled.length === 0) throw new RefusedInTransaction({ ok: false, error: "decisions.error.nobody" });
  const replaces = given.replaces ? await openProposal(trx, tableId, given.replaces) : null;
  const { id } = await trx
    .insertInto("proposed_decisions")
    .values({
      ...{ table_id: tableId, meeting_id: meeting?.id ?? null, item_id: meeting ? given.item : null },
      ...{ draft_id: draftId, version_id: version.id, version_sha256: version.sha256, text, due_at: dueAt },
      ...{ entitled: JSON.stringify(entitled), ...(rules as { reveal: Reveal; silence: Silence }) },
      quorum: meeting ? await neededParties(trx, meeting) : 0,
      ...{ replaces, corrects: given.corrects ? await decisionOf(trx, tableId, given.corrects) : null },
      ...{ opened_by: by.personId, opened_at: now, key },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (replaces)
    await trx
      .insertInto("proposed_decision_ends")
      .values({ proposed_decision_id: replaces, kind: "replaced", ended_by: by.personId, ended_at: now })
      .execute();
  await tellDecisionAsked(trx, now, { id, tableId, draftId, entitled, actorId: by.personId });
  await recordAudit(trx, {
    ...{ personId: by.personId, action: "decision.proposed", subjectKind: "proposedDecision", subjectId: id },
    detail: { draftId, versionId: version.id, replaces },
  });
  return id;
}

/** The parties of the table; in a meeting without those who have nobody but the recused for this item (rule D2). */
async function entitledParties(
  trx: Transaction<Database>,
  tableId: string,
  at: { meeting: MeetingFacts; itemId: string; now: Date } | null,
): Promise<string[]> {
  const parties = (await partiesAt(trx, tableId)).map(({ id }) => id);
  if (!at) return parties;
  const events = await meetingEvents(trx, at.meeting.id);
  const recused = recusedFrom(events, at.itemId);
  if (recused.size === 0) return parties;
  const people = await trx
    .selectFrom("participants")
    .select(["id", "party_id as partyId", "list"])
    .where("meeting_id", "=", at.meeting.id)
    .execute();
  const here = presentParties(people, events, { at: at.now.toISOString(), itemId: at.itemId });
  const out = new Set(people.flatMap(({ id, partyId }) => (recused.has(id) && partyId ? [partyId] : [])));
  return parties.filter((id) => !out.has(id) || here.has(id));
}

async function checkItem(trx: Transaction<Database>, meeting: MeetingFacts, itemId: string): Promise<void> {
  const item = await trx
    .selectFrom("agenda_items")
    .select("id")
    .where("id", "=", itemId)
    .where("meeting_id", "=", meeting.id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!item) throw notFound();
}

async function openProposal(trx: Transaction<Database>, tableId: string, id: string): Promise<string> {
  const [row] = await proposedDecisions(trx, { id });
  if (!row || row.tableId !== tableId) throw notFound();
  if (row.decisionId) throw new RefusedInTransaction({ ok: false, error: "decisions.error.stated" });
  if (row.endKind) throw new RefusedInTransaction({ ok: false, error: "decisions.error.ended" });
  return id;
}

/** A sealed decision of the table: a correction points back to it (rule D6). */
async function decisionOf(trx: Transaction<Database>, tableId: string, id: string): Promise<string> {
  const row = await trx
    .selectFrom("decisions")
    .select("id")
    .where("id", "=", id)
    .where("table_id", "=", tableId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.id;
}

async function versionOf({ db }: Services, draftId: string, number: string) {
  return db
    .selectFrom("versions")
    .select(["id", "sha256", "content"])
    .where("draft_id", "=", draftId)
    .$if(number !== "", (q) => q.where("number", "=", Number(number) || 0))
    .orderBy("number", "desc")
    .executeTakeFirst();
}
