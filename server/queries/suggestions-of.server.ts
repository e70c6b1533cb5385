/** A draft's suggestions as the viewer may see them. */
import type { Kysely } from "kysely";
import type { Actor } from "../../app/domain/policy";
import { categoryContentHash } from "../../app/domain/split/canonical";
import type { Split } from "../../app/domain/split/split";
import { textOfCategory } from "../../app/domain/suggestions";
import type { SuggestionData } from "../../app/protocol/suggestions-data";
import type { Database } from "../../db/schema/tables";
import { mayDo } from "../authorize.server";
import type { readableDraft } from "./readable-draft.server";

type Draft = Awaited<ReturnType<typeof readableDraft>>["draft"];

interface Asked {
  draft: Draft;
  actor: Actor;
  split: Split;
  /** Of one category only. */
  categoryId?: string;
}

/** The newest first. */
export async function suggestionsOf(
  db: Kysely<Database>,
  { draft, actor, split, categoryId }: Asked,
): Promise<SuggestionData[]> {
  let query = db
    .selectFrom("suggestions as s")
    .innerJoin("persons as author", "author.id", "s.author_id")
    .leftJoin("parties", "parties.id", "s.party_id")
    .leftJoin("suggestion_fates as f", "f.suggestion_id", "s.id")
    .leftJoin("persons as decider", "decider.id", "f.decided_by")
    .select(["s.id", "s.kind", "s.category_id", "s.change", "s.content_hash", "s.reason", "s.author_id"])
    .select(["s.created_at", "s.is_example", "author.name as author", "parties.short_name", "parties.color"])
    .select(["f.fate", "f.reason as answer", "f.seq", "f.category_id as made", "f.created_at as settled_at"])
    .select("decider.name as decider")
    .where("s.draft_id", "=", draft.id)
    .orderBy("s.n", "desc");
  if (categoryId !== undefined)
    query = query.where((w) =>
      w.or([w("s.category_id", "=", categoryId), w("f.category_id", "=", categoryId)]),
    );
  const canSettle = mayDo(actor, "draft.edit", draft);
  const categories = new Map(split.categories.map((category) => [category.id, category]));
  return (await query.execute()).map((row) => {
    const category = row.category_id === null ? undefined : categories.get(row.category_id);
    const now = category ? { ...textOfCategory(category), hash: categoryContentHash(category) } : null;
    const { base = null, ...change } = row.change;
    return {
      ...{ id: row.id, kind: row.kind, categoryId: row.category_id ?? row.made, change, base, now },
      ...{ hasChanged: row.category_id !== null && now?.hash !== row.content_hash, reason: row.reason },
      ...{ author: row.author, party: row.short_name, color: row.color, isExample: row.is_example },
      writtenAt: row.created_at.toISOString(),
      fate: row.fate && {
        ...{ fate: row.fate, reason: row.answer ?? "", by: row.decider ?? "", seq: row.seq },
        at: row.settled_at?.toISOString() ?? "",
      },
      canSettle: canSettle && row.fate === null,
      canWithdraw: row.fate === null && row.author_id === actor.personId,
    };
  });
}
