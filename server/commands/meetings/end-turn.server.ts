import type { Outcome } from "../../../app/messages/problem";
import { loadActor, mayDo, notAllowed } from "../../authorize.server";
import type { Services } from "../../services";
import { queueNow, recordTurn } from "./floor.server";
import { type By, inMeeting } from "./in-meeting.server";
import { ownParticipant } from "./participant.server";

/** Ends a turn: one's own, or anybody's for who leads the meeting. */
export async function endTurn(
  services: Services,
  by: By,
  slug: string,
  { turn, key }: { turn: string; key: string },
): Promise<Outcome> {
  return inMeeting(services, by, { slug, action: "meeting.speak", key, deed: "floorEnded" }, async (at) => {
    const speaking = (await queueNow(at.trx, at.meeting.id, at.row.current_item_id)).find(
      ({ turnId }) => turnId === turn,
    );
    if (!speaking?.givenAt) return { ok: true };
    const isOwn = (await ownParticipant(at, by))?.id === speaking.participantId;
    const actor = await loadActor({ db: at.trx, clock: services.clock }, by.personId);
    if (!isOwn && !mayDo(actor, "meeting.lead", at.meeting)) throw notAllowed();
    await recordTurn(at, speaking, "ended");
    return { ok: true };
  });
}
