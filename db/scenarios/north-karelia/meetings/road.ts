/** The road of the demo draft: the seven steps of the slide "Miten edetään?", in the slide's order, which is not that of the dates. */
import type { Localized } from "../../../../app/domain/languages";
import type { RoadKind } from "../../../../app/domain/road/road";
import type { ScenarioContext } from "../../scenario-context";
import type { Place } from "./ids";

const SLIDE = "Kuntayhteistyöryhmän muistio 8/2022, liite 1: Miten edetään?";
const REPORT = "Selvitys hyvinvointialueiden järjestöyhteistyöstä, 2023";

interface Step {
  kind: RoadKind;
  body: Localized;
  note?: Localized;
  on: string;
  starts?: string;
  ends?: string;
  /** What a later source says came of it. */
  outcome?: Localized;
}

const HYTE: Localized = { fi: "hyte-lautakunta", sv: "hyte-nämnden", en: "hyte committee" };

export const ROAD: readonly Step[] = [
  {
    ...{ kind: "thumbsUp", on: "2022-05-19", starts: "10:00" },
    body: { fi: "kuntien valmistelijat", sv: "kommunernas beredare", en: "municipal preparers" },
    note: {
      fi: "yhteinen kokous; peukut esityksen eteenpäin viemiselle",
      sv: "gemensamt möte; tummen upp för att föra förslaget vidare",
      en: "joint meeting; thumbs up for taking the proposal forward",
    },
  },
  {
    ...{ kind: "discussed", on: "2022-05-20", starts: "08:00", ends: "09:30" },
    body: {
      fi: "järjestöjen kumppanuuspöytä",
      sv: "organisationernas partnerskapsbord",
      en: "association partnership table",
    },
    note: {
      fi: "jaottelun tulkintahaasteet",
      sv: "svårigheter att tolka fördelningen",
      en: "problems in interpreting the split",
    },
  },
  {
    ...{ kind: "handled", on: "2022-05-20", starts: "13:00" },
    body: { fi: "kuntayhteistyöryhmä", sv: "kommunsamarbetsgruppen", en: "municipal co-operation group" },
    note: {
      fi: "esittely ja keskustelu",
      sv: "presentation och diskussion",
      en: "presentation and discussion",
    },
  },
  { ...{ kind: "handled", on: "2022-06-07" }, body: { fi: "JANE", sv: "JANE", en: "JANE" } },
  {
    ...{ kind: "agenda", on: "2022-05-24", body: HYTE },
    note: { fi: "esityslista", sv: "föredragningslista", en: "agenda published" },
  },
  {
    ...{ kind: "decided", on: "2022-05-31", body: HYTE },
    note: { fi: "kokous", sv: "möte", en: "meeting" },
    outcome: {
      fi: `Avustusten luokittelu ja jako kolmeen avustuskoriin (${REPORT}).`,
      sv: `Understödens klassificering och fördelning i tre korgar (${REPORT}).`,
      en: `Classification of the grants and division into three grant baskets (${REPORT}).`,
    },
  },
  {
    ...{ kind: "decided", on: "2022-06-16", body: HYTE },
    note: { fi: "seuraava kokous", sv: "följande möte", en: "next meeting" },
  },
];

/** The number of the step that is the replayed meeting itself, from 1. */
const MEETING_STEP = 3;

export async function seedRoad(
  { db, now }: ScenarioContext,
  place: Place,
  { meetingId }: { meetingId: string },
): Promise<void> {
  const recordedBy = place.person("sihteeri");
  for (const [index, { kind, body, note, on, starts, ends, outcome }] of ROAD.entries()) {
    const position = index + 1;
    const { id } = await db
      .insertInto("road_steps")
      .values({
        ...{ draft_id: place.draftId, position, kind, body: JSON.stringify(body), happens_on: on },
        ...{ note: note ? JSON.stringify(note) : null, starts: starts ?? null, ends: ends ?? null },
        ...{ meeting_id: position === MEETING_STEP ? meetingId : null, source: SLIDE },
        ...{ recorded_by: recordedBy, created_at: now },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (outcome)
      await db
        .insertInto("road_outcomes")
        .values({
          ...{ step_id: id, state: "done", text: JSON.stringify(outcome) },
          ...{ recorded_by: recordedBy, created_at: now },
        })
        .execute();
  }
}
