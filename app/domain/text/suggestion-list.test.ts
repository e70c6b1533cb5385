import { expect, test } from "vitest";
import { CONTEXT_SHOWN_MAX, groupsOf, listSuggestions } from "./suggestion-list";
import type { BlockNode, TextMark } from "./text";

type Words = [text: string, ...marks: TextMark[]];
const paragraph = (words: Words[], attrs = {}): BlockNode => ({
  ...{ type: "paragraph", attrs },
  content: words.map(([text, ...marks]) => ({ type: "text", text, marks })),
});
const listed = (...content: BlockNode[]) => listSuggestions({ type: "doc", content });
const out = (id: string): TextMark => ({ type: "deletion", attrs: { id } });
const come = (id: string): TextMark => ({ type: "insertion", attrs: { id } });

test("E1: a suggestion tells what it removes and adds, where, and what stands around it", () => {
  const heading: BlockNode = {
    type: "heading",
    attrs: { level: 1 },
    content: [{ type: "text", text: "Aika" }],
  };
  const long = "x".repeat(CONTEXT_SHOWN_MAX + 1);
  const [one] = listed(
    heading,
    paragraph([[long], ["vuodessa", out("liperi-1")], ["kaudessa", come("liperi-1")], ["."]]),
  );
  expect(one).toEqual({
    ...{ id: "liperi-1", kind: "replacement", removed: "vuodessa", added: "kaudessa", under: "Aika" },
    ...{ before: long.slice(1), after: ".", path: [1], group: 1 },
  });
});

test("E1: what is one change of words, of formatting or of structure is told so", () => {
  const kinds = (...content: BlockNode[]) => listed(...content).map(({ kind }) => kind);
  expect(kinds(paragraph([["a", out("aaaaaaaa")]]))).toEqual(["deletion"]);
  expect(kinds(paragraph([["a", come("aaaaaaaa")]]))).toEqual(["insertion"]);
  expect(
    kinds(
      paragraph([
        ["a", out("aaaaaaaa")],
        ["a", { type: "bold" }, come("aaaaaaaa")],
      ]),
    ),
  ).toEqual(["formatting"]);
  expect(
    kinds(paragraph([["a"]], { deletion: "aaaaaaaa" }), paragraph([["a"]], { insertion: "aaaaaaaa" })),
  ).toEqual(["structure"]);
  expect(kinds(paragraph([], { insertion: "aaaaaaaa" }))).toEqual(["structure"]);
});

test("E1: those on one passage are together, those apart are not", () => {
  const groups = groupsOf(
    listed(
      paragraph([
        ["a", out("aaaaaaaa")],
        ["b", out("aaaaaaaa"), out("bbbbbbbb")],
        [" c "],
        ["d", come("cccccccc")],
      ]),
      paragraph([["e", come("dddddddd")]], { deletion: "eeeeeeee" }),
    ),
  );
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([
    ["aaaaaaaa", "bbbbbbbb"],
    ["cccccccc"],
    ["eeeeeeee", "dddddddd"],
  ]);
});
