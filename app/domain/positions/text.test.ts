import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCategory, splitArbitrary } from "../../../tests/support/splits";
import { categoryContentHash, sha256Hex } from "../split/canonical";
import type { Category, Split } from "../split/split";
import { contentOfText, givenText, shownText, subjectText, textOfContent } from "./text";

const splits = splitArbitrary.filter(({ categories }) => categories.length > 0);
const hashOf = (split: Split, id: string | null) => subjectText(split, id)?.hash;
/** The split with its first category changed. */
const withFirst = (split: Split, change: Partial<Category>): Split => ({
  categories: split.categories.map((category, n) => (n === 0 ? { ...category, ...change } : category)),
});

describe("the text of a category", () => {
  test("V4: has the category's content hash, and is read back whole", () => {
    fc.assert(
      fc.property(splits, ({ categories }) => {
        for (const category of categories) {
          const content = contentOfText(givenText(category));
          expect(sha256Hex(content)).toBe(categoryContentHash(category));
          expect(textOfContent(content)).toEqual(givenText(category));
        }
      }),
    );
  });

  test("P4: is none for a removed or an unknown category", () => {
    const split = { categories: [aCategory({ id: "a", status: "removed" })] };
    expect(subjectText(split, "a")).toBeNull();
    expect(subjectText(split, "b")).toBeNull();
  });

  test("P4: a position is stale exactly when label, sides, status, question or rationale differ", () => {
    fc.assert(
      fc.property(splits, splits, ({ categories: [a] }, { categories: [b] }) => {
        const [before, after] = [a!, { ...b!, id: a!.id }];
        const isSame = JSON.stringify(givenText(before)) === JSON.stringify(givenText(after));
        const isStale = categoryContentHash(before) !== categoryContentHash(after);
        expect(isStale).toBe(!isSame);
      }),
    );
  });

  test("P4: going back to the old text makes it current again", () => {
    fc.assert(
      fc.property(splits, splits, (split, { categories: [other] }) => {
        const first = split.categories[0]!;
        const changed = withFirst(split, { ...other!, id: first.id });
        const back = withFirst(changed, first);
        expect(hashOf(back, first.id)).toBe(hashOf(split, first.id));
        expect(hashOf(back, null)).toBe(hashOf(split, null));
      }),
    );
  });

  test("P4: a translation, the legal basis and a place in the order do not make it stale", () => {
    fc.assert(
      fc.property(splits, (split) => {
        const { id, label, rationale } = split.categories[0]!;
        const changed = withFirst(split, {
          label: { ...label, sv: "på svenska" },
          rationale: { ...rationale, en: "in English" },
          legalBasis: "612/2021",
          order: "zz",
        });
        expect(hashOf(changed, id)).toBe(hashOf(split, id));
      }),
    );
  });
});

describe("the text of the whole draft", () => {
  const [a, b] = [aCategory({ id: "a" }), aCategory({ id: "b" })];
  const whole = (...categories: Category[]) => hashOf({ categories }, null);

  test("P4: changes with a text, a removal, an addition and the order on the board; not with a translation", () => {
    const hash = whole(a, b);
    expect(whole(a, { ...b, rationale: { fi: "Uusi" } })).not.toBe(hash);
    expect(whole(a, { ...b, status: "removed" })).not.toBe(hash);
    expect(whole(a, b, aCategory({ id: "c" }))).not.toBe(hash);
    expect(whole({ ...a, order: "z" }, b)).not.toBe(hash);
    expect(whole(b, { ...a, label: { fi: "a", sv: "å" } })).toBe(hash);
  });

  test("is what its hash is of", () => {
    const text = subjectText({ categories: [a, b] }, null)!;
    expect(sha256Hex(text.content)).toBe(text.hash);
    expect(text.content).toContain('"label":"a"');
  });
});

test("a text that a page says it showed is believed only when it is of the hash", () => {
  const text = givenText(aCategory({ id: "a", question: { text: "" } }));
  const hash = sha256Hex(contentOfText(text));
  expect(shownText(JSON.stringify(text), hash)).toEqual(text);
  expect(shownText(JSON.stringify({ ...text, label: "b" }), hash)).toBeNull();
  for (const json of ["", "null", "{", '{"label":1}', JSON.stringify({ ...text, more: 1 })])
    expect(shownText(json, hash)).toBeNull();
});
