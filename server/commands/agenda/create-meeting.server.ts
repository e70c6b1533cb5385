import { meetingFlaw, type TypedMeeting } from "../../../app/domain/meetings/agenda";
import type { Outcome } from "../../../app/messages/problem";
import { mayDo, notAllowed } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { refusable } from "../statements/refusable.server";
import { tableFor } from "../tables/table-subject.server";
import { addItem } from "./add-item.server";
import { addPreviousMinutes } from "./add-previous-minutes.server";
import { agendaProblem } from "./agenda-meeting.server";
import { meetingTimes } from "./change-meeting.server";
import { insertMeeting } from "./insert-meeting.server";
import { standardItems } from "./standard-items.server";

/** Calls a meeting: a standard agenda, the last minutes on it (rule K4), and the table's people as participants. Answers its slug. */
export async function createMeeting(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  typed: TypedMeeting,
): Promise<Outcome<{ slug: string }>> {
  const { table, actor } = await tableFor(services, viewer, tableSlug, "table.read");
  if (!mayDo(actor, "meeting.prepare", table)) throw notAllowed();
  const flaw = meetingFlaw(typed);
  if (flaw) return agendaProblem(flaw);
  const now = services.clock();
  const [number, year] = [Number(typed.number), Number(typed.year)];
  const times = meetingTimes(typed);
  return refusable(services.db, async (trx): Promise<Outcome<{ slug: string }>> => {
    const added = await insertMeeting(trx, now, {
      ...{ tableId: table.tableId, number, year, ...times, place: typed.place },
      ...{ remoteLink: typed.remoteLink, isInPerson: typed.isInPerson, message: typed.message },
      createdBy: viewer.personId,
    });
    if (!added) {
      // The same form twice (a double click) leads to the one that it made.
      const twin = await trx
        .selectFrom("meetings")
        .select("slug")
        .where("table_id", "=", table.tableId)
        .where("year", "=", year)
        .where("number", "=", number)
        .where("starts_at", "=", times.startsAt)
        .where("created_by", "=", viewer.personId)
        .executeTakeFirst();
      return twin
        ? { ok: true, slug: twin.slug }
        : { ok: false, field: "number", error: "agenda.error.numberTaken" };
    }
    for (const item of standardItems())
      await addItem(trx, now, { meetingId: added.id, addedBy: viewer.personId, ...item });
    await addPreviousMinutes(trx, now, { tableId: table.tableId, addedBy: viewer.personId });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "meeting.created", subjectKind: "meeting" },
      ...{ subjectId: added.id, detail: { slug: added.slug, number, year } },
    });
    return { ok: true, slug: added.slug };
  });
}
