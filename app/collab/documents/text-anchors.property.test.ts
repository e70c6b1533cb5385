/**
 * Goal: no edit of anybody moves a comment onto words it is not about, and no comment is lost without saying so.
 * Method: two replicas of a text edit at once as two browsers do (typing, deleting, splitting, joining, other block
 * types, moved paragraphs, undo, restored versions, offline merges). Every word is written with a letter of its own, so
 * that each letter on the page tells which word it comes from, whatever the code under test believes.
 */
import type { Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { TextReplica } from "../../../tests/support/text-replica";
import {
  KEPT_SHARE_MIN,
  KEPT_STRETCH_MIN,
  type PassageAnchor,
  QUOTE_ALONE_MIN,
} from "../../domain/text/anchor";
import { anchorOf, locatePassages, readWords } from "./text-anchors";
import { readText } from "./text-document";

const RUNS = 1200;

/** A word whose letters stand nowhere else. */
const wordMaker = () => {
  let n = 0;
  return (length: number) => String.fromCodePoint(0x4e00 + n++).repeat(length);
};

const op = fc.record({
  who: fc.nat(1),
  kind: fc.constantFrom(
    ...([
      "type",
      "type",
      "type",
      "delete",
      "deleteFar",
      "split",
      "join",
      "heading",
      "wrap",
      "bold",
      "break",
    ] as const),
    ...(["move", "move", "cut", "undo", "merge", "restore", "retype"] as const),
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.integer({ min: 1, max: 9 }),
});
type Op = { who: number; kind: string; at: number; size: number };

const start = fc.record({
  paragraphs: fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 45 }),
  ops: fc.array(op, { minLength: 1, maxLength: 8 }),
});

/** Where the textblocks are, with their positions. */
function blocksOf(node: Node): { pos: number; node: Node }[] {
  const blocks: { pos: number; node: Node }[] = [];
  node.descendants((child, pos) => {
    if (child.isTextblock) blocks.push({ pos, node: child });
    return !child.isTextblock;
  });
  return blocks;
}

function apply(
  replica: TextReplica,
  { kind, at, size }: Op,
  word: (length: number) => string,
  restored: () => void,
) {
  const { node } = replica;
  const blocks = blocksOf(node);
  const block = blocks[Math.min(blocks.length - 1, Math.floor(at * blocks.length))]!;
  const inside = block.pos + 1 + Math.floor(((at * 97) % 1) * (block.node.content.size + 1));
  const end = Math.min(block.pos + 1 + block.node.content.size, inside + size);
  const { schema } = node.type;
  const steps: Record<string, (tr: Transform) => unknown> = {
    type: (tr) => tr.insert(inside, schema.text(size % 3 === 0 ? ` ${word(size)} ` : word(1 + (size % 3)))),
    delete: (tr) => tr.delete(inside, end),
    retype: (tr) => tr.replaceWith(inside, end, schema.text(word(size))),
    deleteFar: (tr) => tr.delete(inside, Math.min(node.content.size - 1, inside + size * 6)),
    split: (tr) => tr.split(inside),
    join: (tr) => tr.join(block.pos),
    heading: (tr) => tr.setBlockType(inside, inside, schema.nodes.heading!, { level: 1 + (size % 3) }),
    wrap: (tr) => {
      const range = tr.doc.resolve(inside).blockRange();
      if (range) tr.wrap(range, [{ type: schema.nodes.blockquote! }]);
    },
    bold: (tr) => tr.addMark(inside, end, schema.marks.bold!.create()),
    break: (tr) => tr.insert(inside, schema.nodes.hardBreak!.create()),
    move: (tr) => {
      tr.delete(block.pos, block.pos + block.node.nodeSize);
      const places = blocksOf(tr.doc);
      tr.insert(places[size % places.length]!.pos, block.node);
    },
  };
  if (kind === "undo") return replica.takeBack();
  if (kind === "restore") return restored();
  if (kind === "cut") {
    // Two changes of the document: what is cut is gone before it is pasted.
    if (blocks.length < 2) return;
    replica.edit((tr) => tr.delete(block.pos, block.pos + block.node.nodeSize));
    const places = blocksOf(replica.node);
    return replica.edit((tr) => tr.insert(places[size % places.length]!.pos, block.node));
  }
  replica.edit((tr) => steps[kind]!(tr));
}

const bare = (text: string) => text.replace(/\s/g, "");

describe("A1, A3, A4: random edits", () => {
  it(`never move an anchor onto foreign words, nor lose words that stand there (${RUNS} runs)`, () => {
    let stood = 0;
    let gone = 0;
    fc.assert(
      fc.property(start, ({ paragraphs, at, length, ops }) => {
        const word = wordMaker();
        const content = paragraphs.map((words) => ({
          type: "paragraph" as const,
          content: [{ type: "text" as const, text: words.map((size) => word(size)).join(" ") }],
        }));
        const replicas = [new TextReplica(11), new TextReplica(12)] as const;
        replicas[0].write({ type: "doc", content });
        replicas[1].pull(replicas[0]);
        const words = readWords(replicas[0].doc);
        const from = Math.floor(at * words.text.length);
        const anchor = anchorOf(words, { from, to: Math.min(words.text.length, from + length) });
        if (!anchor) return; // nothing but a space
        const version = readText(replicas[0].doc);
        for (const step of ops) {
          const [self, other] = step.who ? [replicas[1], replicas[0]] : replicas;
          if (step.kind === "merge") self.pull(other);
          else apply(self, step, word, () => self.write(version));
          check(self.doc, anchor) ? stood++ : gone++;
        }
        replicas[0].pull(replicas[1]);
        replicas[1].pull(replicas[0]);
        const ends = replicas.map(({ doc }) => passageIn(doc, anchor));
        expect(ends[0], "the same on both").toEqual(ends[1]);
        check(replicas[0].doc, anchor);
        // A reader who comes later has only the log.
        const fresh = new Y.Doc();
        Y.applyUpdate(fresh, Y.encodeStateAsUpdate(replicas[0].doc));
        expect(passageIn(fresh, anchor)).toEqual(ends[0]);
      }),
      { numRuns: RUNS },
    );
    expect(stood, "most passages stand after an edit").toBeGreaterThan(gone);
    expect(gone).toBeGreaterThan(0);
  }, 120_000);
});

const passageIn = (doc: Y.Doc, anchor: PassageAnchor) => {
  const words = readWords(doc);
  const passage = locatePassages(words, [["a", anchor]]).get("a") ?? null;
  return passage && { ...passage, words: words.text.slice(passage.from, passage.to) };
};

/** True while the anchor stands. Throws when it stands where it may not, or is gone though its words are there. */
function check(doc: Y.Doc, anchor: PassageAnchor): boolean {
  const found = passageIn(doc, anchor);
  const { text } = readWords(doc);
  const quoted = new Set(bare(anchor.quote));
  const total = bare(anchor.quote).length;
  if (found) {
    expect(quoted.has(found.words.at(0)!), `begins on its words: ${found.words}`).toBe(true);
    expect(quoted.has(found.words.at(-1)!), `ends on its words: ${found.words}`).toBe(true);
    const own = [...found.words].filter((letter) => quoted.has(letter)).length;
    expect(own >= Math.min(total * KEPT_SHARE_MIN, KEPT_STRETCH_MIN), "enough of its words").toBe(true);
    return true;
  }
  const letters = [...bare(text)].filter((letter) => quoted.has(letter)).length;
  if (letters === total && total >= QUOTE_ALONE_MIN && bare(text).includes(bare(anchor.quote)))
    expect.unreachable(`"${anchor.quote}" stands in the text and was not found: ${text}`);
  return false;
}
