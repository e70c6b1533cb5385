/** What the read API answers; app/protocol/openapi.ts describes it to programs. */
import { z } from "zod";
import { DRAFT_KINDS } from "../domain/drafts";
import { DRAFT_STATES } from "../domain/policy";
import { FINDER_GROUPS } from "../domain/positions/finder";
import { POSITION_VALUES } from "../domain/positions/position";
import { CATEGORY_STATUSES, SIDES } from "../domain/split/split";

const localized = z
  .strictObject({ fi: z.string(), sv: z.string().optional(), en: z.string().optional() })
  .describe("Finnish is always there.");
const categoryIds = z.array(z.string());

const version = z.int().nullable().describe("Number of the last frozen version; null before the first.");
const place = z.strictObject({ slug: z.string(), name: localized });

/** GET /api/drafts */
export const ApiDrafts = z.strictObject({
  drafts: z
    .array(
      z.strictObject({
        slug: z.string(),
        kind: z.enum(DRAFT_KINDS),
        title: localized,
        state: z.enum(DRAFT_STATES),
        table: place,
        region: place,
        version,
        documentId: z.uuid(),
      }),
    )
    .describe("Every draft that this person may read, by slug."),
});
export type ApiDrafts = z.infer<typeof ApiDrafts>;

const ofDraft = { slug: z.string(), documentId: z.uuid(), title: localized, version };

/** GET /api/drafts/:slug of a split. */
export const ApiSplit = z.strictObject({
  ...ofDraft,
  kind: z.literal("split"),
  categories: z
    .array(
      z.strictObject({
        id: z.string(),
        label: localized,
        sides: z.enum(SIDES).describe("Which side funds it."),
        order: z.string().describe("Compared as plain text; ties by id."),
        question: z.strictObject({ text: z.string() }).nullable().describe("An open question."),
        rationale: localized,
        legalBasis: z.string().nullable(),
        status: z.enum(CATEGORY_STATUSES),
        wish: z.string().nullable().describe("On whose wish it was last changed."),
      }),
    )
    .describe("Removed ones included."),
});
export type ApiSplit = z.infer<typeof ApiSplit>;

/** GET /api/drafts/:slug of a text. */
export const ApiText = z.strictObject({
  ...ofDraft,
  kind: z.literal("text"),
  text: z
    .strictObject({ type: z.literal("doc"), content: z.array(z.looseObject({ type: z.string() })) })
    .describe(
      "The live text in its canonical form (ProseMirror's nodes), open suggestions included: marks and attributes insertion and deletion.",
    ),
  html: z.string().describe("What the text says, without suggestions, as an HTML fragment."),
  markdown: z.string().describe("The same as Markdown."),
});
export type ApiText = z.infer<typeof ApiText>;

/** GET /api/drafts/:slug */
export const ApiDraft = z.discriminatedUnion("kind", [ApiSplit, ApiText]);
export type ApiDraft = z.infer<typeof ApiDraft>;

/** GET /api/drafts/:slug/positions */
export const ApiPositions = z.strictObject({
  parties: z
    .array(z.strictObject({ slug: z.string(), name: z.string(), shortName: z.string() }))
    .describe("Every party at the table, in its order."),
  positions: z.array(
    z.strictObject({
      party: z.string().describe("The party's slug."),
      category: z.string().nullable().describe("The category's id; null for the draft as a whole."),
      value: z.enum(POSITION_VALUES),
      reason: z.string(),
      stale: z.boolean().describe("Given on another text than the present one."),
      preliminary: z.boolean().describe("Not confirmed by the party's own organ."),
      givenAt: z.iso.datetime(),
      told: z.boolean().describe("Told by telephone and not yet confirmed by the party."),
      isExample: z.boolean().describe("Invented for the demo."),
    }),
  ),
  finder: z
    .strictObject({
      contested: categoryIds,
      oneReservation: categoryIds,
      missing: categoryIds,
      ready: categoryIds,
    })
    .describe(
      `Every category on the board in one group, the first that fits of ${FINDER_GROUPS.join(", ")}.`,
    ),
  whole: z
    .enum(FINDER_GROUPS)
    .describe("The group of the draft as a whole: what the parties are asked about in a text."),
});
export type ApiPositions = z.infer<typeof ApiPositions>;

/** Any answer that is not 200. */
export const ApiError = z.strictObject({ error: z.enum(["signed-out", "not-found"]) });
