/** The text that a position is given on (rules P4, V4): kept with the position, so that the difference can be shown. */
import { z } from "zod";
import { canonicalJson, normalizeCategory, sha256Hex } from "../split/canonical";
import { byOrder, type Category, SIDES, type Sides, type Split } from "../split/split";

/** Label, sides, status, question and rationale in Finnish. */
export interface GivenText {
  label: string;
  sides: Sides;
  status: string;
  /** Null without a question; empty when only its mark stands. */
  question: string | null;
  rationale: string;
}

const Text = z.strictObject({
  label: z.string(),
  sides: z.enum(SIDES),
  status: z.string(),
  question: z.string().nullable(),
  rationale: z.string(),
});

export function givenText(category: Category): GivenText {
  const { label, sides, status, question, rationale } = normalizeCategory(category);
  return { label: label.fi, sides, status, question: question?.text ?? null, rationale: rationale.fi };
}

/** Canonical JSON of the text: its SHA-256 is the category's content hash (rule V4). */
export function contentOfText({ question, ...text }: GivenText): string {
  return canonicalJson({ ...text, question: question === null ? null : { text: question } });
}

/** The text behind a kept content. Throws for what is none. */
export function textOfContent(content: string): GivenText {
  const { question, ...text } = JSON.parse(content);
  return Text.parse({ ...text, question: question === null ? null : question.text });
}

/** The text that a page says it showed, when it is of this hash; null otherwise. */
export function shownText(json: string, hash: string): GivenText | null {
  try {
    const text = Text.parse(JSON.parse(json));
    return sha256Hex(contentOfText(text)) === hash ? text : null;
  } catch {
    return null;
  }
}

/** A subject's present text: its hash, and the canonical content that is kept. */
export interface SubjectText {
  hash: string;
  content: string;
}

/** The whole draft's: every category on the board in order, each with its text. */
function draftText(split: Split): SubjectText {
  const onBoard = split.categories.filter(({ status }) => status !== "removed").sort(byOrder);
  const content = canonicalJson(onBoard.map((category) => [category.id, givenText(category)]));
  return { hash: sha256Hex(content), content };
}

/**
 * The present text of a category, or of the whole split for null; null for a category that is removed or unknown. What
 * stands for a text is its last frozen version (server/queries/draft-subjects.server.ts).
 */
export function subjectText(split: Split, categoryId: string | null): SubjectText | null {
  if (categoryId === null) return draftText(split);
  const category = split.categories.find(({ id, status }) => id === categoryId && status !== "removed");
  if (!category) return null;
  const content = contentOfText(givenText(category));
  return { hash: sha256Hex(content), content };
}
