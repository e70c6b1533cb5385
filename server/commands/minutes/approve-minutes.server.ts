/** Chair and secretary approve the same text; then it is frozen, locked and sealed into the table's chain (rule M4). */
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { MinutesContent } from "../../../app/domain/decisions/seal";
import { meetingNumber } from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import { translator } from "../../../app/messages/server.server";
import type { Database } from "../../../db/schema/tables";
import { recordAudit } from "../../events/record-audit.server";
import { dayOf } from "../../finnish-day.server";
import {
  isApprovedByBoth,
  latestApprovals,
  type MinutesNow,
  minutesNow,
} from "../../queries/minutes-standing.server";
import type { MeetingFacts } from "../../queries/readable-meeting.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { lockMeeting } from "../agenda/agenda-meeting.server";
import { keyOf } from "../agenda/key.server";
import { sealIntoChain } from "../decisions/seal-into-chain.server";
import { sealedPerson } from "../decisions/sealed-person.server";
import { freezePermitted } from "../drafts/freeze-version.server";
import { permittedMeeting } from "../meetings/permitted-meeting.server";
import { tellTable } from "./tell-table.server";

export type ApprovingRole = "chair" | "secretary";

export interface GivenApproval {
  role: ApprovingRole;
  /** The hash of the text that the form showed. */
  shownHash: string;
  /** Approves although the time for comments is not over. */
  isConfirmed: boolean;
  key: string;
}

/** The hash names what is approved: of a text that changed since, nothing is approved. The second approval of one text seals it. */
export async function approveMinutes(
  services: Services,
  viewer: Viewer,
  slug: string,
  { role, shownHash, isConfirmed, key: given }: GivenApproval,
): Promise<Outcome> {
  const action = role === "chair" ? "minutes.approveAsChair" : "minutes.approveAsSecretary";
  const { meeting } = await permittedMeeting(services, viewer, slug, action);
  const now = services.clock();
  const minutes = await minutesNow(services, meeting.id);
  if (!minutes) return { ok: false, error: "minutes.error.notStarted" };
  if (minutes.approvedAt) return { ok: true };
  if (meeting.meetingState !== "closed") return { ok: false, error: "minutes.error.notClosed" };
  if (minutes.suggestions > 0)
    return { ok: false, error: "minutes.error.suggestions", values: { count: minutes.suggestions } };
  if (minutes.hash !== shownHash) return { ok: false, error: "minutes.error.changed" };
  if (minutes.commentUntil && minutes.commentUntil > now && !isConfirmed)
    return { ok: false, field: "confirmed", error: "minutes.error.commenting" };
  const key = keyOf(given) ?? randomUUID();
  await services.db.transaction().execute(async (trx) => {
    await lockMeeting(trx, meeting.id);
    const row = await trx
      .insertInto("minutes_approvals")
      .values({
        ...{ meeting_id: meeting.id, role, content_sha256: shownHash, approved_by: viewer.personId },
        ...{ approved_at: now, key },
      })
      .onConflict((conflict) => conflict.columns(["meeting_id", "key"]).doNothing())
      .returning("role")
      .executeTakeFirst();
    if (row)
      await recordAudit(trx, {
        ...{ personId: viewer.personId, action: "minutes.approved", subjectKind: "meeting" },
        ...{ subjectId: meeting.id, detail: { role, sha256: shownHash } },
      });
  });
  const outcome = await sealApproved(services, viewer, meeting, minutes);
  services.documents.publish(meeting.documentId, "meeting");
  services.documents.publish(minutes.documentId, "draft");
  await services.documents.recheckAccess(minutes.documentId);
  return outcome;
}

/**
 * Seals the text once both have approved it. Looks only after the approval is committed: of two approvals in the same moment
 * the later one sees both, and who approves again finishes what was cut off.
 */
async function sealApproved(
  services: Services,
  viewer: Viewer,
  meeting: MeetingFacts,
  minutes: MinutesNow,
): Promise<Outcome> {
  if (!isApprovedByBoth(await latestApprovals(services.db, meeting.id), minutes.hash)) return { ok: true };
  const version = await frozen(services, viewer, minutes, meeting);
  if (!version.ok) return version;
  return services.db.transaction().execute(async (trx): Promise<Outcome> => {
    await lockMeeting(trx, meeting.id);
    const done = await trx
      .selectFrom("approved_minutes")
      .select("meeting_id")
      .where("meeting_id", "=", meeting.id)
      .executeTakeFirst();
    const approvals = await latestApprovals(trx, meeting.id);
    if (!done && isApprovedByBoth(approvals, minutes.hash))
      await seal(trx, meeting, { draftSlug: minutes.draftSlug, ...version }, services.clock());
    return { ok: true };
  });
}

type Version = { id: string; number: number; sha256: string };

/** The frozen version that says exactly what was approved: the last one, or a new one. */
async function frozen(
  services: Services,
  viewer: Viewer,
  minutes: MinutesNow,
  meeting: MeetingFacts,
): Promise<Outcome<Version>> {
  const last = () =>
    services.db
      .selectFrom("versions")
      .select(["id", "number", "sha256"])
      .where("draft_id", "=", minutes.draftId)
      .orderBy("number", "desc")
      .executeTakeFirst();
  const before = await last();
  if (before?.sha256 === minutes.hash) return { ok: true, ...before };
  const label = translator("fi").t(`minutes.text.title.${meeting.recordKind}`, {
    number: meetingNumber(meeting),
  });
  const draft = { id: minutes.draftId, documentId: minutes.documentId, kind: "text" as const };
  const day = dayOf(meeting.openedAt ?? meeting.startsAt);
  const made = await freezePermitted(services, viewer, draft, { label, meetingDate: day });
  if (!made.ok) return { ok: false, error: "minutes.error.notFreezable" };
  const after = await last();
  // Somebody typed between the look and the freezing: what was frozen is not what was approved.
  return after?.sha256 === minutes.hash
    ? { ok: true, ...after }
    : { ok: false, error: "minutes.error.changed" };
}

async function seal(
  trx: Transaction<Database>,
  meeting: MeetingFacts,
  version: Version & { draftSlug: string },
  now: Date,
): Promise<void> {
  const approvals = await latestApprovals(trx, meeting.id);
  const people: MinutesContent["approvals"] = [];
  for (const [role, row] of approvals) {
    const of = { tableId: meeting.tableId, personId: row.approved_by, role, at: row.approved_at };
    people.push({ ...(await sealedPerson(trx, of)), approvedAt: row.approved_at.toISOString() });
  }
  const content: MinutesContent = {
    kind: "minutes",
    meeting: { slug: meeting.slug, number: meetingNumber(meeting) },
    table: { slug: meeting.tableSlug, name: meeting.tableName.fi },
    frozenVersion: { draft: version.draftSlug, number: version.number, sha256: version.sha256 },
    ...{ approvals: people, approvedAt: now.toISOString(), isExample: meeting.isExample },
  };
  const { id } = await sealIntoChain(trx, { id: meeting.tableId, slug: meeting.tableSlug }, content, now);
  await trx
    .insertInto("approved_minutes")
    .values({ meeting_id: meeting.id, version_id: version.id, seal_id: id, approved_at: now })
    .execute();
  await tellTable(trx, now, meeting, { kind: "minutesApproved", actorId: null, key: id });
  await trx.updateTable("drafts").set({ state: "locked" }).where("slug", "=", version.draftSlug).execute();
}
