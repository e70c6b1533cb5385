/** Adds rows of one party's positions, all in one transaction under a lock of the party's (rule P1). */
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { PositionValue } from "../../../app/domain/positions/position";
import type { Database } from "../../../db/schema/tables";
import { notAllowed } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import {
  latestOfParty,
  type PositionRow,
  type PositionRowWithText,
} from "../../queries/position-rows.server";
import type { Services } from "../../services";
import type { KeptOrgan } from "./position-words.server";
import type { Author, Voice } from "./voice.server";

export interface NewPosition extends KeptOrgan {
  /** Null takes the position back. */
  value: PositionValue | null;
  reason: string;
  hash: string;
  content: string;
  toldBy: string | null;
}

/** What is to be done on one subject, seen from the party's latest row there (also one that took back), or none. */
export interface Step<R> {
  categoryId: string | null;
  decide(latest: PositionRowWithText | null): { add: NewPosition } | { keep: { id: string } } | { refuse: R };
}
/** `isNew`: a row was added; otherwise the same was there already. */
export type Added<R> = { ok: true; id: string; isNew: boolean } | { ok: false; refusal: R };

/** Does this row already say exactly that? */
export function isSame(row: PositionRow, add: NewPosition): boolean {
  return (
    row.value === add.value &&
    row.reason === add.reason &&
    row.contentHash === add.hash &&
    row.organ === add.organ &&
    row.section === add.section &&
    row.organDate === add.organDate &&
    row.toldBy === add.toldBy
  );
}

/**
 * Adds to what the form showed (`shown` is a position's id, null for none, undefined where it is not asked). The author's
 * same words again, a form sent twice, are let be; where the form showed another position, the present one is the refusal.
 */
export function addTo(
  author: Author,
  shown: string | null | undefined,
  add: NewPosition,
): Step<PositionRow | null>["decide"] {
  return (latest) => {
    const current = latest?.value ? latest.id : null;
    if (latest && isSame(latest, add) && (latest.giverId === author.personId || current === shown))
      return { keep: latest };
    if (shown !== undefined && shown !== current) return { refuse: latest };
    return { add };
  };
}

interface Deed {
  /** Of the audit event. */
  action: string;
  /** In the same transaction, after the rows. */
  also?(trx: Kysely<Database>, added: { id: string; categoryId: string | null }[]): Promise<void>;
}

/**
 * Decides and adds, one answer a step. Two people of one party wait for each other here, so that each step sees the row
 * before its own. 403 when the draft was archived or the party left the table meanwhile. Tells nobody: the caller
 * publishes after this.
 */
export async function addPositions<R>(
  services: Services,
  author: Author,
  { draft, partyId }: Voice,
  steps: Step<R>[],
  { action, also }: Deed,
): Promise<Added<R>[]> {
  const now = services.clock();
  return services.db.transaction().execute(async (trx) => {
    await lockParty(trx, draft, partyId);
    const latest = new Map((await latestOfParty(trx, draft.id, partyId)).map((row) => [row.categoryId, row]));
    const rows: (NewPosition & { id: string; categoryId: string | null })[] = [];
    const answers = steps.map(({ categoryId, decide }): Added<R> => {
      const decided = decide(latest.get(categoryId) ?? null);
      if ("refuse" in decided) return { ok: false, refusal: decided.refuse };
      if ("keep" in decided) return { ok: true, id: decided.keep.id, isNew: false };
      const row = { ...decided.add, id: randomUUID(), categoryId };
      rows.push(row);
      return { ok: true, id: row.id, isNew: true };
    });
    if (rows.length === 0) return answers;
    await trx
      .insertInto("positions")
      .values(
        rows.map((row) => ({
          ...{ id: row.id, draft_id: draft.id, category_id: row.categoryId, party_id: partyId },
          ...{ value: row.value, reason: row.reason, content_hash: row.hash, content: row.content },
          ...{ organ: row.organ, section: row.section, organ_date: row.organDate },
          ...{ told_by: row.toldBy, told_at: row.toldBy === null ? null : now },
          ...{ given_by: author.personId, given_at: now },
        })),
      )
      .execute();
    await recordAudit(trx, {
      personId: author.personId,
      action,
      subjectKind: "draft",
      subjectId: draft.id,
      detail: { partyId, positions: rows.map(({ id, categoryId, value }) => ({ id, categoryId, value })) },
    });
    await also?.(trx, rows);
    return answers;
  });
}

/** Holds the draft as it is and the party's seat at its table until the transaction ends. */
export async function lockParty(
  trx: Kysely<Database>,
  draft: { id: string; tableId: string },
  partyId: string,
): Promise<void> {
  const { state } = await trx
    .selectFrom("drafts")
    .select("state")
    .where("id", "=", draft.id)
    .forShare()
    .executeTakeFirstOrThrow();
  const seat = await trx
    .selectFrom("table_parties")
    .select(sql<number>`1`.as("there"))
    .where("table_id", "=", draft.tableId)
    .where("party_id", "=", partyId)
    .forUpdate()
    .executeTakeFirst();
  if (state === "archived" || !seat) throw notAllowed();
}

/** What the party's people prepared on these subjects is done with. */
export async function removePreparations(
  trx: Kysely<Database>,
  { draft, partyId }: Voice,
  subjects: { categoryId: string | null }[],
): Promise<void> {
  await trx
    .deleteFrom("position_preparations")
    .where("draft_id", "=", draft.id)
    .where("party_id", "=", partyId)
    .where(
      "category_id",
      "in",
      subjects.map(({ categoryId }) => categoryId ?? ""),
    )
    .execute();
}
