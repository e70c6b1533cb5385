/** The agenda of the meeting of 20.5.2022 and what its memo says of each item, in short words of our own. */
import type { Localized } from "../../../../app/domain/languages";
import type { ItemKind, OutcomeKind } from "../../../../app/domain/meetings/meeting";

export interface ReplayItem {
  kind: ItemKind;
  title: Localized;
  presenter?: string;
  proposal?: Localized;
  /** Paragraphs. */
  handling: string[];
  outcome?: { outcome: OutcomeKind; body?: string; on?: string; text?: string };
  actions?: { text: string; body: string }[];
}

/** The number of the item on the split, from 1. */
export const SPLIT_ITEM = 2;
/** The number of the item that set the coming meetings. */
export const COMING_ITEM = 4;

const PRESENTERS = "Maarita Mannelin ja Heli Aalto";

export const ITEMS: readonly ReplayItem[] = [
  {
    kind: "opening",
    title: {
      fi: "Kokouksen avaus ja läsnäolijoiden toteaminen",
      sv: "Mötets öppnande och konstaterande av närvarande",
      en: "Opening and recording of those present",
    },
    proposal: {
      fi: "Todetaan läsnäolijat.",
      sv: "De närvarande konstateras.",
      en: "Record those present.",
    },
    handling: ["Läsnäolijat todettiin."],
    outcome: { outcome: "noted" },
  },
  {
    kind: "ordinary",
    title: {
      fi: "Hyvinvointialueen järjestöavustukset",
      sv: "Välfärdsområdets organisationsunderstöd",
      en: "Association grants of the region",
    },
    presenter: PRESENTERS,
    proposal: {
      fi: "Esitellään alustava ehdotus; kriteerit valmistellaan kuntien ja järjestöjen kanssa.",
      sv: "Ett preliminärt förslag presenteras; kriterierna bereds med kommunerna och organisationerna.",
      en: "Present a preliminary proposal; the criteria are to be prepared with municipalities and associations.",
    },
    handling: [
      "Mannelin ja Aalto esittelivät luonnoksen. Kunta–hyvinvointialue-jaottelusta käytiin vilkas keskustelu.",
      "Kuntapuoli on vain esimerkki: kunnat päättävät omista kriteereistään ja jakoperusteistaan. Hyvinvointialueen hakukriteerit ja periaatteet kirjataan ja valmistelu jatkuu.",
    ],
    outcome: {
      ...{ outcome: "forwarded", body: "hyte-lautakunta", on: "2022-05-31" },
      text: "Avustuskorit ja jaottelu käsitellään.",
    },
  },
  {
    kind: "ordinary",
    title: {
      fi: "Hyvinvointialueen, kuntien ja sidosryhmien yhteistyö",
      sv: "Samarbetet mellan välfärdsområdet, kommunerna och intressentgrupperna",
      en: "Co-operation of the region, municipalities and stakeholders",
    },
    presenter: PRESENTERS,
    proposal: {
      fi: "Esitellään luonnos yhteistyörakenteista (neuvotteluvelvoite 14 §, vastuutahot 6 § ja 7 §).",
      sv: "Ett utkast till samarbetsstrukturer presenteras (förhandlingsskyldighet 14 §, ansvariga 6 § och 7 §).",
      en: "Present a draft of the co-operation structures (duty to negotiate s. 14, responsible parties ss. 6 and 7).",
    },
    handling: [
      "Mannelin ja Aalto esittivät alustavan ehdotuksen. Keskustelussa: kuntien on siirryttävä omistajaohjauksesta strategiseen ajatteluun.",
    ],
    outcome: { outcome: "noted" },
    actions: [
      { text: "Pyydetään kunnilta lausunto.", body: "hyte-lautakunta" },
      {
        text: "Teams-esittely elo–syyskuussa kuntajohtajille, virkamiehille ja kuntapäättäjille.",
        body: "",
      },
    ],
  },
  {
    kind: "comingMeetings",
    title: { fi: "Tulevat kokoukset", sv: "Kommande möten", en: "Coming meetings" },
    proposal: {
      fi: "Päätetään loppuvuoden 2022 kokousaikataulu.",
      sv: "Mötestidtabellen för resten av 2022 fastställs.",
      en: "Decide the meeting timetable for the rest of 2022.",
    },
    handling: ["Neljä kokousaikaa päätettiin."],
    outcome: { outcome: "decided", text: "Neljä kokousaikaa loppuvuodelle 2022." },
  },
  {
    kind: "otherMatters",
    title: { fi: "Muut asiat", sv: "Övriga ärenden", en: "Other matters" },
    handling: ["Kuntia muistutettiin siirtyvistä tiloista."],
    outcome: {
      outcome: "reminder",
      text: "Kaikkien siirtyvien tilojen kustannukset on ilmoitettava siirtyvinä.",
    },
  },
  {
    kind: "forInformation",
    title: { fi: "Tiedoksi", sv: "För kännedom", en: "For information" },
    handling: ["Ei tiedoksi annettavia asioita."],
    outcome: { outcome: "nothing" },
  },
  {
    kind: "closing",
    title: { fi: "Kokouksen päättäminen", sv: "Mötets avslutande", en: "Closing" },
    handling: [],
  },
];

/** Times decided in the meeting, in Finnish time; only the first is said to be in person. */
export const COMING = [
  { day: "2022-08-24", starts: "2022-08-24T10:00:00Z", ends: "2022-08-24T12:00:00Z", isInPerson: true },
  { day: "2022-09-28", starts: "2022-09-28T10:00:00Z", ends: "2022-09-28T12:00:00Z", isInPerson: false },
  { day: "2022-10-26", starts: "2022-10-26T10:00:00Z", ends: "2022-10-26T12:00:00Z", isInPerson: false },
  { day: "2022-11-30", starts: "2022-11-30T11:00:00Z", ends: "2022-11-30T13:00:00Z", isInPerson: false },
];
