/** A sent statement as it is frozen: canonical JSON with its sha256. */
import { z } from "zod";
import { canonicalJson, sha256Hex } from "../split/canonical";

const SCHEMA = z.object({
  /** The round's address, and the frozen version that the statement speaks of (rule R1). */
  round: z.string(),
  version: z.object({ number: z.number(), sha256: z.string() }),
  /** The party's address. */
  party: z.string(),
  organ: z.string(),
  section: z.string().nullable(),
  /** YYYY-MM-DD, or null. */
  organDate: z.string().nullable(),
  /** Texts by the part's name: what was left empty is not here. */
  parts: z.record(z.string(), z.string()),
  attachments: z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), sha256: z.string() })),
});

export type StatementContent = z.infer<typeof SCHEMA>;

/** Canonical JSON of a statement and its hash: equal statements give equal bytes. */
export function freezeStatement(content: StatementContent): { content: string; sha256: string } {
  const text = canonicalJson(content);
  return { content: text, sha256: sha256Hex(text) };
}

/** Reads what freezeStatement wrote. Throws for anything else. */
export function parseStatement(content: string): StatementContent {
  return SCHEMA.parse(JSON.parse(content));
}

/** One text for equal drafts of a statement: a page shows it, and sending asks that it is still the same. */
export function draftHash(parts: Record<string, string>, attachmentHashes: string[]): string {
  return sha256Hex(canonicalJson({ parts, attachments: [...attachmentHashes].sort() }));
}
