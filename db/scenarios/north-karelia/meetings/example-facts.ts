/** The example meeting of the partnership table: every word, position and decision in it is invented, and says so. */
import { generateNKeysBetween } from "fractional-indexing-jittered";
import type { How } from "../../../../app/domain/decisions/decision";
import type { Localized } from "../../../../app/domain/languages";
import type { PositionValue } from "../../../../app/domain/positions/position";
import type { Category, Sides, Split } from "../../../../app/domain/split/split";
import { paragraph } from "../../text-parts";
import { MUNICIPALITIES } from "../parties";
import type { SeededItem } from "./write-meeting";

/** "9.12" in Finland on the day of the example, which is in summer time. */
export const at = (time: string) =>
  new Date(`2022-09-14T${time.padStart(5, "0").replace(".", ":")}:00+03:00`);

export const EXAMPLE_SLUG = "kumppanuuspoyta-9-2022";
export const EXAMPLE_DRAFT = "hakuohje-esimerkki";
export const EXAMPLE_TITLE: Localized = {
  fi: "Hakuohjeen työnjako (esimerkki)",
  sv: "Arbetsfördelning för ansökningsanvisningen (exempel)",
  en: "Who does what for the application guide (example)",
};

const keys = generateNKeysBetween(null, null, 4);
const duty = (id: string, place: number, sides: Sides, label: Localized): Category => ({
  ...{ id, label, sides, order: keys[place] ?? "", question: null, rationale: { fi: "" } },
  ...{ legalBasis: null, status: "active" },
});
const guide = duty("guide", 0, "region", {
  fi: "Hakuohjeen laatiminen (esimerkki)",
  sv: "Att skriva ansökningsanvisningen (exempel)",
  en: "Writing the application guide (example)",
});
const advice = duty("advice", 1, "municipality", {
  fi: "Neuvonta paikallisille yhdistyksille (esimerkki)",
  sv: "Rådgivning till lokala föreningar (exempel)",
  en: "Advice to local associations (example)",
});
const briefing = duty("briefing", 2, "region", {
  fi: "Yhteinen info yhdistyksille (esimerkki)",
  sv: "Gemensam info till föreningarna (exempel)",
  en: "Joint briefing for associations (example)",
});
const support = duty("online-support", 3, "region", {
  fi: "Sähköisen haun tekninen tuki (esimerkki)",
  sv: "Tekniskt stöd för elektronisk ansökan (exempel)",
  en: "Technical support for online applications (example)",
});

export const STATES: { split: Split; at: Date; wishes?: { categoryId: string; wish: string }[] }[] = [
  { split: { categories: [guide, advice, briefing] }, at: at("8.30") },
  { split: { categories: [guide, advice, briefing, support] }, at: at("9.18") },
  {
    ...{ split: { categories: [guide, advice, { ...briefing, sides: "both" }, support] }, at: at("9.21") },
    wishes: [{ categoryId: "briefing", wish: "Liperi (esimerkki)" }],
  },
];
export const VERSIONS = [
  { seq: 1, label: "Ennen kokousta (esimerkki)", meetingDate: null },
  { seq: 3, label: "Kokouksessa 14.9.2022 (esimerkki)", meetingDate: "2022-09-14" },
];

export const ITEMS: SeededItem[] = [
  {
    kind: "opening",
    title: { fi: "Kokouksen avaus", sv: "Mötets öppnande", en: "Opening" },
    proposal: { fi: "Todetaan läsnäolijat.", sv: "De närvarande konstateras.", en: "Record those present." },
    handling: [paragraph("Läsnäolijat todettiin.")],
  },
  {
    ...{ kind: "ordinary", title: EXAMPLE_TITLE, presenter: "Hyvinvointialueen valmistelija" },
    proposal: {
      fi: "Esimerkki: Sovitaan, kuka hoitaa mitäkin hakuohjeen valmistelussa.",
      sv: "Exempel: Man kommer överens om vem som sköter vad i beredningen av anvisningen.",
      en: "Example: Agree who does what in preparing the guide.",
    },
    handling: [paragraph("Esimerkki: Työnjako käytiin läpi, ja siihen tehtiin kaksi muutosta.")],
  },
  {
    ...{ kind: "otherMatters", title: { fi: "Muut asiat", sv: "Övriga ärenden", en: "Other matters" } },
    handling: [paragraph("Esimerkki: Muita asioita ei ollut.")],
  },
  { kind: "closing", title: { fi: "Kokouksen päättäminen", sv: "Mötets avslutande", en: "Closing" } },
];
/** The number of the item that is decided, from 1, and of those before and after it. */
export const DECIDED_ITEM = 2;

export const DECISION_TEXT = "Esimerkki: Hakuohje valmistellaan version 2 mukaisella työnjaolla.";

/** Seats of those present, as they sit for their parties; each with the time of coming and, where somebody left, of leaving. */
export const PRESENT: { seat: string; arrived: string; left?: string }[] = [
  ...MUNICIPALITIES.map(({ slug }) => slug)
    .filter((slug) => slug !== "heinavesi")
    .map((seat) => ({
      ...{ seat, arrived: seat === "liperi" ? "9.12" : "9.00" },
      ...(seat === "kitee" && { left: "9.45" }),
    })),
  ...["hyvinvointialue", "jane", "pelastuslaitos"].map((seat) => ({ seat, arrived: "9.00" })),
];

/** What each party answered, by party; who is not named supports. Two were not there. */
export const POSITIONS: Record<string, { value: PositionValue; reason?: string; how?: How }> = {
  ilomantsi: { value: "accept" },
  lieksa: { value: "accept" },
  outokumpu: { value: "reservation", reason: "Esimerkki: Neuvonnan aloituspäivä on vielä auki." },
  raakkyla: { value: "abstain" },
  heinavesi: { value: "accept", how: "link" },
  maakuntaliitto: { value: "support", how: "told" },
};
export const STATEMENT = {
  party: "outokumpu",
  text: "Esimerkki: Aloituspäivä kirjataan hakuohjeeseen ennen haun alkua.",
};
