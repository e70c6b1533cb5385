/** A coming meeting of the co-operation group that whoever tries the product can open and run. All of it is an example. */
import { finnishDay } from "../../../../app/domain/notifications/digest-time";
import { addDays, isWorkingDay } from "../../../../app/domain/notifications/working-day";
import type { ScenarioContext } from "../../scenario-context";
import { SEATS } from "../seats";
import type { Place } from "./ids";
import {
  type SeededItem,
  type SeededParticipant,
  writeItems,
  writeMeeting,
  writeParticipants,
} from "./write-meeting";

const DAYS_AHEAD = 7;
const HOURS_LONG = 2;

/** The first working day that is at least a week away. */
export function comingDay(now: Date): string {
  let day = addDays(finnishDay(now), DAYS_AHEAD);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** One o'clock in Finland of a day. */
function oneOClock(day: string): Date {
  const summer = new Date(`${day}T13:00:00+03:00`);
  return finnishHour(summer) === 13 ? summer : new Date(`${day}T13:00:00+02:00`);
}
const HOUR = new Intl.DateTimeFormat("sv-SE", {
  ...{ timeZone: "Europe/Helsinki", hour: "2-digit", hourCycle: "h23" },
});
const finnishHour = (moment: Date) => Number(HOUR.format(moment));

const ITEMS: SeededItem[] = [
  {
    kind: "opening",
    title: { fi: "Kokouksen avaus", sv: "Mötets öppnande", en: "Opening" },
    proposal: {
      fi: "Todetaan läsnäolijat.",
      sv: "De närvarande konstateras.",
      en: "Record those present.",
    },
  },
  {
    kind: "ordinary",
    title: {
      fi: "Järjestöavustusten jaottelu (esimerkki)",
      sv: "Fördelningen av organisationsunderstöden (exempel)",
      en: "The split of the association grants (example)",
    },
    presenter: "Hyvinvointialueen valmistelija",
    proposal: {
      fi: "Käydään jaottelu läpi ja kirjataan muutokset.",
      sv: "Fördelningen gås igenom och ändringarna antecknas.",
      en: "Go through the split and record the changes.",
    },
  },
  {
    kind: "comingMeetings",
    title: { fi: "Tulevat kokoukset", sv: "Kommande möten", en: "Coming meetings" },
    proposal: {
      fi: "Sovitaan seuraavan kokouksen aika.",
      sv: "Tiden för följande möte bestäms.",
      en: "Set the time of the next meeting.",
    },
  },
  { kind: "otherMatters", title: { fi: "Muut asiat", sv: "Övriga ärenden", en: "Other matters" } },
  { kind: "forInformation", title: { fi: "Tiedoksi", sv: "För kännedom", en: "For information" } },
  { kind: "closing", title: { fi: "Kokouksen päättäminen", sv: "Mötets avslutande", en: "Closing" } },
];

/** The item that handles the demo draft, from 1. */
const SPLIT_ITEM = 2;

/** Those who sit at the table, as a new meeting lists them. */
function seatedAtGroup(place: Place): SeededParticipant[] {
  return SEATS.filter(({ tables }) => tables.includes("kuntayhteistyoryhma")).map(
    ({ seat, name, party, role }) => ({
      ...{ name, personId: place.person(seat), partyId: party && place.party(party) },
      list: role === "secretary" ? ("other" as const) : ("member" as const),
      role: role === "chair" || role === "secretary" ? role : ("member" as const),
    }),
  );
}

export async function seedComing(context: ScenarioContext, place: Place): Promise<void> {
  const day = comingDay(context.now);
  const startsAt = oneOClock(day);
  const year = Number(day.slice(0, 4));
  const by = { personId: place.person("sihteeri") };
  const meetingId = await writeMeeting(
    context,
    {
      ...{
        tableId: place.table("kuntayhteistyoryhma"),
        slug: `kuntayhteistyoryhma-1-${year}`,
        number: 1,
        year,
      },
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + HOURS_LONG * 3_600_000), place: "Teams" },
      ...{ state: "planned", invitedAt: context.now, isExample: true },
      message: "Esimerkkikokous: avaa kokous puheenjohtajan paikalta ja kokeile.",
    },
    by,
  );
  await writeParticipants(context, meetingId, seatedAtGroup(place));
  await writeItems(
    context,
    meetingId,
    ITEMS.map((item, index) => (index + 1 === SPLIT_ITEM ? { ...item, draftId: place.draftId } : item)),
    by,
  );
}
