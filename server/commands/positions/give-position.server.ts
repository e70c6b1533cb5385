import type { Services } from "../../services";
import {
  type GivenPosition,
  type GivenPositions,
  type GiveOutcome,
  giveAllPositions,
} from "./give-all-positions.server";
import type { Author } from "./voice.server";

/** Gives a party's position on one category, or on the whole draft for null: see giveAllPositions. */
export async function givePosition(
  services: Services,
  author: Author,
  {
    slug,
    partyId,
    organ,
    section,
    organDate,
    ...position
  }: Omit<GivenPositions, "positions"> & GivenPosition,
): Promise<GiveOutcome> {
  const given = { slug, partyId, positions: [position], organ, section, organDate };
  const [outcome] = await giveAllPositions(services, author, given);
  return outcome!;
}
