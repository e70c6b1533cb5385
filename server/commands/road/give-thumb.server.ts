import { takesThumbs } from "../../../app/domain/road/road";
import type { Outcome } from "../../../app/messages/problem";
import { mayDo, notAllowed, notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { momentOf } from "../../finnish-day.server";
import { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { stepOnRoad } from "./step-on-road.server";

/** A party's thumb in a round of thumbs (rule W3): by who gives its word, while the round has no outcome. The same twice stands once. */
export async function giveThumb(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  { step, party, thumb }: { step: string; party: string; thumb: string },
): Promise<Outcome> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  if (!mayDo(actor, "position.give", { ...draft, partyId: party })) throw notAllowed();
  if (thumb !== "up" && thumb !== "down") return { ok: false, field: "thumb", error: "road.error.noThumb" };
  const isUp = thumb === "up";
  const outcome = await services.db.transaction().execute(async (trx): Promise<Outcome> => {
    const row = await stepOnRoad(trx, draft.id, step);
    if (row.kind !== "thumbsUp") throw notFound();
    const ended = await trx
      .selectFrom("road_outcomes")
      .select("state")
      .where("step_id", "=", step)
      .orderBy("n", "desc")
      .executeTakeFirst();
    const facts = { ...row, outcome: ended?.state ?? null, meetingState: null };
    if (!takesThumbs(facts, momentOf(services.clock())))
      return { ok: false, field: "thumb", error: "road.error.roundEnded" };
    const latest = await trx
      .selectFrom("road_thumbs")
      .select("is_up")
      .where("step_id", "=", step)
      .where("party_id", "=", party)
      .orderBy("n", "desc")
      .executeTakeFirst();
    if (latest?.is_up === isUp) return { ok: true };
    await trx
      .insertInto("road_thumbs")
      .values({
        ...{ step_id: step, party_id: party, is_up: isUp },
        ...{ given_by: viewer.personId, given_at: services.clock() },
      })
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "road.thumbGiven", subjectKind: "draft" },
      ...{ subjectId: draft.id, detail: { step, partyId: party, isUp } },
    });
    return { ok: true };
  });
  if (outcome.ok) services.documents.publish(draft.documentId, "decisions");
  return outcome;
}
