/** Answers of the read API about sealed decisions. */
import { z } from "zod";
import { DecisionContentSchema, SealSchema } from "../domain/decisions/seal-schema";
import { CHECKS, type Finding } from "../domain/decisions/verify";

/** GET /api/decisions/:id */
export const ApiDecision = z.strictObject({
  id: z.string(),
  content: DecisionContentSchema.describe("What was sealed."),
  seal: SealSchema.describe("The header that was hashed, and its sha256 (RFC 8785 canonical JSON)."),
  links: z.int().describe("Seals in the table's chain now."),
  agrees: z.boolean().describe("The server has just computed everything again, and it agrees."),
  findings: z.array(
    z.looseObject({ check: z.enum(CHECKS), ok: z.boolean() }) as unknown as z.ZodType<Finding>,
  ),
  address: z.string(),
  corrects: z.string().nullable().describe("Id of the decision that this one corrects."),
  correctedBy: z.array(z.string()),
});
export type ApiDecision = z.infer<typeof ApiDecision>;

/** GET /api/seals/:sha256 */
export const ApiSeal = z.strictObject({
  place: z.int().describe("In its chain, from 1."),
  kind: z.enum(["decision", "minutes"]),
  sealedAt: z.iso.datetime(),
});
export type ApiSeal = z.infer<typeof ApiSeal>;
