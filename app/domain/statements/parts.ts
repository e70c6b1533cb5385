/** The parts of a statement: the whole, each category, its proposed wording, and each question. */
import type { TextDocument } from "../text/text";
import { PROPOSED_CHANGE_CHARACTERS_MAX, STATEMENT_PART_CHARACTERS_MAX } from "./round";

export type PartName = "whole" | `category:${string}` | `change:${string}` | `question:${string}`;

/** The part as one value: `id` is the category's or the question's, null for the whole. */
export type Part = { kind: "whole"; id: null } | { kind: "category" | "change" | "question"; id: string };

export const categoryPart = (id: string): PartName => `category:${id}`;
export const changePart = (id: string): PartName => `change:${id}`;
export const questionPart = (id: string): PartName => `question:${id}`;

/** Reads a part's name; null for what is none. */
export function parsePart(name: string): Part | null {
  if (name === "whole") return { kind: "whole", id: null };
  const at = name.indexOf(":");
  const [kind, id] = [name.slice(0, at), name.slice(at + 1)];
  if ((kind === "category" || kind === "change" || kind === "question") && id) return { kind, id };
  return null;
}

/** Characters that the part may hold when it is sent. */
export function partLimit(name: string): number {
  return parsePart(name)?.kind === "change" ? PROPOSED_CHANGE_CHARACTERS_MAX : STATEMENT_PART_CHARACTERS_MAX;
}

/** Texts by the part's name, trimmed, without the empty ones. */
export type Parts = Partial<Record<string, string>>;

/** What a statement says, by the part's name. */
export interface SaidParts {
  /** Plain words of every part, trimmed, none empty: what is counted, searched and answered. */
  parts: Record<string, string>;
  /** The same with its form, of the parts that have one. */
  texts: Record<string, TextDocument>;
}

/** The parts that say something. */
export function saidParts(written: { part: string; text: string; rich?: TextDocument | null }[]): SaidParts {
  const said = written.filter(({ text }) => text.trim());
  return {
    parts: Object.fromEntries(said.map(({ part, text }) => [part, text.trim()])),
    texts: Object.fromEntries(said.flatMap(({ part, rich }) => (rich ? [[part, rich]] : []))),
  };
}

/** Every part a statement of the round can have, in the order in which it is read. */
export function partsInOrder(categoryIds: string[], questionIds: string[]): PartName[] {
  return [
    "whole",
    ...questionIds.map(questionPart),
    ...categoryIds.flatMap((id) => [categoryPart(id), changePart(id)]),
  ];
}
