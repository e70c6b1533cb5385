import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "./canonical";
import { diffTexts, isDifferent, type TextEntry, textAfter, textBefore } from "./diff";
import { summaryOf, textChanges } from "./diff-changes";
import { WORD_EDITS_MAX } from "./diff-words";
import { normalizeText } from "./normalize";
import type { BlockNode, TextDocument } from "./text";

const words = (text: string) => [{ type: "text" as const, text }];
const p = (text: string): BlockNode => ({ type: "paragraph", ...(text ? { content: words(text) } : {}) });
const h = (text: string, level = 1): BlockNode => ({
  type: "heading",
  attrs: { level },
  content: words(text),
});
const ul = (...items: string[]): BlockNode => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [p(item)] })),
});
const table = (...rows: string[][]): BlockNode => ({
  type: "table",
  content: rows.map((cells) => ({
    type: "tableRow",
    content: cells.map((cell) => ({ type: "tableCell", content: [p(cell)] })),
  })),
});
const doc = (...content: BlockNode[]): TextDocument => normalizeText({ type: "doc", content });
const told = (before: TextDocument, after: TextDocument) =>
  textChanges(diffTexts(before, after)).map(({ kind, block, excerpt }) => `${kind} ${block}: ${excerpt}`);

const A = p("Avustus voidaan myöntää rekisteröidylle yhdistykselle, joka toimii maakunnassa.");
const B = p("Hakemukseen liitetään toimintasuunnitelma ja talousarvio kuluvalle vuodelle.");
const C = p("Päätöksen tekee kunnanhallitus lausuntojen jälkeen viimeistään kesäkuussa.");

describe("V5: what changed between two texts", () => {
  test("nothing between equal ones", () => {
    const text = doc(h("Perusteet"), A, ul("yksi asia", "toinen asia"), table(["a", "b"]));
    expect(isDifferent(diffTexts(text, text))).toBe(false);
  });

  test("a word inside a paragraph, and nothing of its neighbours", () => {
    const after = p("Avustus voidaan myöntää rekisteröidylle järjestölle, joka toimii maakunnassa.");
    const entries = diffTexts(doc(A, B), doc(after, B));
    expect(entries.map(({ kind }) => kind)).toEqual(["changed", "same"]);
    expect(entries[0]).toMatchObject({
      words: [
        { kind: "same" },
        { kind: "removed", nodes: [{ text: "yhdistykselle" }] },
        { kind: "added", nodes: [{ text: "järjestölle" }] },
        { kind: "same" },
      ],
    });
  });

  test("added, removed and retitled blocks under their heading", () => {
    const changes = textChanges(diffTexts(doc(h("Perusteet"), A, B), doc(h("Perusteet", 2), B, C)));
    expect(changes).toMatchObject([
      { kind: "reshaped", block: "heading", number: 1 },
      { kind: "removed", block: "paragraph", under: "Perusteet", number: 2 },
      { kind: "added", block: "paragraph", under: "Perusteet", number: 3 },
    ]);
  });

  test("other formatting is told apart from other words", () => {
    const bold: BlockNode = {
      type: "paragraph",
      content: [{ type: "text", text: "Avustus", marks: [{ type: "bold" }] }],
    };
    expect(told(doc(p("Avustus")), doc(bold))).toEqual(["reshaped paragraph: Avustus"]);
  });

  test("items of a list, and a list that becomes a numbered one", () => {
    const before = doc(ul("Kokous pidetään keväällä", "Kokous pidetään syksyllä"));
    const after = doc(ul("Kokous pidetään keväällä", "Kokous pidetään myös talvella", "Uusi asia täällä"));
    expect(told(before, after)).toEqual([
      "reworded paragraph: Kokous pidetään myös talvella",
      "added listItem: Uusi asia täällä",
    ]);
    const numbered = doc({ ...ul("Kokous pidetään keväällä"), type: "orderedList" } as BlockNode);
    expect(told(doc(ul("Kokous pidetään keväällä")), numbered)).toEqual([
      "reshaped orderedList: Kokous pidetään keväällä",
    ]);
  });

  test("a row and a cell of a table", () => {
    const before = doc(table(["Liperi", "1 000 euroa"], ["Kitee", "2 000 euroa"]));
    const after = doc(table(["Liperi", "1 500 euroa"], ["Kitee", "2 000 euroa"], ["Nurmes", "500 euroa"]));
    expect(told(before, after)).toEqual([
      "reworded paragraph: 1 500 euroa",
      "added tableRow: Nurmes 500 euroa",
    ]);
  });

  test("source notes and references are words like others", () => {
    const note = (text: string): BlockNode => ({
      type: "paragraph",
      content: [...words("Asukkaita on paljon"), { type: "sourceNote", attrs: { text } }],
    });
    expect(told(doc(note("Tilastokeskus")), doc(note("Kuntaliitto")))).toEqual([
      "reworded paragraph: Asukkaita on paljon",
    ]);
  });

  test("suggestions are not told: they are not what the text says", () => {
    const suggested = doc({
      type: "paragraph",
      content: [
        { type: "text", text: "Avustus" },
        { type: "text", text: " heti", marks: [{ type: "insertion", attrs: { id: "suggestion-1" } }] },
      ],
    });
    expect(told(doc(p("Avustus")), suggested)).toEqual([]);
  });
});

describe("V6: moved blocks", () => {
  test("a paragraph that changed its place is moved, not removed and added", () => {
    expect(told(doc(A, B, C, p("Loppu")), doc(B, C, A, p("Loppu")))).toEqual([
      `moved paragraph: Avustus voidaan myöntää rekisteröidylle yhdistykselle, joka toimii maakunnassa.`,
    ]);
  });

  test("what moved together is told once, with how many", () => {
    const [one, two, three] = [h("Ensimmäinen luku täällä"), h("Toinen luku täällä"), h("Kolmas luku")];
    const changes = textChanges(diffTexts(doc(one, A, B, two, C, three), doc(two, C, one, A, B, three)));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: "moved" });
    expect(summaryOf(changes)[0]!.count).toBe(changes[0]!.count);
    expect(changes[0]!.count).toBeGreaterThan(1);
  });

  test("a moved and reworded one shows its words", () => {
    const reworded = p("Avustus voidaan myöntää rekisteröidylle järjestölle, joka toimii maakunnassa.");
    const entries = diffTexts(doc(A, B, C), doc(B, C, reworded));
    expect(entries.map((e) => [e.kind, "move" in e])).toEqual([
      ["removed", true],
      ["same", false],
      ["same", false],
      ["changed", true],
    ]);
  });
});

const aWord = fc.constantFrom(
  "kunta",
  "avustus",
  "järjestö",
  "päätös",
  "vuosi",
  "ja",
  "on",
  "2027",
  "Liperi",
);
const aLine = fc.array(aWord, { maxLength: 9 }).map((list) => list.join(" "));
const aParagraph: fc.Arbitrary<BlockNode> = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          type: fc.constant("text"),
          text: aLine,
          marks: fc.subarray([{ type: "bold" }]),
        }),
      },
      fc.constantFrom(
        { type: "hardBreak" },
        { type: "sourceNote", attrs: { text: "Tilasto" } },
        { type: "legalReference", attrs: { act: "612/2021", section: "7 §" } },
      ),
    ),
    { maxLength: 4 },
  )
  .map((content) => normalizeText({ type: "doc", content: [{ type: "paragraph", content }] }).content[0]!);
const aBlock: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 6, arbitrary: aParagraph },
  fc.tuple(aLine, fc.integer({ min: 1, max: 4 })).map(([text, level]) => h(text, level)),
  fc.array(aLine, { minLength: 1, maxLength: 4 }).map((items) => ul(...items)),
  fc
    .array(fc.array(aLine, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows) => table(...rows)),
  fc.constantFrom<BlockNode>({ type: "draftBlock", attrs: { slug: "jaottelu", version: null } }, A, B, C),
);
const aText = fc.array(aBlock, { maxLength: 12 }).map((content) => doc(...content));
/** A text made of another: blocks left out, put elsewhere and written anew. */
const anEdit = fc
  .tuple(aText, fc.array(fc.tuple(fc.nat(), fc.nat(), aBlock, fc.nat(3)), { maxLength: 6 }))
  .map(([text, edits]): [TextDocument, TextDocument] => {
    const blocks = [...text.content];
    for (const [from, to, block, how] of edits) {
      const at = from % Math.max(1, blocks.length);
      if (how === 0) blocks.splice(at, 1);
      if (how === 1) blocks.splice(at, 0, block);
      if (how === 2) blocks.splice(to % (blocks.length || 1), 0, ...blocks.splice(at, 1));
      if (how === 3) blocks[at] = block;
    }
    return [text, doc(...blocks)];
  });

describe("V5: applying the difference", () => {
  test("gives the later text to the byte, and taking it away the earlier one", () => {
    fc.assert(
      fc.property(fc.oneof(anEdit, fc.tuple(aText, aText)), ([before, after]) => {
        const entries = diffTexts(before, after);
        expect(canonicalText(textAfter(entries))).toBe(canonicalText(after));
        expect(canonicalText(textBefore(entries))).toBe(canonicalText(before));
        expect(isDifferent(entries)).toBe(canonicalText(before) !== canonicalText(after));
        expect(textChanges(entries).length > 0).toBe(isDifferent(entries));
      }),
      { numRuns: 120 },
    );
  });

  test("each change has its own number, in reading order, and each move two places", () => {
    fc.assert(
      fc.property(anEdit, ([before, after]) => {
        const entries = diffTexts(before, after);
        expect(textChanges(entries).map(({ number }) => number)).toEqual(
          textChanges(entries).map((_, index) => index + 1),
        );
        const places = new Map<number, string[]>();
        for (const entry of entries)
          if (entry.kind !== "same" && entry.move !== undefined)
            places.set(entry.move, [...(places.get(entry.move) ?? []), entry.kind]);
        for (const kinds of places.values())
          expect(kinds.filter((kind) => kind === "removed").length * 2).toBe(kinds.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("V5: long texts", () => {
  const sentence = (n: number) =>
    `Kappale ${n} kertoo avustuksen myöntämisestä yhdistykselle ${n * 7} ja siitä, miten kunta ${n % 13} käsittelee hakemuksen, lausunnon ja päätöksen vuonna ${2000 + (n % 40)}.`;
  const long = (from: number, blocks = 1500) =>
    doc(
      ...Array.from({ length: blocks }, (_, n) =>
        n % 12 === 0 ? h(`Luku ${from + n}`) : p(sentence(from + n)),
      ),
    );

  const timed = (before: TextDocument, after: TextDocument): [number, TextEntry[]] => {
    const start = performance.now();
    const entries = diffTexts(before, after);
    return [performance.now() - start, entries];
  };

  test("a hundred pages with edits, a move and a replaced chapter in time", () => {
    const before = long(0);
    const blocks = [...before.content];
    for (let n = 5; n < 1500; n += 50) blocks[n] = p(sentence(n).replace("avustuksen", "tuen"));
    blocks.splice(100, 0, ...blocks.splice(900, 12));
    blocks.splice(300, 60, ...long(9000, 80).content);
    const [spent, entries] = timed(before, doc(...blocks));
    expect(isDifferent(entries)).toBe(true);
    expect(summaryOf(textChanges(entries)).find(({ kind }) => kind === "moved")?.count).toBe(12);
    expect(spent).toBeLessThan(10_000);
  });

  test("two texts that have nothing in common stay bounded", () => {
    const other = doc(
      ...Array.from({ length: 1500 }, (_, n) => p(`Aivan muuta ${n} tässä lukee nyt ${n * 31}`)),
    );
    const [spent, entries] = timed(long(0), other);
    expect(textAfter(entries)).toEqual(other);
    expect(spent).toBeLessThan(10_000);
  });

  test("a paragraph with too many word changes is shown as replaced", () => {
    const many = (word: string) =>
      p(Array.from({ length: WORD_EDITS_MAX }, (_, n) => `sama ${word}${n}`).join(" "));
    const [spent, [entry]] = timed(doc(many("a")), doc(many("b")));
    expect(entry).toMatchObject({ kind: "changed", words: [{ kind: "removed" }, { kind: "added" }] });
    expect(spent).toBeLessThan(10_000);
  });
});
