/** The grant split of the meeting of 20.5.2022 in its two real versions: plain, and with the changes in red. */
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing-jittered";
import type { Localized } from "../../../app/domain/languages";
import type { Category, Sides, Split } from "../../../app/domain/split/split";

/** A row of the slide: id, Finnish label, English label. */
type Row = [id: string, fi: string, en: string];

const MUNICIPALITY: Row[] = [
  ["culture", "Kulttuurityö", "Cultural work"],
  ["children-youth", "Lapsi- ja nuorisotyö", "Child and youth work"],
  ["sports", "Liikuntatoiminta", "Sports and physical activity"],
  ["open-meeting-places", "Avoimet kohtaamispaikat", "Open meeting places"],
  ["integration-support", "Kotoutumisen tukeminen", "Support for the integration of immigrants"],
  [
    "older-people",
    "Ikäihmisten toiminta (mm. eläkeläisjärjestöt)",
    "Activities of older people (incl. pensioners' associations)",
  ],
  ["participation-recreation", "Osallisuus ja Virkistystoiminta", "Participation and recreation"],
  ["food-aid", "Ruoka-apu", "Food aid"],
  ["unemployment", "Työttömyyden ehkäisy ja tuki", "Prevention of unemployment and support"],
  ["community-spirit", "Yhteisöllisyys", "Sense of community"],
  ["safety-preparedness", "Turvallisuus ja varautuminen", "Safety and preparedness"],
  [
    "village-resident-associations",
    "Kylä- ja asukasyhdistystoiminta",
    "Village and residents' association activity",
  ],
];

const BOTH: Row[] = [
  [
    "events",
    "Tapahtumat osana yhdistyksen vuosisuunnitelmaa",
    "Events as part of the association's annual plan",
  ],
  ["spaces", "Tilat osana yhdistyksen vuosisuunnitelmaa", "Spaces as part of the association's annual plan"],
];

const REGION: Row[] = [
  [
    "cultural-wellbeing",
    "Sotepalveluihin kiinnittyvä kulttuurihyvinvointityö",
    "Cultural wellbeing work tied to health and social services",
  ],
  [
    "patient-disability",
    "Potilas- ja vammaisjärjestöjen kohderyhmilleen tarjoama toiminta",
    "Activities that patient and disability associations offer to their target groups",
  ],
  [
    "family-services",
    "Soten lapsiperhepalveluihin kiinnittyvä toiminta",
    "Activities tied to the health and social services for families with children",
  ],
  [
    "mental-substance-crisis",
    "Mielenterveys- ja päihdepalveluihin kiinnittyvä toiminta ja kriisityö",
    "Activities tied to mental health and substance abuse services, and crisis work",
  ],
  [
    "home-living-support",
    "Ikäihmisten ja muiden kotona asumisen tukemiseen liittyvä toiminta",
    "Activities that support older people and others living at home",
  ],
  [
    "work-activity",
    "Sotepalveluihin kiinnittyvä työtoiminnan tukeminen",
    "Support for work activity tied to health and social services",
  ],
  [
    "veterans",
    "Järjestöjen tarjoama toimintakyvyn tuki sotaveteraaneille ja -invalideille",
    "Support by associations for the functional capacity of war veterans and disabled veterans",
  ],
  [
    "rescue-safety",
    "Pelastuslaitoksen toimintaan kiinnittyvä turvallisuus ja varautuminen",
    "Safety and preparedness tied to the work of the rescue department",
  ],
];

/** Grammatically unfinished in the source, and kept as written there. */
const FUNCTIONAL_CAPACITY: Row = [
  "functional-capacity",
  "Sotepalveluihin kiinnittyvä toimintakyvyn tukemiseen",
  "(Activity) tied to health and social services for supporting functional capacity",
];

const rows = [
  ...MUNICIPALITY.map((row) => ({ row, sides: "municipality" as Sides })),
  ...BOTH.map((row) => ({ row, sides: "both" as Sides })),
  ...REGION.map((row) => ({ row, sides: "region" as Sides })),
];
// Without jitter: the same seed gives the same keys on every machine.
const keys = generateNKeysBetween(null, null, rows.length);
const keyOf = (id: string) => keys[rows.findIndex(({ row }) => row[0] === id)] ?? null;

const category = ([id, fi, en]: Row, sides: Sides, order: string): Category => ({
  id,
  label: { fi, en },
  sides,
  order,
  question: null,
  rationale: { fi: "" },
  legalBasis: null,
  status: "active",
});

/** The rows of the plain slide without its question. */
export const PLAIN = rows.map(({ row, sides }, n) => category(row, sides, keys[n] ?? ""));
const changed = (split: Category[], id: string, change: Partial<Category>): Category[] =>
  split.map((c) => (c.id === id ? { ...c, ...change } : c));

/** The plain slide: one open question, on older people. */
export const VERSION_ONE: Split = { categories: changed(PLAIN, "older-people", { question: { text: "" } }) };

const functionalCapacity = category(
  FUNCTIONAL_CAPACITY,
  "region",
  generateKeyBetween(keyOf("home-living-support"), keyOf("work-activity")),
);
/** What the meeting's slide calls participation and recreation. */
export const PARTICIPATION: Localized = {
  fi: "Osallisuus ja virkistystoiminta (mm. eläkeläisjärjestöt)",
  en: "Participation and recreation (incl. pensioners' associations)",
};

/** The slide with the meeting's changes in red. */
export const VERSION_TWO: Split = {
  categories: [
    ["older-people", { status: "proposedForRemoval", question: null }] as const,
    ["participation-recreation", { label: PARTICIPATION }] as const,
    ["home-living-support", { status: "removed" }] as const,
    ["work-activity", { question: { text: "" } }] as const,
  ].reduce(
    (split, [id, change]) => changed(split, id, change),
    [...VERSION_ONE.categories, functionalCapacity],
  ),
};

/** What the memo records of who asked for a change. */
export const WISHES = [{ categoryId: "work-activity", wish: "kuntajohtajat" }];

/** The words beside the side's name on the slides. */
export const SIDE_NOTES: Partial<Record<Sides, Localized>> = {
  municipality: { fi: "esimerkinomaisesti", sv: "som exempel", en: "as an example" },
  region: {
    fi: "sosiaali- ja terveydenhuollon sekä pelastustoimen järjestäminen",
    sv: "ordnande av social- och hälsovården samt räddningsväsendet",
    en: "organising health, social and rescue services",
  },
};
