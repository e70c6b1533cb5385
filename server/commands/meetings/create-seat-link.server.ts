import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import { createToken, hashToken } from "../../tokens.server";
import type { By } from "./in-meeting.server";
import { permittedMeeting } from "./permitted-meeting.server";

/** A seat on a telephone lives so long at most; it ends with the meeting. Hours. */
export const SEAT_LINK_HOURS = 24;
const HOUR = 3_600_000;

/** A link to one's own seat in an open meeting. An earlier one of the same person is closed: one code, one telephone. Answers its token. */
export async function createSeatLink(services: Services, by: By, slug: string): Promise<string> {
  const { meeting } = await permittedMeeting(services, by, slug, "meeting.attend");
  const now = services.clock();
  const token = createToken();
  await services.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("seat_links")
      .set({ revoked_at: now })
      .where("meeting_id", "=", meeting.id)
      .where("person_id", "=", by.personId)
      .where("revoked_at", "is", null)
      .execute();
    await trx
      .insertInto("seat_links")
      .values({
        ...{ token_hash: hashToken(token), meeting_id: meeting.id, person_id: by.personId },
        ...{ created_at: now, expires_at: new Date(now.getTime() + SEAT_LINK_HOURS * HOUR) },
      })
      .execute();
    await recordAudit(trx, {
      ...{ personId: by.personId, action: "meeting.seatLinkMade", subjectKind: "meeting" },
      ...{ subjectId: meeting.id, detail: {} },
    });
  });
  return token;
}
