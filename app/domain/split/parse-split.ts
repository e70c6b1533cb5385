import { z } from "zod";
import { CATEGORY_STATUSES, SIDES, type Split } from "./split";

const localized = z.strictObject({ fi: z.string(), sv: z.string().optional(), en: z.string().optional() });
const split = z.strictObject({
  categories: z.array(
    z.strictObject({
      id: z.string().min(1),
      label: localized,
      sides: z.enum(SIDES),
      order: z.string(),
      question: z.strictObject({ text: z.string() }).nullable(),
      rationale: localized,
      legalBasis: z.string().nullable(),
      status: z.enum(CATEGORY_STATUSES),
    }),
  ),
});

/** Reads a frozen version's content. Throws when the text is not a split: a version is never guessed at. */
export function parseCanonicalSplit(text: string): Split {
  return split.parse(JSON.parse(text));
}
