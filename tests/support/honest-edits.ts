/** What honest people do to a document, at random and by seed: for the gate's tests and for the floods of other tests. */
import * as Y from "yjs";
import {
  categoriesMap,
  categoryText,
  editText,
  setCategoryFields,
} from "../../app/collab/documents/split-document";
import { addUndoably } from "../../app/collab/documents/undoable-add";
import { LANGUAGES } from "../../app/domain/languages";
import { CATEGORY_STATUSES, SIDES } from "../../app/domain/split/split";
import type { DocumentKind } from "../../server/collab/log/update-log";
import { aCategory } from "./splits";

export type Random = () => number;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (random: Random, end: number) => Math.floor(random() * end);
export const pick = <T>(random: Random, of: readonly T[]): T => of[below(random, of.length)]!;

const WORDS = ["a", "ö", "sana ", "😀", "👨‍👩‍👧", "\u00e4\u0308", "Työ", " ", "\n", "漢字", "x".repeat(40)];

/**
 * Makes one edit of the kind as the transaction of `origin`. With `cutsPairs` a text is also cut between the halves of
 * a surrogate pair, as a careless editor does: Yjs then puts U+FFFD there, and a half stays in the editor's own copy.
 */
export function editHonestly(
  kind: DocumentKind,
  doc: Y.Doc,
  random: Random,
  origin?: unknown,
  cutsPairs = false,
): void {
  if (kind === "note") {
    doc.transact(() => editPlainText(doc.getText("content"), random, cutsPairs), origin);
    return;
  }
  if (kind === "text") {
    doc.transact(() => editRichText(doc, random, cutsPairs), origin);
    return;
  }
  const { size } = categoriesMap(doc);
  // Made as the board makes it: outside undo, so that undo never takes a category away.
  if (size === 0 || (size < 40 && random() < 0.1))
    addUndoably(doc, aCategory({ id: `c${below(random, 1e9).toString(36)}`, order: "a0" }));
  else doc.transact(() => editSplit(doc, random, origin), origin);
}

function editSplit(doc: Y.Doc, random: Random, origin: unknown): void {
  const id = pick(random, [...categoriesMap(doc).keys()]);
  const choice = below(random, 10);
  if (choice < 7) {
    const text = categoryText(doc, id, random() < 0.7 ? "label" : "rationale", pick(random, LANGUAGES))!;
    // By code points: who types into a field cannot come between the halves of a pair.
    const current = Array.from(text.toString());
    const at = below(random, current.length + 1);
    const rest = current.length > 100 || random() < 0.3 ? at + below(random, 8) : at;
    const target = [...current.slice(0, at), pick(random, WORDS), ...current.slice(rest)].join("");
    editText(text, target, origin);
  } else {
    setCategoryFields(
      doc,
      id,
      { sides: pick(random, SIDES), status: pick(random, CATEGORY_STATUSES) },
      origin,
    );
    if (choice === 8) setCategoryFields(doc, id, { question: { text: pick(random, WORDS) } }, origin);
    if (choice === 9) setCategoryFields(doc, id, { question: null, legalBasis: "1 §" }, origin);
  }
}

type Parent = Y.XmlFragment | Y.XmlElement;
const WORDED = ["paragraph", "heading"];
const SUGGESTION_IDS = ["ehdotus-1", "ehdotus-2", "ehdotus-3"];
const LINK = { href: "https://example.org/ä", target: null, rel: "noopener", class: null, title: null };
const MARKS = [
  ...[{ bold: {} }, { italic: {} }, { link: LINK }, { "insertion--AbCd+/0=": { id: SUGGESTION_IDS[0] } }],
  { "deletion--ZyXw1234": { id: SUGGESTION_IDS[1] } },
];
/** As the editor names them; of a cell as of a heading, values and none. */
const ATTRIBUTES: Record<string, [string, unknown][]> = {
  heading: [["level", 3]],
  orderedList: [
    ["start", 4],
    ["type", null],
  ],
  tableCell: [
    ["colspan", 2],
    ["colwidth", [120, 80.5]],
  ],
  sourceNote: [["text", "Muistio 8/2022"]],
};
const SUGGESTED = ["insertion", "deletion"];

function editRichText(doc: Y.Doc, random: Random, cutsPairs: boolean): void {
  const parents: Parent[] = [];
  const nodes: Y.XmlElement[] = [];
  const texts: Y.XmlText[] = [];
  collect(doc.getXmlFragment("content"), 0, { parents, nodes, texts });
  const parent = pick(random, parents);
  const choice = below(random, 12);
  if (texts.length === 0 || choice === 0) {
    parent.insert(below(random, parent.length + 1), [block(random)]);
  } else if (choice === 1 && parents.length > 20) {
    parent.delete(0, Math.min(parent.length, 1 + below(random, 2)));
  } else if (choice === 2) {
    const node = pick(random, nodes);
    const of = ATTRIBUTES[node.nodeName] ?? [];
    const [key, value] =
      of.length > 0 && random() < 0.5
        ? pick(random, of)
        : ([pick(random, SUGGESTED), pick(random, SUGGESTION_IDS)] as const);
    if (/Cell|Header/.test(node.nodeName) && SUGGESTED.includes(key)) return;
    if (random() < 0.8) node.setAttribute(key, value as string);
    else node.removeAttribute(key);
  } else {
    editRun(pick(random, texts), choice, random, cutsPairs);
  }
}

interface Found {
  /** What may hold blocks. */
  parents: Parent[];
  nodes: Y.XmlElement[];
  texts: Y.XmlText[];
}

function collect(parent: Parent, depth: number, found: Found): void {
  const name = parent instanceof Y.XmlElement ? parent.nodeName : null;
  if (depth < 10 && (!name || ["blockquote", "listItem", "tableCell"].includes(name)))
    found.parents.push(parent);
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) found.texts.push(child);
    if (!(child instanceof Y.XmlElement)) continue;
    found.nodes.push(child);
    collect(child, depth + 1, found);
  }
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

function block(random: Random): Y.XmlElement {
  const text = new Y.XmlText();
  text.insert(0, pick(random, WORDS));
  const inline = pick(random, ["hardBreak", "sourceNote"]);
  const words = random() < 0.2 ? [text, element(inline, []), new Y.XmlText()] : [text];
  const worded = element(pick(random, WORDED), words);
  const choice = below(random, 8);
  if (choice === 0) return element("blockquote", [worded]);
  if (choice === 1)
    return element(pick(random, ["bulletList", "orderedList"]), [element("listItem", [worded])]);
  if (choice === 2)
    return element("table", [
      element("tableRow", [element("tableCell", [worded]), element("tableHeader", [])]),
    ]);
  return worded;
}

/** As a field writes: by whole characters, unless it cuts pairs. */
function editPlainText(text: Y.Text, random: Random, cutsPairs: boolean): void {
  const written = text.toString();
  const whole = (index: number) =>
    !cutsPairs && /[\udc00-\udfff]/.test(written[index] ?? "") ? index - 1 : index;
  const at = whole(below(random, written.length + 1));
  const length = Math.max(0, whole(Math.min(at + 1 + below(random, 6), written.length)) - at);
  if ((random() < 0.3 || written.length > 400) && length > 0) text.delete(at, length);
  else if (random() < 0.1) {
    text.insert(at, "pois");
    text.delete(at, 4);
  } else text.insert(at, pick(random, WORDS));
}

function editRun(text: Y.XmlText, choice: number, random: Random, cutsPairs: boolean): void {
  const written = (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join("");
  const whole = (index: number) => {
    const within = Math.min(index, text.length);
    return !cutsPairs && /[\udc00-\udfff]/.test(written[within] ?? "") ? within - 1 : within;
  };
  const at = whole(below(random, text.length + 1));
  const length = Math.max(0, whole(at + 1 + below(random, 6)) - at);
  if (choice === 3 && length > 0) text.format(at, length, pick(random, MARKS));
  else if (choice === 4 && length > 0) text.format(at, length, { bold: null });
  else if ((choice === 5 || text.length > 400) && length > 0) text.delete(at, length);
  else if (choice === 6) {
    // Typed and taken back in one go: the client keeps only that something was there.
    text.insert(at, "pois");
    text.delete(at, 4);
  } else text.insert(at, pick(random, WORDS), random() < 0.2 ? pick(random, MARKS) : undefined);
}
