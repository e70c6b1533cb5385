/** What notifications speak of: names and addresses of the rows that they name by id, for the page and for mail. */

import type { ParseKeys } from "i18next";
import type { Kysely } from "kysely";
import { inLanguage, type Language, type Localized } from "../../app/domain/languages";
import { meetingNumber } from "../../app/domain/meetings/meeting";
import type { NotificationKind } from "../../app/domain/notifications";
import { finnishDay } from "../../app/domain/notifications/digest-time";
import { paths } from "../../app/paths";
import type { Database } from "../../db/schema/tables";
import type { CalendarMeeting } from "../export/meeting-ics.server";

/** One notification with the facts that its words need. */
export interface ToldItem {
  id: string;
  personId: string;
  kind: NotificationKind;
  createdAt: Date;
  readAt: Date | null;
  table: { id: string; slug: string; name: Localized };
  draft: { id: string; slug: string; title: Localized } | null;
  categoryId: string | null;
  subjectId: string | null;
  actor: string | null;
  party: { id: string; slug: string; name: Localized } | null;
  round: { id: string; slug: string; title: string } | null;
  meeting: CalendarMeeting | null;
  /** YYYY-MM-DD: the request's, the round's or the extended one, or the last day for comments. */
  dueOn: string | null;
  /** What the asker wrote. */
  message: string;
  detail: Record<string, unknown>;
}

/** With every fact joined; the caller narrows it to its rows. */
export function toldItems(db: Kysely<Database>) {
  return db
    .selectFrom("notifications as n")
    .innerJoin("tables as t", "t.id", "n.table_id")
    .leftJoin("drafts as d", "d.id", "n.draft_id")
    .leftJoin("persons as a", "a.id", "n.actor_id")
    .leftJoin("parties as p", "p.id", "n.party_id")
    .leftJoin("position_requests as q", "q.id", "n.subject_id")
    .leftJoin("statements as s", "s.id", "n.subject_id")
    .leftJoin("proposed_changes as c", "c.id", "n.subject_id")
    .leftJoin("statements as cs", "cs.id", "c.statement_id")
    .leftJoin("statement_rounds as r", (on) =>
      on.on((w) =>
        w.or([
          w("r.id", "=", w.ref("n.subject_id")),
          w("r.id", "=", w.ref("s.round_id")),
          w("r.id", "=", w.ref("cs.round_id")),
        ]),
      ),
    )
    .leftJoin("meetings as m", "m.id", "n.subject_id")
    .leftJoin("round_recipients as rr", (on) =>
      on.onRef("rr.round_id", "=", "r.id").onRef("rr.party_id", "=", "n.party_id"),
    )
    .select([
      ...(["n.id", "n.n", "n.person_id", "n.kind", "n.created_at", "n.read_at", "n.detail"] as const),
      ...(["n.category_id", "n.subject_id", "t.id as table_id", "t.slug as table_slug"] as const),
      ...([
        "t.name as table_name",
        "d.id as draft_id",
        "d.slug as draft_slug",
        "d.title as draft_title",
      ] as const),
      ...(["a.name as actor", "p.id as party_id", "p.slug as party_slug", "p.name as party_name"] as const),
      ...(["q.due_on as asked_due", "q.message", "r.id as round_id", "r.slug as round_slug"] as const),
      ...(["r.title as round_title", "r.due_on as round_due", "rr.let_in_until"] as const),
      ...(["m.id as meeting_id", "m.slug as meeting_slug", "m.number", "m.year", "m.starts_at"] as const),
      ...(["m.ends_at", "m.place", "m.remote_link", "m.is_in_person", "m.revision"] as const),
      ...([
        "m.state as meeting_state",
        "m.message as meeting_message",
        "m.created_at as meeting_made",
      ] as const),
    ]);
}

type ToldRow = Awaited<ReturnType<ReturnType<typeof toldItems>["execute"]>>[number];

export function toldItem(row: ToldRow): ToldItem {
  return {
    ...{
      id: row.id,
      personId: row.person_id,
      kind: row.kind,
      createdAt: row.created_at,
      readAt: row.read_at,
    },
    table: { id: row.table_id, slug: row.table_slug, name: row.table_name },
    draft:
      row.draft_id && row.draft_slug && row.draft_title
        ? { id: row.draft_id, slug: row.draft_slug, title: row.draft_title }
        : null,
    ...{ categoryId: row.category_id, subjectId: row.subject_id, actor: row.actor },
    party:
      row.party_id && row.party_slug && row.party_name
        ? { id: row.party_id, slug: row.party_slug, name: row.party_name }
        : null,
    round:
      row.round_id && row.round_slug
        ? { id: row.round_id, slug: row.round_slug, title: row.round_title ?? "" }
        : null,
    meeting: meetingOf(row),
    dueOn: row.asked_due ?? row.let_in_until ?? row.round_due ?? commentDay(row.detail),
    message: row.message ?? "",
    detail: row.detail,
  };
}

/** The last day for comments on minutes. */
const commentDay = ({ commentUntil }: Record<string, unknown>): string | null =>
  typeof commentUntil === "string" ? finnishDay(new Date(commentUntil)) : null;

function meetingOf(row: ToldRow): CalendarMeeting | null {
  if (!row.meeting_id || !row.starts_at) return null;
  return {
    ...{ id: row.meeting_id, slug: row.meeting_slug!, number: row.number!, year: row.year! },
    ...{ startsAt: row.starts_at, endsAt: row.ends_at, place: row.place!, remoteLink: row.remote_link! },
    ...{ isInPerson: row.is_in_person!, message: row.meeting_message!, state: row.meeting_state! },
    ...{ revision: row.revision!, createdAt: row.meeting_made!, tableName: row.table_name },
  };
}

/** Where a notification leads. */
export function pathOfItem({
  kind,
  draft,
  round,
  meeting,
  party,
  table,
  categoryId,
  subjectId,
  detail,
}: ToldItem): string {
  const comment = typeof detail.commentId === "string" ? detail.commentId : undefined;
  if (round)
    return party && kind !== "proposedChangeAnswered"
      ? paths.statement(round.slug, party.slug)
      : paths.round(round.slug);
  if (meeting)
    return kind === "minutesForComment" || kind === "minutesApproved"
      ? paths.minutes(meeting.slug)
      : paths.agenda(meeting.slug);
  if (subjectId && (kind === "decisionAsked" || kind === "decisionStated"))
    return paths.proposedDecision(subjectId);
  if (!draft) return paths.table(table.slug);
  switch (kind) {
    case "positionsAsked":
    case "positionTold":
      return paths.givePositions(draft.slug, categoryId ?? undefined);
    case "mention":
    case "reply":
      return paths.discussion(draft.slug, comment);
    case "suggestionMade":
    case "suggestionSettled":
      return paths.suggestions(draft.slug, subjectId ?? undefined);
    default:
      return paths.draft(draft.slug);
  }
}

/** The sentence: its key and what it needs, in the reader's language. */
export function wordsOfItem(item: ToldItem, language: Language, someone: string) {
  const name = (text: Localized | undefined) => (text ? inLanguage(text, language) : "");
  return {
    key: `notifications.kinds.${item.kind}` as ParseKeys,
    values: {
      // The words differ for a memo and for minutes.
      ...(typeof item.detail.recordKind === "string" && { context: item.detail.recordKind }),
      draft: name(item.draft?.title) || name(item.table.name),
      round: item.round?.title ?? name(item.table.name),
      actor: item.actor ?? someone,
      party: name(item.party?.name),
      meeting: item.meeting ? meetingNumber(item.meeting) : "",
      table: name(item.table.name),
    },
  };
}
