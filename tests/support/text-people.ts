/** What people do to a text through the editor's binding, at random and by seed: editors change it, suggesters suggest. */
import { Fragment } from "@tiptap/pm/model";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { textSchema } from "../../app/collab/documents/text-extensions";
import { readText, textFragment } from "../../app/collab/documents/text-reading";
import { normalizeBlocks } from "../../app/domain/text/normalize";
import { settleBlocks, suggestionIds } from "../../app/domain/text/suggestions";
import type { BlockNode, InlineNode, TextMark, TextWords } from "../../app/domain/text/text";
import { below, pick, type Random } from "./honest-edits";

const WORDS = ["kunta ", "hyvinvointialue ", "ä", "tuki ", "aa", "😀 ", "yhteistyö ", ". ", "sopimus "];
const count = { words: 0 };
type Worded = Extract<BlockNode, { type: "paragraph" | "heading" }>;

const schema = textSchema();

/** A document as the editor's binding has it: what is not changed keeps its identity. */
function open(doc: Y.Doc) {
  const root = textFragment(doc);
  const { doc: node, mapping } = initProseMirrorDoc(root, schema);
  const blocks = node.children.map((child) => child.toJSON() as BlockNode);
  const write = (next: BlockNode[], origin: unknown) => {
    const children = next.map((block) => {
      const index = blocks.indexOf(block);
      return index < 0 ? schema.nodeFromJSON(block) : node.child(index);
    });
    const changed = node.copy(Fragment.fromArray(children));
    doc.transact(() => updateYFragment(doc, root, changed, { mapping, isOMark: new Map() }), origin);
  };
  return { blocks, write };
}

/** No two write the same: of equal words side by side the binding cannot tell which were taken away. */
const words = (random: Random) => `${pick(random, WORDS)}${(count.words++).toString(36)} `;

function wordedBlocks(blocks: BlockNode[]): Worded[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph" || block.type === "heading") return [block];
    return block.type === "draftBlock" ? [] : wordedBlocks(block.content);
  });
}

/** Splits the words at two places by whole characters; the middle may be empty. */
function cut(node: TextWords, random: Random, longest: number): [string, string, string] {
  const all = Array.from(node.text);
  const at = below(random, all.length + 1);
  const end = Math.min(all.length, at + below(random, longest + 1));
  return [all.slice(0, at).join(""), all.slice(at, end).join(""), all.slice(end).join("")];
}
const part = (text: string, marks: TextMark[] | undefined): InlineNode[] =>
  text ? [{ type: "text", text, ...(marks?.length ? { marks } : {}) }] : [];

/** An editor's own edit: words, marks, blocks. */
export function editText(doc: Y.Doc, random: Random, origin: unknown): void {
  const { blocks, write } = open(doc);
  const next = [...blocks];
  const at = below(random, next.length);
  const choice = below(random, 8);
  const changed = structuredClone(next[at]!);
  const [block] = wordedBlocks([changed]);
  if (!block) return;
  block.content ??= [];
  const { content } = block;
  const index = below(random, Math.max(1, content.length));
  const node = content[index];
  if (choice === 0 && next.length < 30)
    next.splice(at, 0, {
      type: "paragraph",
      content: part(words(random), []),
    });
  else if (choice === 1 && next.length > 8) next.splice(at, 1);
  else if (node?.type === "text") {
    const [before, middle, after] = cut(node, random, 6);
    const marks = node.marks ?? [];
    const bold: TextMark[] = marks.some(({ type }) => type === "bold")
      ? marks.filter(({ type }) => type !== "bold")
      : [{ type: "bold" }, ...marks];
    const put =
      choice === 2
        ? part(middle, bold)
        : choice === 3
          ? []
          : [...part(middle, marks), ...part(words(random), marks)];
    content.splice(index, 1, ...part(before, marks), ...put, ...part(after, marks));
    next[at] = changed;
  } else {
    content.push(...part(words(random), []));
    next[at] = changed;
  }
  write(next, origin);
}

/** Accepts or declines one suggestion, or all that are there. */
export function settleOne(doc: Y.Doc, random: Random, origin: unknown): void {
  const ids = [...suggestionIds(readText(doc))];
  if (ids.length === 0) return;
  const which = random() < 0.9 ? new Set([pick(random, ids)]) : "all";
  const as = random() < 0.5 ? "accept" : "decline";
  const { blocks, write } = open(doc);
  const next = blocks.flatMap((block) => {
    const one = normalizeBlocks([block]);
    const settled = settleBlocks(one, which, as);
    return JSON.stringify(settled) === JSON.stringify(one) ? [block] : settled;
  });
  write(next.length > 0 ? next : [{ type: "paragraph" }], origin);
}

/**
 * What a person suggests: `own` are the ids of their suggestions so far, the last one is gone on with. `turn` tells
 * apart which blocks they suggest to delete: an attribute has one value, and of two at once the guard refuses one.
 */
export function suggest(doc: Y.Doc, random: Random, own: string[], turn: number, origin: unknown): void {
  const { blocks, write } = open(doc);
  const next = [...blocks];
  const isOwn = (id: string | null | undefined) => typeof id === "string" && own.includes(id);
  const id = own.at(-1)!;
  const at = below(random, next.length);
  const block = structuredClone(next[at]!) as Worded;
  const { insertion, deletion } = block.attrs ?? {};
  const choice = below(random, 10);
  const mark = (value: string | null) => {
    next[at] = { ...block, attrs: { ...block.attrs, deletion: value } } as BlockNode;
  };
  if (choice === 0 && next.length < 30)
    next.splice(at, 0, { type: "paragraph", attrs: { insertion: id }, content: part(words(random), []) });
  else if (choice === 1 && isOwn(insertion)) next.splice(at, 1);
  else if (choice === 1 && !deletion && at % 4 === turn % 4) mark(id);
  else if (choice === 2 && isOwn(deletion)) mark(null);
  else {
    suggestWords(block, random, id, isOwn, isOwn(insertion));
    next[at] = block;
  }
  write(next.length > 0 ? next : [{ type: "paragraph" }], origin);
}

function suggestWords(
  block: Worded,
  random: Random,
  id: string,
  isOwn: (id: string | null | undefined) => boolean,
  inOwnBlock: boolean,
): void {
  if (inOwnBlock && isOwn(block.attrs?.insertion)) {
    block.content = [...(block.content ?? []), ...part(words(random), [])];
    return;
  }
  const insertion: TextMark = { type: "insertion", attrs: { id } };
  const deletion: TextMark = { type: "deletion", attrs: { id } };
  block.content ??= [];
  const { content } = block;
  const index = below(random, Math.max(1, content.length));
  const node = content[index];
  if (node?.type !== "text") {
    content.push(...part(words(random), [insertion]));
    return;
  }
  const [before, middle, after] = cut(node, random, 8);
  const marks = node.marks ?? [];
  const suggested = marks.filter((mark) => mark.type === "insertion" || mark.type === "deletion");
  const plain = marks.filter((mark) => mark.type !== "insertion" && mark.type !== "deletion");
  const isOwnWords = suggested.some((mark) => mark.type === "insertion" && isOwn(mark.attrs.id));
  const typed = part(words(random), isOwnWords ? marks : [...plain, insertion]);
  const put =
    random() < 0.6
      ? [...part(middle, marks), ...typed]
      : isOwnWords
        ? []
        : part(middle, [
            ...marks,
            ...(suggested.some((m) => m.type === "deletion" && isOwn(m.attrs.id)) ? [] : [deletion]),
          ]);
  content.splice(index, 1, ...part(before, marks), ...put, ...part(after, marks));
}
