/** The parties of North Karelia's partnership table, in the order the source lists them. */
import type { Localized } from "../../../app/domain/languages";
import type { PartyKind } from "../../schema/tables";

export const REGION = {
  slug: "pohjois-karjala",
  name: { fi: "Pohjois-Karjala", sv: "Norra Karelen", en: "North Karelia" },
} satisfies { slug: string; name: Localized };

export interface SeededParty {
  slug: string;
  kind: PartyKind;
  name: Localized;
  genitive: string;
  shortName: string;
  color: number;
}

const municipality = (
  slug: string,
  fi: string,
  genitive: string,
  sv: string,
  color: number,
): SeededParty => ({
  slug,
  kind: "municipality",
  name: { fi, sv, en: fi },
  genitive,
  shortName: fi,
  color,
});

export const PARTIES: SeededParty[] = [
  municipality("joensuu", "Joensuu", "Joensuun", "Joensuu", 2),
  municipality("ilomantsi", "Ilomantsi", "Ilomantsin", "Ilomants", 6),
  municipality("polvijarvi", "Polvijärvi", "Polvijärven", "Polvijärvi", 7),
  municipality("liperi", "Liperi", "Liperin", "Libelits", 1),
  municipality("lieksa", "Lieksa", "Lieksan", "Lieksa", 5),
  municipality("kitee", "Kitee", "Kiteen", "Kides", 3),
  municipality("outokumpu", "Outokumpu", "Outokummun", "Outokumpu", 4),
  municipality("tohmajarvi", "Tohmajärvi", "Tohmajärven", "Tohmajärvi", 10),
  municipality("heinavesi", "Heinävesi", "Heinäveden", "Heinävesi", 11),
  municipality("raakkyla", "Rääkkylä", "Rääkkylän", "Bräkylä", 9),
  municipality("kontiolahti", "Kontiolahti", "Kontiolahden", "Kontiolax", 8),
  {
    slug: "region",
    kind: "region",
    name: {
      fi: "Pohjois-Karjalan hyvinvointialue",
      sv: "Norra Karelens välfärdsområde",
      en: "Wellbeing Services County of North Karelia",
    },
    genitive: "Pohjois-Karjalan hyvinvointialueen",
    shortName: "Hyvinvointialue",
    color: 0,
  },
  {
    slug: "jane",
    kind: "associationCouncil",
    name: {
      fi: "Järjestöneuvottelukunta JANE",
      sv: "Organisationsdelegationen JANE",
      en: "Association council JANE",
    },
    genitive: "Järjestöneuvottelukunta JANEn",
    shortName: "JANE",
    color: 3,
  },
  {
    slug: "pelastuslaitos",
    kind: "rescueDepartment",
    name: { fi: "Pelastuslaitos", sv: "Räddningsverket", en: "Rescue department" },
    genitive: "Pelastuslaitoksen",
    shortName: "Pelastuslaitos",
    color: 6,
  },
  {
    slug: "maakuntaliitto",
    kind: "regionalDevelopmentCouncil",
    name: {
      fi: "P-K maakuntaliitto",
      sv: "Norra Karelens landskapsförbund",
      en: "Regional Council of North Karelia",
    },
    genitive: "P-K maakuntaliiton",
    shortName: "Maakuntaliitto",
    color: 10,
  },
];

/** The eleven municipalities of the memo. */
export const MUNICIPALITIES = PARTIES.filter((party) => party.kind === "municipality");
