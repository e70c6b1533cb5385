/** The party for which a viewer sits at a draft's table. */
import type { Actor } from "../../app/domain/policy";
import { mayDo } from "../authorize.server";
import type { TableParty } from "./party-people.server";
import type { readableDraft } from "./readable-draft.server";

type Draft = Awaited<ReturnType<typeof readableDraft>>["draft"];

/** The one they speak for before one that they only prepare for; null for who sits for none. */
export function ownParty(actor: Actor, draft: Draft, parties: TableParty[], partyId?: string) {
  const seats = actor.seats.filter(
    (seat) => seat.tableId === draft.tableId && (partyId === undefined || seat.partyId === partyId),
  );
  const seat = seats.find(({ partyId, speaks }) => partyId && speaks) ?? seats.find((s) => s.partyId);
  const party = parties.find(({ id }) => id === seat?.partyId);
  // An observer sits for nobody, in whichever state the draft is.
  if (!party || !mayDo(actor, "position.prepare", { ...draft, state: "open", partyId: party.id }))
    return null;
  const subject = { ...draft, partyId: party.id };
  return {
    party,
    maySpeak: mayDo(actor, "position.give", subject),
    mayPrepare: mayDo(actor, "position.prepare", subject),
  };
}
