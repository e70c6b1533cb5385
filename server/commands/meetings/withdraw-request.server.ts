import type { Outcome } from "../../../app/messages/problem";
import { notAllowed } from "../../authorize.server";
import type { Services } from "../../services";
import { queueNow, recordTurn } from "./floor.server";
import { type By, inMeeting } from "./in-meeting.server";
import { ownParticipant } from "./participant.server";

/** Takes back one's own wish to speak. One that is gone from the queue already stays gone. */
export async function withdrawRequest(
  services: Services,
  by: By,
  slug: string,
  { turn, key }: { turn: string; key: string },
): Promise<Outcome> {
  return inMeeting(
    services,
    by,
    { slug, action: "meeting.speak", key, deed: "floorWithdrawn" },
    async (at) => {
      const asked = (await queueNow(at.trx, at.meeting.id, at.row.current_item_id)).find(
        ({ turnId }) => turnId === turn,
      );
      if (!asked || asked.givenAt) return { ok: true };
      if ((await ownParticipant(at, by))?.id !== asked.participantId) throw notAllowed();
      await recordTurn(at, asked, "withdrawn");
      return { ok: true };
    },
  );
}
