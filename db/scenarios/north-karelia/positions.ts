/**
 * Positions of the demo, every one an example: the sources tell of none. Some were given on the first version's text, one
 * was told by telephone, one was changed, and Liperi has answered only where all agree: its seat has something to do.
 */
import type { PositionValue } from "../../../app/domain/positions/position";
import { subjectText } from "../../../app/domain/positions/text";
import type { Split } from "../../../app/domain/split/split";
import type { ScenarioContext } from "../scenario-context";
import { PARTIES } from "./parties";
import { VERSION_ONE, VERSION_TWO } from "./split";

interface Given {
  party: string;
  category: string | null;
  value: PositionValue;
  reason?: string;
  /** The text it was given on; the second version's when left out. */
  on?: Split;
  organ?: string;
  section?: string;
  toldBy?: string;
}

/** Every party has answered on these. */
const AGREED = ["sports", "open-meeting-places", "food-aid", "community-spirit", "events"];
/** Parties that have answered nothing else. */
const SILENT = ["liperi", "heinavesi", "maakuntaliitto"];
/** Days until the positions are due. */
const DUE_IN_DAYS = 9;
const DAY_MS = 86_400_000;

/** What is not plain support. */
const SAID: Given[] = [
  { party: "kitee", category: "sports", value: "accept" },
  { party: "lieksa", category: "food-aid", value: "accept" },
  { party: "pelastuslaitos", category: "food-aid", value: "abstain" },
  { party: "maakuntaliitto", category: "events", value: "abstain" },
  {
    ...{ party: "jane", category: "open-meeting-places", value: "support" as const },
    ...{ reason: "Avoimet paikat ovat yhdistyksille tärkeitä.", organ: "Järjestöneuvottelukunta JANE" },
  },
  {
    ...{ party: "outokumpu", category: "open-meeting-places", value: "accept" as const },
    ...{ organ: "Kunnanhallitus", section: "84 §" },
  },
  {
    ...{ party: "joensuu", category: "work-activity", value: "object" as const },
    reason: "Työtoiminta kuuluu meistä kunnan työllisyyspalveluihin.",
  },
  { party: "jane", category: "work-activity", value: "support", on: VERSION_ONE },
  { party: "kontiolahti", category: "work-activity", value: "support", on: VERSION_ONE },
  {
    ...{ party: "kitee", category: "functional-capacity", value: "reservation" as const },
    reason: "Mitä toimintakyvyn tukeminen on käytännössä?",
  },
  {
    ...{ party: "jane", category: "functional-capacity", value: "reservation" as const },
    reason: "Miten tämä eroaa työtoiminnan tukemisesta?",
  },
  {
    ...{ party: "polvijarvi", category: "spaces", value: "reservation" as const },
    reason: "Kuka maksaa tilat, kun yhdistys toimii monessa kunnassa?",
  },
  { party: "kontiolahti", category: "participation-recreation", value: "support", on: VERSION_ONE },
  { party: "outokumpu", category: "participation-recreation", value: "support", on: VERSION_ONE },
  { party: "tohmajarvi", category: "participation-recreation", value: "accept", on: VERSION_ONE },
  {
    ...{ party: "kontiolahti", category: "older-people", value: "object" as const, on: VERSION_ONE },
    reason: "Ikäihmisten toiminta on meillä iso osa kunnan avustuksia.",
  },
  {
    ...{ party: "raakkyla", category: "integration-support", value: "accept" as const },
    ...{ reason: "Kunta on pieni, ja toimintaa on vähän.", toldBy: "Rääkkylän edustaja" },
  },
  { party: "region", category: null, value: "support" },
];

/** Given first, and changed since. */
const EARLIER: Given = {
  ...{ party: "polvijarvi", category: "culture", value: "reservation" },
  reason: "Kuuluvatko kuorot tähän?",
};

/** Everything said, in the order in which it was said. */
function said(): Given[] {
  const isSaid = (party: string, category: string) =>
    SAID.some((one) => one.party === party && one.category === category);
  const onBoard = VERSION_TWO.categories.filter(({ status }) => status !== "removed").map(({ id }) => id);
  const supported = onBoard.flatMap((category) =>
    PARTIES.map(({ slug: party }) => ({ party, category })).filter(
      ({ party }) => !isSaid(party, category) && (AGREED.includes(category) || !SILENT.includes(party)),
    ),
  );
  return [EARLIER, ...supported.map((one): Given => ({ ...one, value: "support" })), ...SAID];
}

interface Written {
  draftId: string;
  /** Ids by slug, and by seat. */
  party: (slug: string) => string;
  person: (seat: string) => string;
}

/** Each is given by the seat that speaks for its party; the secretary asks, and enters what was told by telephone. */
export async function seedPositions(
  { db, now }: ScenarioContext,
  { draftId, party, person }: Written,
): Promise<void> {
  await db
    .insertInto("position_requests")
    .values({
      ...{ draft_id: draftId, asked_by: person("sihteeri"), message: "", created_at: now },
      due_on: new Date(now.getTime() + DUE_IN_DAYS * DAY_MS).toISOString().slice(0, 10),
    })
    .execute();
  await db
    .insertInto("positions")
    .values(
      said().map(({ on, category, toldBy, ...one }) => {
        const text = subjectText(on ?? VERSION_TWO, category);
        if (!text)
          throw new Error(`The scenario gives a position on ${category}, which is not on the board.`);
        return {
          ...{ draft_id: draftId, category_id: category, party_id: party(one.party), value: one.value },
          ...{ reason: one.reason ?? "", content_hash: text.hash, content: text.content },
          organ: one.organ ?? null,
          section: one.section ?? null,
          organ_date: one.organ ? now.toISOString().slice(0, 10) : null,
          told_by: toldBy ?? null,
          told_at: toldBy ? now : null,
          given_by: person(toldBy ? "sihteeri" : one.party === "region" ? "hyvinvointialue" : one.party),
          given_at: now,
          is_example: true,
        };
      }),
    )
    .execute();
}
