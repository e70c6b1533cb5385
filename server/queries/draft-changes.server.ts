/** How much of drafts has changed since somebody saw them, never counting one's own: change events of splits, editing of texts. */
import type { Kysely } from "kysely";
import type { Localized } from "../../app/domain/languages";
import type { Database } from "../../db/schema/tables";
import { textsEditedSinceVisit } from "./text-spells.server";

export interface ChangedDraft {
  tableId: string;
  slug: string;
  title: Localized;
  /** Log position of the last visit: the difference is from there. */
  sinceSeq: number;
  changes: number;
}

export interface SinceVisit {
  /** Log position of the last visit; 0 when nothing has changed. */
  sinceSeq: number;
  changes: number;
  /** Ids of the categories that they are about. */
  changed: string[];
}

/** Drafts that the person has visited before and that others have changed since. Last changed first. */
export async function changedSinceVisit(
  db: Kysely<Database>,
  personId: string,
  tableIds: string[],
): Promise<ChangedDraft[]> {
  if (tableIds.length === 0) return [];
  const rows = await db
    .selectFrom("draft_visits as v")
    .innerJoin("drafts as d", "d.id", "v.draft_id")
    .innerJoin("change_events as e", "e.document_id", "d.document_id")
    .select(["d.table_id", "d.slug", "d.title", "v.seq"])
    .select((s) => s.fn.countAll<number>().as("changes"))
    .where("v.person_id", "=", personId)
    .where("d.table_id", "in", tableIds)
    .where("d.state", "!=", "archived")
    .whereRef("e.last_seq", ">", "v.seq")
    .where("e.person_id", "!=", personId)
    .groupBy(["d.id", "v.seq"])
    .select((s) => s.fn.max("e.ended_at").as("last"))
    .execute();
  const splits = rows.map((row) => ({
    tableId: row.table_id,
    slug: row.slug,
    title: row.title,
    sinceSeq: Number(row.seq),
    changes: Number(row.changes),
    last: row.last,
  }));
  const texts = await textsEditedSinceVisit(db, personId, { tableIds });
  return [...splits, ...texts]
    .sort((a, b) => b.last.getTime() - a.last.getTime())
    .map(({ tableId, slug, title, sinceSeq, changes }) => ({ tableId, slug, title, sinceSeq, changes }));
}

/** What others have changed in one draft since the person saw it: how much, in which categories, and from where. */
export async function draftSinceVisit(
  db: Kysely<Database>,
  personId: string,
  draft: { id: string; documentId: string },
): Promise<SinceVisit> {
  const rows = await db
    .selectFrom("draft_visits as v")
    .innerJoin("change_events as e", (on) =>
      on.on("e.document_id", "=", draft.documentId).onRef("e.last_seq", ">", "v.seq"),
    )
    .select(["e.category_id as categoryId", "v.seq"])
    .where("v.person_id", "=", personId)
    .where("v.draft_id", "=", draft.id)
    .where("e.person_id", "!=", personId)
    .execute();
  const [text] = rows.length > 0 ? [] : await textsEditedSinceVisit(db, personId, { draftId: draft.id });
  return {
    sinceSeq: Number(rows[0]?.seq ?? text?.sinceSeq ?? 0),
    changes: rows.length + (text?.changes ?? 0),
    changed: [...new Set(rows.map(({ categoryId }) => categoryId))],
  };
}

/**
 * Changes of a person's drafts for a morning's mail: by others, made after the last digest (or after the seat began)
 * and until this one, and not yet seen.
 */
export async function changedForDigest(
  db: Kysely<Database>,
  personId: string,
  tableIds: string[],
  after: Date | null,
  until: Date,
): Promise<ChangedDraft[]> {
  if (tableIds.length === 0) return [];
  const rows = await db
    .selectFrom("drafts as d")
    .innerJoin("change_events as e", "e.document_id", "d.document_id")
    .leftJoin("draft_visits as v", (on) =>
      on.onRef("v.draft_id", "=", "d.id").on("v.person_id", "=", personId),
    )
    .select(["d.table_id", "d.slug", "d.title"])
    .select((s) => [
      s.fn.countAll<number>().as("changes"),
      s.fn.coalesce("v.seq", s.fn.min(s("e.first_seq", "-", 1))).as("seq"),
    ])
    .where("d.table_id", "in", tableIds)
    .where("d.state", "!=", "archived")
    .where("e.person_id", "!=", personId)
    .where("e.ended_at", "<=", until)
    .where((w) =>
      after
        ? w("e.ended_at", ">", after)
        : w(
            "e.ended_at",
            ">",
            w
              .selectFrom("memberships as m")
              .select((s) => s.fn.min("m.starts_at").as("began"))
              .where("m.person_id", "=", personId)
              .whereRef("m.table_id", "=", "d.table_id"),
          ),
    )
    .where((w) => w.or([w("v.seq", "is", null), w("e.last_seq", ">", w.ref("v.seq"))]))
    .groupBy(["d.id", "v.seq"])
    .orderBy("d.created_at")
    .execute();
  return rows.map((row) => ({
    tableId: row.table_id,
    slug: row.slug,
    title: row.title,
    sinceSeq: Number(row.seq),
    changes: Number(row.changes),
  }));
}
