/** A sent statement as it is frozen: canonical JSON with its sha256. */
import { z } from "zod";
import { canonicalJson, sha256Hex } from "../split/canonical";
import { normalizeText } from "../text/normalize";
import type { TextDocument } from "../text/text";
import type { SaidParts } from "./parts";

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
  /** The same parts as they were written, with their lists and links: those that were begun as texts. */
  texts: z.record(z.string(), z.unknown().transform(normalizeText)).optional(),
  attachments: z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), sha256: z.string() })),
});

export type StatementContent = z.infer<typeof SCHEMA>;

/** Canonical JSON of a statement and its hash: equal statements give equal bytes. */
export function freezeStatement(content: StatementContent): { content: string; sha256: string } {
  const { texts, ...rest } = content;
  const text = canonicalJson(hasTexts(texts) ? { ...rest, texts: inOneForm(texts) } : rest);
  return { content: text, sha256: sha256Hex(text) };
}

/** Reads what freezeStatement wrote. Throws for anything else. */
export function parseStatement(content: string): StatementContent {
  return SCHEMA.parse(JSON.parse(content));
}

/** One text for equal drafts of a statement: a page shows it, and sending asks that it is still the same. */
export function draftHash({ parts, texts }: SaidParts, attachmentHashes: string[]): string {
  return sha256Hex(
    canonicalJson({ parts, texts: inOneForm(texts), attachments: [...attachmentHashes].sort() }),
  );
}

type Texts = Record<string, TextDocument>;
const hasTexts = (texts: Texts | undefined): texts is Texts =>
  texts !== undefined && Object.keys(texts).length > 0;
const inOneForm = (texts: Texts) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, normalizeText(text)]));
