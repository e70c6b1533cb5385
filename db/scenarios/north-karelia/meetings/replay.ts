/**
 * The real meeting of 20.5.2022, replayed from its public memo on a draft of its own. The memo does not say when items were handled or
 * during which of them somebody came or left: items last no time, at its start and the last one at its end, and attendance names none.
 */
import type { MeetingEventBody } from "../../../../app/domain/meetings/meeting";
import type { ScenarioContext } from "../../scenario-context";
import { seedText } from "../../seed-text";
import { paragraph } from "../../text-parts";
import { SIDE_NOTES } from "../split";
import { COOPERATION } from "./cooperation";
import type { Place } from "./ids";
import { COMING, COMING_ITEM, ITEMS, SPLIT_ITEM } from "./replay-items";
import { PEOPLE } from "./replay-people";
import { BEFORE, CHANGES } from "./replay-split";
import {
  type SeededEvent,
  writeAttachments,
  writeEvents,
  writeItems,
  writeMeeting,
  writeParticipants,
} from "./write-meeting";
import { writeSplitDraft } from "./write-split";

export const REPLAY_SLUG = "kuntayhteistyoryhma-8-2022";
export const REPLAY_DRAFT = "jaottelu-kokouksessa-8-2022";

const MEMO = "Hyvinvointialueen valmistelun kuntayhteistyöryhmän muistio 8/2022, 20.5.2022";
const SOURCE = `${MEMO}. Lähde ei kerro asioiden käsittelyn kellonaikoja.`;
const OPENED = new Date("2022-05-20T10:00:00Z");
const CLOSED = new Date("2022-05-20T12:15:00Z");

/** "13.40" in Finland on the day of the meeting, which was in summer time. */
const atTime = (time: string) => new Date(`2022-05-20T${time.replace(".", ":")}:00+03:00`);

export async function seedReplay(context: ScenarioContext, place: Place): Promise<{ meetingId: string }> {
  const personId = place.person("sihteeri");
  const by = { personId };
  const tableId = place.table("kuntayhteistyoryhma");
  const { draftId } = await writeReplayDraft(context, place);
  const cooperationId = await seedText(context, COOPERATION, { tableId, personId });
  const meetingId = await writeMeeting(
    context,
    {
      ...{ tableId, slug: REPLAY_SLUG, number: 8, year: 2022, startsAt: OPENED, endsAt: CLOSED },
      ...{ place: "Teams", state: "closed", openedAt: OPENED, closedAt: CLOSED, source: SOURCE },
    },
    by,
  );
  const participants = await writeParticipants(
    context,
    meetingId,
    PEOPLE.map(({ name, title, party, list, role }) => ({
      ...{ name, title, list, role, partyId: party && place.party(party) },
    })),
  );
  const items = await writeItems(
    context,
    meetingId,
    ITEMS.map(({ handling, ...item }, index) => ({
      ...item,
      ...(index + 1 === SPLIT_ITEM && { draftId }),
      ...(handling.length && { handling: handling.map((words) => paragraph(words)) }),
    })),
    by,
  );
  const item = (number: number) => items[number - 1] ?? "";
  await writeAttachments(
    context,
    [
      {
        ...{
          itemId: item(2),
          number: 1,
          draftId: place.draftId,
          versionId: await secondVersion(context, place),
        },
        title: "Ehdotus hyvinvointialueen järjestöavustuksista (LUONNOS)",
      },
      {
        ...{ itemId: item(3), number: 2, draftId: cooperationId },
        title: "Hyvinvointialueen, kuntien ja sidosryhmien yhteistyö (alustava ehdotus)",
      },
    ],
    by,
  );
  const coming = await writeComing(context, place, item(COMING_ITEM));
  await writeEvents(context, meetingId, eventsOf(participants, items, coming), by);
  return { meetingId };
}

/** Attachment 1 held the slide with the meeting's changes. */
async function secondVersion({ db }: ScenarioContext, { draftId }: Place): Promise<string> {
  const { id } = await db
    .selectFrom("versions")
    .select("id")
    .where("draft_id", "=", draftId)
    .where("number", "=", 2)
    .executeTakeFirstOrThrow();
  return id;
}

function writeReplayDraft(context: ScenarioContext, place: Place) {
  const meetingDate = "2022-05-20";
  return writeSplitDraft(
    context,
    {
      ...{ tableId: place.table("kumppanuuspoyta"), slug: REPLAY_DRAFT, sideNotes: SIDE_NOTES },
      isLocked: true,
      title: {
        fi: "Jaottelu kokouksessa 8/2022 (toisinto, päätelty)",
        sv: "Fördelningen vid möte 8/2022 (rekonstruktion, härledd)",
        en: "The split in meeting 8/2022 (replay, inferred)",
      },
      background: [
        {
          title: { fi: "Päätelty muistiosta", sv: "Härlett ur memorian", en: "Inferred from the memo" },
          items: [
            {
              fi: "Tila ennen kokousta on dian jaottelu ilman sitä, mitä muistion mukaan lisättiin, ja sen kanssa, mitä poistettiin. Kumpikaan dia ei näytä juuri tätä tilaa.",
              sv: "Läget före mötet är diabildens fördelning utan det som enligt memorian lades till och med det som ströks. Ingen av bilderna visar exakt detta läge.",
              en: "The state before the meeting is the slide's split without what the memo says was added and with what it says was removed. Neither slide shows exactly this state.",
            },
            {
              fi: "Hyvinvointialueen viides kohta voi olla myös ”Sotepalveluihin kiinnittyvä toimintakyvyn tukemiseen”.",
              sv: "Välfärdsområdets femte punkt kan också vara ”Sotepalveluihin kiinnittyvä toimintakyvyn tukemiseen”.",
              en: "The region's fifth item could also be “Sotepalveluihin kiinnittyvä toimintakyvyn tukemiseen”.",
            },
            {
              fi: "Muutosten kellonaikoja lähde ei kerro: ne ovat kokouksen alussa.",
              sv: "Källan säger inte när ändringarna gjordes: de står vid mötets början.",
              en: "The source does not say when the changes were made: they stand at the start of the meeting.",
            },
          ],
          source: `${MEMO}, kohta 2`,
        },
      ],
      states: [
        { split: BEFORE, at: OPENED },
        ...CHANGES.map(({ split, wish }) => ({ split, at: OPENED, wishes: wish ? [wish] : [] })),
      ],
      versions: [
        { seq: 1, label: "Ennen kokousta 8/2022 (päätelty)", meetingDate: null },
        {
          seq: 1 + CHANGES.length,
          label: "Kokouksen 8/2022 jälkeen muistion mukaan (päätelty)",
          meetingDate,
        },
      ],
    },
    { personId: place.person("sihteeri") },
  );
}

/** The four meetings whose times were decided: nothing more is known of them. */
async function writeComing(context: ScenarioContext, place: Place, setInItemId: string): Promise<string[]> {
  const tableId = place.table("kuntayhteistyoryhma");
  const ids: string[] = [];
  for (const [index, { starts, ends, isInPerson }] of COMING.entries()) {
    const number = 9 + index;
    ids.push(
      await writeMeeting(
        context,
        {
          ...{ tableId, slug: `kuntayhteistyoryhma-${number}-2022`, number, year: 2022, state: "planned" },
          ...{ startsAt: new Date(starts), endsAt: new Date(ends), isInPerson, setInItemId },
          source: `${MEMO}, kohta 4: aika päätettiin. Kokouksen numero on päätelty; muuta lähde ei kerro.`,
        },
        { personId: place.person("sihteeri") },
      ),
    );
  }
  return ids;
}

/** What the memo tells, as events. Log positions are those of the replay's draft. */
function eventsOf(participants: string[], items: string[], coming: string[]): SeededEvent[] {
  const last = items.length;
  const handled = items.flatMap((itemId, index): SeededEvent[] => {
    const [from, to] = index + 1 === SPLIT_ITEM ? [1, 1 + CHANGES.length] : [null, null];
    const at = index + 1 === last ? CLOSED : OPENED;
    return [
      { kind: "itemOpened", itemId, seq: from, at },
      ...resultsOf(index, itemId).map((body) => ({ ...body, at: OPENED })),
      ...(index + 1 === COMING_ITEM
        ? coming.map((meetingId): SeededEvent => ({ kind: "nextMeeting", itemId, meetingId, at: OPENED }))
        : []),
      { kind: "itemClosed", itemId, seq: to, at },
    ];
  });
  const moves = PEOPLE.flatMap(({ moves }, index) =>
    (moves ?? []).map(
      ({ kind, time }): SeededEvent => ({
        ...{ kind, participantId: participants[index] ?? "", itemId: null, at: atTime(time) },
      }),
    ),
  );
  const there = PEOPLE.flatMap(({ moves }, index): SeededEvent[] =>
    moves?.[0]?.kind === "arrived"
      ? []
      : [{ kind: "arrived", participantId: participants[index] ?? "", itemId: null, at: OPENED }],
  );
  // The last item closes after everybody's moves, with the meeting.
  return [
    ...[{ kind: "opened", at: OPENED } as const, ...there],
    ...[...handled.slice(0, -1), ...moves, ...handled.slice(-1), { kind: "closed", at: CLOSED } as const],
  ];
}

function resultsOf(index: number, itemId: string): MeetingEventBody[] {
  const { outcome, actions = [] } = ITEMS[index] ?? {};
  return [
    ...(outcome
      ? [
          {
            ...{ kind: "outcome" as const, itemId, outcome: outcome.outcome, body: outcome.body ?? "" },
            ...{ on: outcome.on ?? null, text: outcome.text ?? "" },
          },
        ]
      : []),
    ...actions.map((action) => ({ kind: "action" as const, itemId, ...action, due: null })),
  ];
}
