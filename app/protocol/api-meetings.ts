/** Answers of the read API about meetings. A test holds each against its schema. */
import { z } from "zod";
import { HOWS, OUTCOMES, STATEMENT_KINDS } from "../domain/decisions/decision";
import { LANGUAGES } from "../domain/languages";
import {
  ATTENDANCE_LISTS,
  ITEM_KINDS,
  MEETING_STATES,
  PARTICIPANT_ROLES,
  RECORD_KINDS,
} from "../domain/meetings/meeting";
import type { MinutesLine } from "../domain/minutes/lines";
import type { MeetingRecord } from "../domain/minutes/record";
import { POSITION_VALUES } from "../domain/positions/position";
import type { TextDocument } from "../domain/text/text";

const localized = z.strictObject({ fi: z.string(), sv: z.string().optional(), en: z.string().optional() });
const time = z.iso.datetime();

/** GET /api/meetings/:slug */
export const ApiMeeting = z.strictObject({
  slug: z.string(),
  number: z.string().describe("As the table calls it: 8/2022."),
  table: z.strictObject({ slug: z.string(), name: localized }),
  state: z.enum(MEETING_STATES),
  recordKind: z.enum(RECORD_KINDS),
  startsAt: time.describe("As planned."),
  endsAt: time.nullable(),
  openedAt: time.nullable(),
  closedAt: time.nullable(),
  place: z.string(),
  isInPerson: z.boolean(),
  isExample: z.boolean().describe("Invented for the demo."),
  source: z.string().describe("The public document that it is replayed from, or empty."),
  quorum: z
    .strictObject({ present: z.int(), needed: z.int(), holds: z.boolean() })
    .nullable()
    .describe("Parties present now and needed; null where the table has no rule."),
  currentItem: z.int().nullable().describe("Number of the item that is open."),
  agenda: z.array(
    z.strictObject({
      id: z.string(),
      number: z.int(),
      kind: z.enum(ITEM_KINDS),
      title: localized,
      state: z.enum(["done", "current", "coming"]),
    }),
  ),
  attendance: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      party: z.string().nullable().describe("Short name."),
      list: z.enum(ATTENDANCE_LISTS),
      role: z.enum(PARTICIPANT_ROLES),
      present: z
        .array(z.strictObject({ from: time, to: time.nullable() }))
        .describe("Intervals; the last is open while the person is there."),
    }),
  ),
  nextMeetings: z.array(z.strictObject({ slug: z.string(), startsAt: time, endsAt: time.nullable() })),
  minutes: z.enum(["none", "draft", "approved"]),
});
export type ApiMeeting = z.infer<typeof ApiMeeting>;

/** GET /api/meetings/:slug/decisions */
export const ApiMeetingDecisions = z.strictObject({
  decisions: z.array(
    z.strictObject({
      id: z.string().describe("Of the proposed decision."),
      state: z.enum(["open", "stated", "withdrawn", "replaced"]),
      text: z.string(),
      draft: z.string(),
      version: z.strictObject({ number: z.int(), sha256: z.string() }),
      verdict: z.string(),
      positions: z
        .array(
          z.strictObject({
            party: z.string(),
            value: z.enum(POSITION_VALUES).nullable(),
            hasAnswered: z.boolean(),
            reason: z.string(),
            how: z.enum(HOWS).nullable(),
          }),
        )
        .describe("As this reader may see them: others' values are null until one's own party has answered."),
      statements: z.array(
        z.strictObject({ party: z.string(), kind: z.enum(STATEMENT_KINDS), text: z.string() }),
      ),
      decision: z
        .strictObject({ id: z.string(), number: z.string(), outcome: z.enum(OUTCOMES), seal: z.string() })
        .nullable(),
      isExample: z.boolean(),
    }),
  ),
});
export type ApiMeetingDecisions = z.infer<typeof ApiMeetingDecisions>;

/** GET /api/meetings/:slug/minutes.json */
export const ApiMinutes = z.strictObject({
  title: z.string(),
  language: z.enum(LANGUAGES),
  text: (z.looseObject({ type: z.literal("doc") }) as unknown as z.ZodType<TextDocument>).describe(
    "The polished text in Finnish, else what the records tell: ProseMirror's nodes.",
  ),
  facts: z.array(z.string()),
  record: (z.looseObject({ slug: z.string() }) as unknown as z.ZodType<MeetingRecord>).describe(
    "Everything that the minutes are derived from.",
  ),
  lines: (z.array(z.looseObject({ kind: z.string() })) as unknown as z.ZodType<MinutesLine[]>).describe(
    "The facts in the order of the minutes, without words.",
  ),
});
export type ApiMinutes = z.infer<typeof ApiMinutes>;
