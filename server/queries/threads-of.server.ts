/** Threads with their comments as the viewer may see them. */
import type { Kysely } from "kysely";
import { type DocumentWords, locatePassages } from "../../app/collab/documents/text-anchors";
import { isEditable } from "../../app/domain/discussion/comment";
import { findMentions, type Mentionable } from "../../app/domain/discussion/mentions";
import type { Split } from "../../app/domain/split/split";
import type { CommentData, ThreadData, ThreadPlace } from "../../app/protocol/discussion-data";
import type { Database } from "../../db/schema/tables";

/** Which of a draft's threads. */
export type ThreadsWanted = "all" | "passages" | { categoryId: string } | { version: number };

interface Asked {
  draftId: string;
  wanted: ThreadsWanted;
  /** The live split: names of categories, and which are removed. */
  split: Split;
  /** Of a live text: to tell which passages are gone. */
  words?: DocumentWords | undefined;
  viewerId: string;
  now: Date;
  canComment: boolean;
  canEditDraft: boolean;
  known: readonly Mentionable[];
}

/** In the order they were opened. Comments in the order they were written. */
export async function threadsOf(db: Kysely<Database>, asked: Asked): Promise<ThreadData[]> {
  const threads = await readThreads(db, asked);
  const ids = threads.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [comments, events] = await Promise.all([
    readComments(db, ids),
    db
      .selectFrom("thread_events")
      .innerJoin("persons", "persons.id", "thread_events.person_id")
      .distinctOn("thread_id")
      .select(["thread_id", "kind", "persons.name", "thread_events.created_at"])
      .where("thread_id", "in", ids)
      .orderBy("thread_id")
      .orderBy("n", "desc")
      .execute(),
  ]);
  const { viewerId, canComment, canEditDraft } = asked;
  const last = new Map(events.map((event) => [event.thread_id, event]));
  return threads.map((thread) => {
    const event = last.get(thread.id);
    const said = (comments.get(thread.id) ?? []).map((comment) =>
      commentData(comment, asked, thread.read_at),
    );
    return {
      id: thread.id,
      place: placeOf(thread, asked),
      comments: said,
      resolved: event?.kind === "resolved" ? { by: event.name, at: event.created_at.toISOString() } : null,
      isUnread: said.some(({ isUnread }) => isUnread),
      canSettle: canComment && (canEditDraft || thread.opened_by === viewerId),
    };
  });
}

type ThreadRow = Awaited<ReturnType<typeof readThreads>>[number];
type CommentRow = Awaited<ReturnType<typeof readComments>> extends Map<string, (infer Row)[]> ? Row : never;

async function readThreads(db: Kysely<Database>, { draftId, wanted, viewerId }: Asked) {
  let query = db
    .selectFrom("threads as t")
    .leftJoin("versions", "versions.id", "t.subject_id")
    .leftJoin("thread_reads as r", (on) =>
      on.onRef("r.thread_id", "=", "t.id").on("r.person_id", "=", viewerId),
    )
    .select(["t.id", "t.subject_kind", "t.category_id", "t.opened_by", "r.read_at"])
    .select(["versions.number", "versions.label", "t.anchor"])
    .where("t.draft_id", "=", draftId)
    .where("t.subject_kind", "in", ["draft", "category", "version"])
    .orderBy("t.n");
  if (wanted === "passages") query = query.where("t.anchor", "is not", null);
  if (typeof wanted === "object")
    query =
      "categoryId" in wanted
        ? query.where("t.category_id", "=", wanted.categoryId)
        : query.where("t.subject_kind", "=", "version").where("versions.number", "=", wanted.version);
  return query.execute();
}

async function readComments(db: Kysely<Database>, threadIds: string[]) {
  const comments = await db
    .selectFrom("comments as c")
    .innerJoin("persons", "persons.id", "c.author_id")
    .leftJoin("parties", "parties.id", "c.party_id")
    .select(["c.id", "c.thread_id", "c.kind", "c.body", "c.author_id", "c.created_at", "c.is_example"])
    .select(["persons.name", "parties.short_name", "parties.color"])
    .where("c.thread_id", "in", threadIds)
    .orderBy("c.n")
    .execute();
  const edits = await db
    .selectFrom("comment_edits as e")
    .innerJoin("comments as c", "c.id", "e.comment_id")
    .select(["e.id", "e.comment_id", "e.body", "e.created_at"])
    .where("c.thread_id", "in", threadIds)
    .orderBy("e.n")
    .execute();
  const editsOf = groupBy(edits, ({ comment_id }) => comment_id);
  const whole = comments.map((comment) => ({ ...comment, edits: editsOf.get(comment.id) ?? [] }));
  return groupBy(whole, ({ thread_id }) => thread_id);
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function commentData(row: CommentRow, asked: Asked, readAt: Date | null): CommentData {
  const { viewerId, now, canComment, known } = asked;
  const texts = [row, ...row.edits].map(({ id, body }) => ({ id, body }));
  const { body } = texts.at(-1)!;
  const isOwn = row.author_id === viewerId;
  return {
    id: row.id,
    kind: row.kind,
    body,
    author: row.name,
    party: row.short_name,
    color: row.color,
    writtenAt: row.created_at.toISOString(),
    editedAt: row.edits.at(-1)?.created_at.toISOString() ?? null,
    earlier: texts.slice(0, -1),
    isOwn,
    canEdit: isOwn && canComment && isEditable(row.created_at, now),
    isUnread: !isOwn && (readAt === null || row.created_at > readAt),
    isExample: row.is_example,
    mentions: [
      ...new Set(findMentions(body, known).flatMap(({ name, targets }) => (targets[0] ? [name] : []))),
    ],
  };
}

function placeOf(row: ThreadRow, { split, words }: Asked): ThreadPlace {
  if (row.anchor) {
    const place = words && locatePassages(words, [[row.id, row.anchor]]).get(row.id);
    return { kind: "passage", quote: row.anchor.quote, isGone: !place };
  }
  if (row.subject_kind === "version")
    return { kind: "version", number: row.number ?? 0, label: row.label ?? "" };
  if (row.category_id === null) return { kind: "draft" };
  const category = split.categories.find(({ id }) => id === row.category_id);
  return {
    kind: "category",
    categoryId: row.category_id,
    label: category?.label ?? null,
    isRemoved: category?.status !== "active" && category?.status !== "proposedForRemoval",
  };
}
