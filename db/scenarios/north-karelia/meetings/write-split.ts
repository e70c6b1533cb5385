/** Writes a split with its history: one update for each state, at the time it was made. */
import { randomUUID } from "node:crypto";
import { SPLIT_SCHEMA_VERSION } from "../../../../app/collab/documents/split-document";
import type { Localized } from "../../../../app/domain/languages";
import { canonicalSplit, sha256Hex } from "../../../../app/domain/split/canonical";
import type { Split } from "../../../../app/domain/split/split";
import type { BackgroundSection } from "../../../schema/tables";
import type { ScenarioContext } from "../../scenario-context";
import { logOf } from "../seed-log";

export interface SeededSplit {
  tableId: string;
  slug: string;
  title: Localized;
  sideNotes?: Record<string, Localized>;
  background: BackgroundSection[];
  /** A record of what was: nobody edits it. */
  isLocked?: boolean;
  /** In their order; each is a forward change of the one before. */
  states: { split: Split; at: Date; wishes?: { categoryId: string; wish: string }[] }[];
  /** Versions frozen at log positions. */
  versions: { seq: number; label: string; meetingDate: string | null }[];
}

export interface WrittenVersion {
  id: string;
  number: number;
  sha256: string;
  seq: number;
}

/** Answers the draft's id and its versions. */
export async function writeSplitDraft(
  { db, now }: ScenarioContext,
  seeded: SeededSplit,
  { personId }: { personId: string },
): Promise<{ draftId: string; versions: WrittenVersion[] }> {
  const { states } = seeded;
  const { id: documentId } = await db
    .insertInto("documents")
    .values({
      kind: "split",
      schema_version: SPLIT_SCHEMA_VERSION,
      last_seq: states.length,
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: draftId } = await db
    .insertInto("drafts")
    .values({
      ...{ table_id: seeded.tableId, slug: seeded.slug, kind: "split", title: JSON.stringify(seeded.title) },
      state: seeded.isLocked ? "locked" : "open",
      ...{ document_id: documentId, side_notes: JSON.stringify(seeded.sideNotes ?? {}) },
      ...{ background: JSON.stringify(seeded.background), created_by: personId },
      // After the workspace's own draft, which is what its seats lead to.
      created_at: new Date(now.getTime() + 1),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const log = logOf(states.map(({ split }) => split));
  await db
    .insertInto("document_updates")
    .values(
      log.map(({ bytes }, index) => ({
        ...{ document_id: documentId, seq: index + 1, update_id: randomUUID(), person_id: personId },
        ...{ session_id: null, origin: "seed", bytes, sha256: sha256Hex(bytes) },
        created_at: states[index]?.at ?? now,
      })),
    )
    .execute();
  const wishes = states.flatMap(({ wishes, at }, index) =>
    (wishes ?? []).map(({ categoryId, wish }) => ({
      ...{ document_id: documentId, category_id: categoryId, seq: index + 1, wish },
      ...{ author_id: personId, created_at: at },
    })),
  );
  if (wishes.length) await db.insertInto("change_remarks").values(wishes).execute();
  const versions: WrittenVersion[] = [];
  for (const [index, { seq, label, meetingDate }] of seeded.versions.entries()) {
    const content = canonicalSplit(log[seq - 1]?.split ?? { categories: [] });
    const version = { number: index + 1, seq, sha256: sha256Hex(content) };
    const { id } = await db
      .insertInto("versions")
      .values({
        ...{ ...version, draft_id: draftId, label, meeting_date: meetingDate, content },
        ...{ frozen_by: personId, frozen_at: states[seq - 1]?.at ?? now },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    versions.push({ id, ...version });
  }
  return { draftId, versions };
}
