/** A proposed decision with everything that its verdict is computed from. Used by pages and, in its own transaction, by the command that states. */
import type { Kysely } from "kysely";
import type { DecisionStatementKind, How, Verdict } from "../../app/domain/decisions/decision";
import { evaluateVerdict } from "../../app/domain/decisions/verdict";
import { presentParties } from "../../app/domain/meetings/attendance";
import type { PositionValue } from "../../app/domain/positions/position";
import type { Database } from "../../db/schema/tables";
import { meetingEvents } from "./meeting-events.server";

/** Which proposed decisions. */
export type DecisionsWanted =
  | { id: string }
  | { itemId: string }
  | { draftId: string }
  | { tableIds: string[] };

/** Facts of proposed decisions, in the order in which they were put forward. */
export async function proposedDecisions(db: Kysely<Database>, wanted: DecisionsWanted) {
  return db
    .selectFrom("proposed_decisions as p")
    .innerJoin("tables as t", "t.id", "p.table_id")
    .innerJoin("drafts as d", "d.id", "p.draft_id")
    .innerJoin("versions as v", "v.id", "p.version_id")
    .leftJoin("meetings as m", "m.id", "p.meeting_id")
    .leftJoin("proposed_decision_ends as e", "e.proposed_decision_id", "p.id")
    .leftJoin("decisions as s", "s.proposed_decision_id", "p.id")
    .leftJoin("seals", "seals.id", "s.seal_id")
    .leftJoin("proposed_decisions as next", "next.replaces", "p.id")
    .select([
      "p.id",
      "p.table_id as tableId",
      "t.region_id as regionId",
      "t.slug as tableSlug",
      "t.name as tableName",
    ])
    .select([
      "p.meeting_id as meetingId",
      "p.item_id as itemId",
      "p.text",
      "p.entitled",
      "p.quorum",
      "p.reveal",
    ])
    .select(["p.silence", "p.due_at as dueAt", "p.replaces", "p.corrects", "p.opened_at as openedAt"])
    .select(["p.is_example as isExample", "p.draft_id as draftId", "p.version_id as versionId"])
    .select(["d.slug as draftSlug", "d.title as draftTitle", "d.document_id as documentId"])
    .select(["v.number as versionNumber", "p.version_sha256 as versionSha256", "v.seq as versionSeq"])
    .select(["m.slug as meetingSlug", "m.number as meetingNumber", "m.year as meetingYear"])
    .select(["m.document_id as meetingDocumentId", "m.state as meetingState"])
    .select(["e.kind as endKind", "e.reason as endReason", "next.id as replacedBy"])
    .select([
      "s.id as decisionId",
      "s.number",
      "s.year",
      "s.outcome",
      "s.stated_at as statedAt",
      "seals.sha256 as seal",
    ])
    .select((of) =>
      of
        .selectFrom("versions as later")
        .whereRef("later.draft_id", "=", "p.draft_id")
        .select((most) => most.fn.max("later.number").as("n"))
        .as("lastVersion"),
    )
    .$if("id" in wanted, (q) => q.where("p.id", "=", (wanted as { id: string }).id))
    .$if("itemId" in wanted, (q) => q.where("p.item_id", "=", (wanted as { itemId: string }).itemId))
    .$if("draftId" in wanted, (q) => q.where("p.draft_id", "=", (wanted as { draftId: string }).draftId))
    .$if("tableIds" in wanted, (q) =>
      q.where("p.table_id", "=", (is) => is.fn.any(is.val((wanted as { tableIds: string[] }).tableIds))),
    )
    .orderBy("p.n")
    .execute();
}
export type ProposedRow = Awaited<ReturnType<typeof proposedDecisions>>[number];

export interface CurrentPosition {
  partyId: string;
  value: PositionValue;
  reason: string;
  how: How;
  toldBy: string | null;
  givenAt: string;
  isExample: boolean;
}
export interface GivenStatement {
  partyId: string;
  kind: DecisionStatementKind;
  text: string;
  givenAt: string;
  isExample: boolean;
}
export interface DecisionStanding {
  /** The latest of each party; one that was taken back is none. */
  positions: CurrentPosition[];
  statements: GivenStatement[];
  /** Parties present now; null for a decision between meetings. */
  present: Set<string> | null;
  verdict: Verdict;
}

/** Where each of them stands at that moment. */
export async function decisionStandings(
  db: Kysely<Database>,
  rows: readonly ProposedRow[],
  now: Date,
): Promise<Map<string, DecisionStanding>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const [positions, statements] = await Promise.all([positionRows(db, ids), statementRows(db, ids)]);
  const standings = new Map<string, DecisionStanding>();
  for (const row of rows) {
    const own = positions.get(row.id) ?? [];
    const present = row.meetingId ? await partiesPresent(db, row, now) : null;
    standings.set(row.id, {
      ...{ positions: own, statements: statements.get(row.id) ?? [], present },
      verdict: evaluateVerdict({
        ...{ entitled: row.entitled, positions: own, silence: row.silence },
        quorum: present && row.quorum > 0 ? { needed: row.quorum, present: present.size } : null,
        isPastDeadline: row.dueAt !== null && row.dueAt <= now,
      }),
    });
  }
  return standings;
}

async function positionRows(db: Kysely<Database>, ids: string[]): Promise<Map<string, CurrentPosition[]>> {
  const rows = await db
    .selectFrom("decision_positions")
    .distinctOn(["proposed_decision_id", "party_id"])
    .selectAll()
    .where("proposed_decision_id", "in", ids)
    .orderBy("proposed_decision_id")
    .orderBy("party_id")
    .orderBy("n", "desc")
    .execute();
  const by = new Map<string, CurrentPosition[]>();
  for (const row of rows) {
    if (row.value === null) continue;
    const one = {
      ...{ partyId: row.party_id, value: row.value, reason: row.reason, how: row.how, toldBy: row.told_by },
      ...{ givenAt: row.given_at.toISOString(), isExample: row.is_example },
    };
    by.set(row.proposed_decision_id, [...(by.get(row.proposed_decision_id) ?? []), one]);
  }
  return by;
}

async function statementRows(db: Kysely<Database>, ids: string[]): Promise<Map<string, GivenStatement[]>> {
  const rows = await db
    .selectFrom("decision_statements")
    .selectAll()
    .where("proposed_decision_id", "in", ids)
    .orderBy("n")
    .execute();
  const by = new Map<string, GivenStatement[]>();
  for (const row of rows) {
    const one = {
      ...{ partyId: row.party_id, kind: row.kind, text: row.text },
      ...{ givenAt: row.given_at.toISOString(), isExample: row.is_example },
    };
    by.set(row.proposed_decision_id, [...(by.get(row.proposed_decision_id) ?? []), one]);
  }
  return by;
}

/** Parties that are at the meeting now, without who is recused from the item. */
async function partiesPresent(
  db: Kysely<Database>,
  { meetingId, itemId }: Pick<ProposedRow, "meetingId" | "itemId">,
  now: Date,
): Promise<Set<string>> {
  const [events, participants] = await Promise.all([
    meetingEvents(db, meetingId!),
    db
      .selectFrom("participants")
      .select(["id", "party_id as partyId", "list"])
      .where("meeting_id", "=", meetingId)
      .execute(),
  ]);
  return presentParties(participants, events, { at: now.toISOString(), itemId });
}
