import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import { momentAt } from "../../finnish-day.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedMeeting } from "../meetings/permitted-meeting.server";
import { tellTable } from "./tell-table.server";

/** Until when participants comment on the minutes: a day and HH:MM in Finland. The table hears of it. */
export async function setCommentTime(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  { on, at }: { on: string; at: string },
): Promise<Outcome> {
  const { meeting } = await permittedMeeting(services, viewer, slug, "minutes.write");
  const until = momentAt(on, at || "16:00");
  if (!until || until <= services.clock()) return { ok: false, field: "on", error: "minutes.error.noDay" };
  return services.db.transaction().execute(async (trx): Promise<Outcome> => {
    const row = await trx
      .updateTable("meeting_minutes")
      .set({ comment_until: until })
      .where("meeting_id", "=", meeting.id)
      .returning("meeting_id")
      .executeTakeFirst();
    if (!row) return { ok: false, error: "minutes.error.notStarted" };
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "minutes.commentTimeSet", subjectKind: "meeting" },
      ...{ subjectId: meeting.id, detail: { until: until.toISOString() } },
    });
    await tellTable(trx, services.clock(), meeting, {
      ...{ kind: "minutesForComment", actorId: viewer.personId },
      ...{ key: until.toISOString(), detail: { commentUntil: until.toISOString() } },
    });
    return { ok: true };
  });
}
