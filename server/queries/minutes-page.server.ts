/** The page of a meeting's minutes: where they stand, what is to be looked at, and what polishing has altered. */
import type { Language, Localized } from "../../app/domain/languages";
import type { RecordKind } from "../../app/domain/meetings/meeting";
import { type MinutesRemark, minutesRemarks } from "../../app/domain/minutes/checks";
import { type EditedFact, editedFacts } from "../../app/domain/minutes/facts";
import { FACT_KINDS, type MinutesLine, minutesLines } from "../../app/domain/minutes/lines";
import type { MeetingRecord } from "../../app/domain/minutes/record";
import { blockText } from "../../app/domain/text/reading";
import type { BlockNode, TextDocument } from "../../app/domain/text/text";
import { translator } from "../../app/messages/server.server";
import { mayDo } from "../authorize.server";
import { isEdited } from "../commands/minutes/start-minutes.server";
import { minutesText } from "../export/minutes-text";
import { sentencesOf } from "../export/minutes-words";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { meetingRecord } from "./meeting-record.server";
import { isApprovedByBoth, latestApprovals, type MinutesNow, minutesNow } from "./minutes-standing.server";
import { type MeetingFacts, readableMeeting } from "./readable-meeting.server";

export interface Approval {
  role: "chair" | "secretary";
  /** ISO time; null while this text is not approved. */
  at: string | null;
  /** It was approved, and has changed since. */
  isVoid: boolean;
  mayApprove: boolean;
}

export interface MinutesPage {
  meeting: {
    slug: string;
    number: number;
    year: number;
    documentId: string;
    recordKind: RecordKind;
    table: { slug: string; name: Localized };
  };
  state: "none" | "draft" | "approved";
  /** Derived from the records, in the reader's language. */
  derived: TextDocument;
  polished: {
    draftSlug: string;
    documentId: string;
    text: TextDocument;
    hash: string;
    isEdited: boolean;
    commentUntil: string | null;
    isCommenting: boolean;
    version: number | null;
    seal: string | null;
  } | null;
  remarks: MinutesRemark[];
  edited: EditedFact[];
  approvals: Approval[];
  items: { id: string; number: number; title: Localized }[];
  parties: { slug: string; name: Localized }[];
  may: { write: boolean };
}

/** 404 for a meeting that the viewer may not read. */
export async function minutesPage(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  language: Language,
): Promise<MinutesPage> {
  const { meeting, actor } = await readableMeeting(services, viewer, slug);
  const record = await meetingRecord(services, meeting);
  const lines = minutesLines(record);
  const { t } = translator(language);
  const minutes = await minutesNow(services, meeting.id);
  const mayWrite = mayDo(actor, "minutes.write", meeting);
  const mayApprove = {
    chair: mayDo(actor, "minutes.approveAsChair", meeting),
    secretary: mayDo(actor, "minutes.approveAsSecretary", meeting),
  };
  return {
    meeting: {
      ...{ slug: meeting.slug, number: meeting.number, year: meeting.year },
      ...{ documentId: meeting.documentId, recordKind: meeting.recordKind },
      table: { slug: meeting.tableSlug, name: meeting.tableName },
    },
    state: minutes ? (minutes.approvedAt ? "approved" : "draft") : "none",
    derived: minutesText(lines, { t, language }),
    polished: minutes && (await polishedView(services, minutes)),
    remarks: minutesRemarks(record, await openDecisions(services, meeting.id)),
    edited: minutes ? editedFacts(factSentences(lines), paragraphsOf(minutes.text.content)) : [],
    approvals: minutes ? await approvalsOf(services, meeting, minutes, mayApprove) : [],
    items: record.items.map(({ id, number, title }) => ({ id, number, title })),
    parties: partiesIn(record),
    may: { write: mayWrite },
  };
}

async function polishedView(services: Services, minutes: MinutesNow): Promise<MinutesPage["polished"]> {
  const { commentUntil } = minutes;
  return {
    ...{
      draftSlug: minutes.draftSlug,
      documentId: minutes.documentId,
      text: minutes.text,
      hash: minutes.hash,
    },
    isEdited: await isEdited(services, minutes.documentId),
    commentUntil: commentUntil?.toISOString() ?? null,
    isCommenting: commentUntil !== null && commentUntil > services.clock(),
    ...{ version: minutes.version, seal: minutes.seal },
  };
}

/** Finnish sentences of the lines that tell facts: those that the polished text is held against. */
export function factSentences(lines: readonly MinutesLine[]): string[] {
  const { t } = translator("fi");
  return lines
    .filter(({ kind }) => FACT_KINDS.includes(kind))
    .flatMap((line) => sentencesOf(line, { t, language: "fi" }));
}

/** The words of every paragraph, heading and list item. */
export function paragraphsOf(blocks: readonly BlockNode[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph" || block.type === "heading") return [blockText(block)];
    return "content" in block && block.content ? paragraphsOf(block.content as BlockNode[]) : [];
  });
}

async function openDecisions({ db }: Services, meetingId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("proposed_decisions as p")
    .leftJoin("proposed_decision_ends as e", "e.proposed_decision_id", "p.id")
    .leftJoin("decisions as d", "d.proposed_decision_id", "p.id")
    .select("p.item_id")
    .where("p.meeting_id", "=", meetingId)
    .where("e.ended_at", "is", null)
    .where("d.id", "is", null)
    .execute();
  return new Set(rows.flatMap(({ item_id }) => item_id ?? []));
}

async function approvalsOf(
  { db }: Services,
  meeting: MeetingFacts,
  minutes: MinutesNow,
  may: Record<Approval["role"], boolean>,
): Promise<Approval[]> {
  const given = await latestApprovals(db, meeting.id);
  return (["chair", "secretary"] as const).map((role) => {
    const row = given.get(role);
    const isOfThis = row?.content_sha256 === minutes.hash;
    return {
      ...{ role, at: row && isOfThis ? row.approved_at.toISOString() : null },
      isVoid: row !== undefined && !isOfThis,
      // Both approved and still no seal: the sealing was cut off, and approving again finishes it.
      mayApprove:
        may[role] &&
        (!isOfThis || isApprovedByBoth(given, minutes.hash)) &&
        minutes.approvedAt === null &&
        meeting.meetingState === "closed",
    };
  });
}

function partiesIn(record: MeetingRecord): MinutesPage["parties"] {
  const parties = new Map<string, Localized>();
  for (const { party } of record.participants) if (party) parties.set(party.slug, party.name);
  return [...parties].map(([slug, name]) => ({ slug, name }));
}
