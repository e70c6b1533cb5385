/** What a seal and its content look like when they are read back from a file or a row: anything else is not one of ours. */
import { z } from "zod";
import { POSITION_VALUES } from "../positions/position";
import { HOWS, OUTCOMES, SILENCES, STATEMENT_KINDS } from "./decision";
import { type DecisionContent, SEAL_VERSION, type Seal } from "./seal";

export const SHA256 = /^[0-9a-f]{64}$/;
/** Links of one chain that are read at once. A table that decides a hundred matters a year fills it in a century. */
export const CHAIN_LINKS_MAX = 10_000;

const hash = z.string().regex(SHA256);
const person = z.strictObject({ role: z.string(), party: z.string().nullable(), nameHash: hash });

export const SealSchema = z.strictObject({
  version: z.literal(SEAL_VERSION),
  table: z.string(),
  place: z.int().positive(),
  kind: z.enum(["decision", "minutes"]),
  contentSha256: hash,
  previousSha256: hash.nullable(),
  sealedAt: z.iso.datetime(),
  sha256: hash,
}) satisfies z.ZodType<Seal>;

export const ChainSchema = z.array(SealSchema).min(1).max(CHAIN_LINKS_MAX);

export const DecisionContentSchema = z.strictObject({
  kind: z.literal("decision"),
  decisionId: z.string(),
  number: z.string(),
  table: z.strictObject({ slug: z.string(), name: z.string() }),
  region: z.string(),
  meeting: z
    .strictObject({
      slug: z.string(),
      number: z.string(),
      item: z.strictObject({ number: z.int(), title: z.string() }).nullable(),
    })
    .nullable()
    .describe("Null for a decision between meetings."),
  text: z.string(),
  draft: z.strictObject({ slug: z.string(), title: z.string() }),
  frozenVersion: z
    .strictObject({ number: z.int(), sha256: hash, logPosition: z.int() })
    .describe("The frozen text, and where it stands in the log."),
  openedAt: z.iso.datetime(),
  entitled: z.array(z.string()).describe("Slugs of the parties that were asked."),
  quorum: z.int(),
  silence: z.enum(SILENCES),
  positions: z.array(
    z.strictObject({
      party: z.string(),
      value: z.enum(POSITION_VALUES).nullable(),
      reason: z.string(),
      how: z.enum([...HOWS, "silence"]),
      givenAt: z.iso.datetime().nullable(),
      isExample: z.boolean(),
    }),
  ),
  statements: z.array(
    z.strictObject({
      party: z.string(),
      kind: z.enum(STATEMENT_KINDS),
      text: z.string(),
      givenAt: z.iso.datetime(),
      isExample: z.boolean(),
    }),
  ),
  presentParties: z.array(z.string()).nullable(),
  outcome: z.enum(OUTCOMES),
  statedAt: z.iso.datetime(),
  statedBy: person,
  recordedBy: person,
  corrects: z.strictObject({ decisionId: z.string(), sha256: hash }).nullable(),
  isExample: z.boolean(),
}) satisfies z.ZodType<DecisionContent>;

/** The content of a decision's seal as it was kept. Throws for what is none. */
export const parseDecisionContent = (json: string): DecisionContent =>
  DecisionContentSchema.parse(JSON.parse(json));
