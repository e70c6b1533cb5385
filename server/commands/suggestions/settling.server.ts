/** What accepting, declining and withdrawing share: one at a time, and each suggestion once (rule G3). */
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import type { Refused } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { notFound } from "../../authorize.server";
import { tell } from "../../events/tell.server";
import { seatedAt } from "../../queries/party-people.server";
import type { Services } from "../../services";
import type { TalkDraft } from "../discussion/talk-draft.server";

/** A suggestion as its row says. */
export type SuggestionRow = Awaited<ReturnType<typeof suggestionOf>>;
export type Fate = "accepted" | "declined" | "withdrawn";

/** Keeps the key of this lock apart from others made of ids. */
const LOCK_SEED = 7_301;
const TRIES_MAX = 20;
const BETWEEN_TRIES_MS = 100;

/** A suggestion of this draft. 404 for any other. */
export async function suggestionOf({ db }: Pick<Services, "db">, draft: { id: string }, id: string) {
  const row = await db
    .selectFrom("suggestions as s")
    .innerJoin("persons", "persons.id", "s.author_id")
    .leftJoin("parties", "parties.id", "s.party_id")
    .select(["s.id", "s.kind", "s.category_id as categoryId", "s.change", "s.content_hash as contentHash"])
    .select(["s.author_id as authorId", "persons.name as author", "parties.short_name as party"])
    .where("s.id", "=", id)
    .where("s.draft_id", "=", draft.id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/**
 * Runs `settle` in a transaction while nobody else settles a suggestion of this draft. Refused as a value when the
 * suggestion was settled already, naming who did, and when the lock does not come.
 */
export function settleOnce<T extends object>(
  services: Services,
  draft: TalkDraft,
  suggestion: SuggestionRow,
  settle: (trx: Kysely<Database>) => Promise<({ ok: true } & T) | Refused>,
): Promise<({ ok: true } & T) | Refused> {
  return settlingAlone(services, draft, async (trx) => {
    const settled = await trx
      .selectFrom("suggestion_fates as f")
      .innerJoin("persons", "persons.id", "f.decided_by")
      .select(["f.fate", "persons.name"])
      .where("f.suggestion_id", "=", suggestion.id)
      .executeTakeFirst();
    if (!settled) return settle(trx);
    const values = { name: settled.name };
    return { ok: false as const, error: `suggestions.error.${settled.fate}` as const, values };
  });
}

/**
 * One settling of a draft at a time. Who waits for the lock holds no connection, because what the holder does with the
 * live document needs another one. Refused as a value when the lock does not come.
 */
export async function settlingAlone<T extends object>(
  services: Services,
  draft: { id: string },
  settle: (trx: Kysely<Database>) => Promise<({ ok: true } & T) | Refused>,
): Promise<({ ok: true } & T) | Refused> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const answer = await services.db.transaction().execute(async (trx) => {
      const key = sql`hashtextextended(${draft.id}::text, ${sql.lit(LOCK_SEED)})`;
      const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${key}) as held`.execute(
        trx,
      );
      return rows[0]?.held ? settle(trx) : null;
    });
    if (answer) return answer;
    await sleep(BETWEEN_TRIES_MS);
  }
  return { ok: false, error: "suggestions.error.busy" };
}

/** Writes the fate and tells the author, who is not told of what they did themselves. */
export async function writeFate(
  trx: Kysely<Database>,
  now: Date,
  { draft, suggestion }: { draft: TalkDraft; suggestion: SuggestionRow },
  fate: { fate: Fate; by: string; reason?: string; categoryId?: string | null; seq?: number },
): Promise<void> {
  await trx
    .insertInto("suggestion_fates")
    .values({
      ...{ suggestion_id: suggestion.id, fate: fate.fate, reason: fate.reason ?? "", decided_by: fate.by },
      ...{ category_id: fate.categoryId ?? null, seq: fate.seq ?? null, created_at: now },
    })
    .execute();
  if (fate.fate === "withdrawn") return;
  const seated = await seatedAt(trx, draft.tableId, now);
  const author = seated.find(({ personId }) => personId === suggestion.authorId);
  await tell(trx, now, {
    ...{ kind: "suggestionSettled", tableId: draft.tableId, to: author ? [author.personId] : [] },
    ...{ actorId: fate.by, draftId: draft.id, categoryId: suggestion.categoryId ?? fate.categoryId ?? null },
    ...{ subjectId: suggestion.id, detail: { fate: fate.fate }, key: `suggestion:${suggestion.id}:settled` },
  });
}
