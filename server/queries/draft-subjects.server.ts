/** What positions on a draft are about: the one place where the two kinds of drafts differ for them (rules P4, P8). */
import type { Kysely } from "kysely";
import { type SubjectText, subjectText } from "../../app/domain/positions/text";
import type { Split } from "../../app/domain/split/split";
import type { Database } from "../../db/schema/tables";
import type { Services } from "../services";
import { liveContent } from "./live-content.server";
import type { readableDraft } from "./readable-draft.server";

type Draft = Awaited<ReturnType<typeof readableDraft>>["draft"];

/** A category's id, or null for the draft as a whole. */
export type Subject = string | null;

export interface DraftSubjects {
  /** The categories; a text has none. */
  split: Split;
  /** What the parties are asked about: "categories" of a split, or a text as a "whole". */
  asked: "categories" | "whole";
  /** The version that positions on a text are given on; null in a split, and while nothing is frozen. */
  frozen: { number: number; sha256: string } | null;
  /** The present text of a subject, computed once; null where no position can be given. */
  text: (subject: Subject) => SubjectText | null;
}

/** Positions on a split are given on its live categories. */
export function subjectsOfSplit(split: Split): DraftSubjects {
  const known = new Map<Subject, SubjectText | null>();
  const text = (subject: Subject) => {
    if (!known.has(subject)) known.set(subject, subjectText(split, subject));
    return known.get(subject) ?? null;
  };
  return { split, asked: "categories", frozen: null, text };
}

/** Positions on a text are given on its last frozen version, as a whole. */
export async function subjectsOfText(db: Kysely<Database>, draftId: string): Promise<DraftSubjects> {
  const last = await db
    .selectFrom("versions")
    .select(["number", "sha256", "content"])
    .where("draft_id", "=", draftId)
    .orderBy("number", "desc")
    .executeTakeFirst();
  return {
    split: { categories: [] },
    asked: "whole",
    frozen: last ? { number: last.number, sha256: last.sha256 } : null,
    text: (subject) => (subject === null && last ? { hash: last.sha256, content: last.content } : null),
  };
}

/** The subjects of a draft with its live content. */
export async function draftSubjects(services: Services, draft: Pick<Draft, "id" | "kind" | "documentId">) {
  const live = await liveContent(services, draft);
  const subjects =
    draft.kind === "text" ? await subjectsOfText(services.db, draft.id) : subjectsOfSplit(live.split);
  return { ...live, subjects };
}
