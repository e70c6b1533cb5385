/**
 * A list as it stands on the slides of these tables becomes a split (rule F3): headings name the sides, "?" is an open
 * question, a bracket around the whole is "proposed for removal" (rule S4), and the same row on both sides is one
 * category on both (rule S2).
 */
import { generateNKeysBetween } from "fractional-indexing-jittered";
import { type CountedWarning, countedWarnings, type ImportWarning } from "../files/import";
import { blockText } from "../text/reading";
import type { BlockNode, TextDocument } from "../text/text";
import {
  CATEGORIES_MAX,
  type Category,
  LABEL_CHARACTERS_MAX,
  QUESTION_CHARACTERS_MAX,
  RATIONALE_CHARACTERS_MAX,
  type Sides,
  type Split,
} from "./split";

export interface ListOptions {
  /** The side of lines above which no heading names one. */
  side: Sides;
  /** Rule S1: an id that no label decides. */
  newId: () => string;
}
export type ListReading =
  | { ok: true; split: Split; title: string; warnings: CountedWarning[] }
  | { ok: false; refusal: "noCategories" | "manyCategories" };

/** Names that a side goes by, in the three languages, at the beginning of a heading. */
const SIDE_NAMES: [Sides, RegExp][] = [
  ["both", /^(molemmat|molempien|yhteiset|yhteinen|båda|bägge|gemensamma|both)$/i],
  [
    "municipality",
    /^(kunta|kunnat|kunnan|kommun|kommunen|kommuner|kommunerna|municipality|municipalities)$/i,
  ],
  [
    "region",
    /^(hyvinvointialue|hyvinvointialueen|alue|välfärdsområde|välfärdsområdet|region|wellbeing services county)$/i,
  ],
];
const MARKER = /^\s*(?:[•·‣▪◦●○–—*+-]|o(?=\s)|\d{1,3}[.)])\s+/u;
const HEADING_MARKS = /^\s*#{1,6}\s+/;
/** "Kunta - esimerkinomaisesti": what follows the name is a remark. */
const REMARK = /\s*(?:[-–—:(].*)?$/u;

interface Line {
  words: string;
  isItem: boolean;
  isHeading: boolean;
}

/** What was pasted, line by line; a line with tabs is a row of a table with a column for each side. */
export function splitFromPaste(pasted: string, options: ListOptions): ListReading {
  const rows = pasted.split(/\r\n?|[\n\v\u2028]/).filter((line) => line.trim());
  return splitFromRows(
    rows.map((row) => row.split("\t").map(lineOf)),
    options,
  );
}

/** A text that was read from a file: headings, items of lists, and tables with a column for each side. */
export function splitFromText({ content }: TextDocument, options: ListOptions): ListReading {
  return splitFromRows(content.flatMap(rowsOf), options);
}

function lineOf(line: string): Line {
  const isHeading = HEADING_MARKS.test(line);
  const bare = line.replace(HEADING_MARKS, "");
  const words = bare.replace(MARKER, "");
  return { words: tidy(words), isItem: words !== bare, isHeading };
}

const tidy = (words: string) => words.replace(/\s+/gu, " ").trim();
const isBlank = ({ words }: Line) => !words;

function rowsOf(block: BlockNode): Line[][] {
  switch (block.type) {
    case "heading":
      return [[{ words: tidy(blockText(block)), isItem: false, isHeading: true }]];
    case "paragraph":
      // Lines that a break parts are lines of their own.
      return blockText(block)
        .split("\n")
        .map((line) => [lineOf(line)]);
    case "table":
      return block.content.flatMap((row) => {
        if (row.type !== "tableRow") return [];
        const cells = row.content.map((cell) =>
          "content" in cell ? (cell.content as BlockNode[]).flatMap(rowsOf).flat() : [],
        );
        const height = Math.max(0, ...cells.map((cell) => cell.length));
        // A cell with several lines has a row for each.
        return Array.from({ length: height }, (_, line) => cells.map((cell) => cell[line] ?? EMPTY_LINE));
      });
    case "listItem": {
      const [first, ...rest] = block.content;
      if (!first) return [];
      const own =
        first.type === "paragraph"
          ? [[{ words: tidy(blockText(first)), isItem: true, isHeading: false }]]
          : rowsOf(first);
      return [...own, ...rest.flatMap(rowsOf)];
    }
    case "draftBlock":
      return [];
    default:
      return block.content.flatMap(rowsOf);
  }
}
const EMPTY_LINE: Line = { words: "", isItem: false, isHeading: false };

function sideOf({ words, isItem }: Line): Sides | null {
  const name = words.replace(/:$/, "").trim();
  // An item is a heading only when it is nothing but a side's name.
  const bare = isItem ? name : name.replace(REMARK, "").trim();
  return SIDE_NAMES.find(([, pattern]) => pattern.test(name) || pattern.test(bare))?.[0] ?? null;
}

interface Listed {
  words: string;
  sides: Sides;
}

function splitFromRows(rows: Line[][], options: ListOptions): ListReading {
  const counts: Partial<Record<ImportWarning, number>> = {};
  const warn = (warning: ImportWarning) => {
    counts[warning] = (counts[warning] ?? 0) + 1;
  };
  const hasItems = rows.some((row) => row.some(({ isItem }) => isItem));
  const listed: Listed[] = [];
  let title = "";
  let columns: (Sides | null)[] | null = null;
  let side: Sides | null = null;
  for (const row of rows) {
    const sides = row.map(sideOf);
    if (row.length > 1 && sides.filter(Boolean).length > 1) {
      columns = sides;
      continue;
    }
    if (row.length === 1) columns = null;
    for (const [column, line] of row.entries()) {
      if (isBlank(line)) continue;
      const own = row.length === 1 ? sides[0] : null;
      if (own) side = own;
      else if (!line.isItem && (line.isHeading || (hasItems && !columns && listed.length === 0))) {
        // What stands above the list: the first line names it, the rest is not a category.
        if (title) warn("skippedLines");
        else title = line.words;
      } else {
        const on = columns?.[column] ?? side;
        if (!on) warn("withoutSide");
        listed.push({ words: line.words, sides: on ?? options.side });
      }
    }
  }
  if (listed.length === 0) return { ok: false, refusal: "noCategories" };
  if (listed.length > CATEGORIES_MAX) return { ok: false, refusal: "manyCategories" };
  const split = splitOfListed(listed, options, warn);
  return { ok: true, split, title, warnings: countedWarnings(counts) };
}

type Read = Pick<Category, "label" | "question" | "status" | "rationale" | "sides">;

function splitOfListed(
  listed: Listed[],
  { newId }: ListOptions,
  warn: (warning: ImportWarning) => void,
): Split {
  const categories: Read[] = [];
  for (const { words, sides } of listed) {
    const read = categoryOf(words, sides, warn);
    const same = categories.find((c) => key(c) === key(read));
    if (same && same.sides !== sides) {
      // Rule S2; the mark that either row carries stands.
      same.sides = "both";
      same.question ??= read.question;
      if (read.status !== "active") same.status = read.status;
      warn("mergedBoth");
      continue;
    }
    if (same) warn("sameLabel"); // rule S7: both stand
    categories.push(read);
  }
  const orders = generateNKeysBetween(null, null, categories.length);
  return {
    categories: categories.map((read, index) => ({
      ...read,
      id: newId(),
      order: orders[index]!,
      legalBasis: null,
    })),
  };
}

const key = ({ label }: Read) => label.fi.toLocaleLowerCase("fi");

/** One line: its marks taken off, what they say kept. */
function categoryOf(words: string, sides: Sides, warn: (warning: ImportWarning) => void): Read {
  const { inside, isBracketed } = withoutBracket(words);
  const { label, question } = withoutQuestion(inside);
  const status = isBracketed ? "proposedForRemoval" : "active";
  if (label.length <= LABEL_CHARACTERS_MAX)
    return { label: { fi: label }, question, status, rationale: { fi: "" }, sides };
  // Rule S7: the label is what fits; the whole line is kept as the rationale.
  warn("longLabel");
  const cut = label.slice(0, LABEL_CHARACTERS_MAX - 1).replace(/\s+\S*$|[\uD800-\uDBFF]$/u, "");
  const rationale = { fi: label.slice(0, RATIONALE_CHARACTERS_MAX) };
  return { label: { fi: `${cut}…` }, question, status, rationale, sides };
}

const BRACKETS: Record<string, string> = { "(": ")", "[": "]" };

/** A bracket around the whole line, also one that was never closed, as on the real slide. */
function withoutBracket(words: string): { inside: string; isBracketed: boolean } {
  const close = BRACKETS[words[0] ?? ""];
  if (!close) return { inside: words, isBracketed: false };
  let depth = 0;
  for (let at = 0; at < words.length; at++) {
    if (words[at] === words[0]) depth++;
    if (words[at] === close && --depth === 0) {
      const [inner, rest] = [words.slice(1, at), words.slice(at + 1).trim()];
      // "(A)?" is a bracket with a question; "(A) B" is not around the whole.
      if (rest === "" || rest === "?")
        return { inside: tidy(inner + rest), isBracketed: inner.trim() !== "" };
      return { inside: words, isBracketed: false };
    }
  }
  return { inside: words.slice(1).trim(), isBracketed: words.length > 1 };
}

/** "A?", "A (?)", "A? kuka vastaa", "A (kuka vastaa?)". */
function withoutQuestion(words: string): { label: string; question: Category["question"] } {
  const mark = /^(.*?\S)\s*\(\s*\?\s*\)$/u.exec(words);
  if (mark) return { label: mark[1]!, question: { text: "" } };
  const asked = /^(.*?\S)\s*\(([^()]*\S)\s*\?\s*\)$/u.exec(words);
  if (asked) return { label: asked[1]!, question: questionOf(`${asked[2]}?`) };
  const at = words.indexOf("?");
  if (at <= 0) return { label: words, question: null };
  const [label, after] = [
    words.slice(0, at).trim(),
    words
      .slice(at + 1)
      .replace(/^[?\s–—:-]+/u, "")
      .trim(),
  ];
  return { label, question: questionOf(after) };
}

const questionOf = (text: string) => ({ text: text.slice(0, QUESTION_CHARACTERS_MAX) });
