/** Who sits where in the demo. The sources name no members for the partnership table: this is an example. */
import type { Role } from "../../../app/domain/policy";
import { MUNICIPALITIES } from "./parties";

/** A table's slug. */
export type SeededTable = "kumppanuuspoyta" | "kuntayhteistyoryhma";

export interface SeededSeat {
  /** What POST /demo/sign-in calls it. */
  seat: string;
  name: string;
  party: string | null;
  role: Role;
  /** Gives the party's positions. */
  speaks: boolean;
  tables: SeededTable[];
}

const BOTH: SeededTable[] = ["kumppanuuspoyta", "kuntayhteistyoryhma"];
const PARTNERS: SeededTable[] = ["kumppanuuspoyta"];
const speaker = (seat: string, name: string, party: string, tables: SeededTable[]): SeededSeat => ({
  seat,
  name,
  party,
  role: "member",
  speaks: true,
  tables,
});

export const SEATS: SeededSeat[] = [
  ...MUNICIPALITIES.map(({ slug, genitive }) => speaker(slug, `${genitive} edustaja`, slug, BOTH)),
  {
    seat: "hyvinvointialue",
    name: "Hyvinvointialueen valmistelija",
    party: "region",
    role: "preparer",
    speaks: true,
    tables: PARTNERS,
  },
  speaker("jane", "JANEn edustaja", "jane", PARTNERS),
  speaker("pelastuslaitos", "Pelastuslaitoksen edustaja", "pelastuslaitos", PARTNERS),
  speaker("maakuntaliitto", "Maakuntaliiton edustaja", "maakuntaliitto", PARTNERS),
  {
    seat: "puheenjohtaja",
    name: "Puheenjohtaja",
    party: "joensuu",
    role: "chair",
    speaks: false,
    tables: BOTH,
  },
  { seat: "sihteeri", name: "Sihteeri", party: "region", role: "secretary", speaks: false, tables: BOTH },
  {
    seat: "tarkkailija",
    name: "Tarkkailija",
    party: null,
    role: "observer",
    speaks: false,
    tables: PARTNERS,
  },
];
