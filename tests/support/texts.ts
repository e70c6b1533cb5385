/** Texts for tests: any that the plain form allows, and anything that JSON can hold. */
import fc from "fast-check";
import type { BlockNode, InlineNode, TextDocument, TextMark } from "../../app/domain/text/text";

const id = fc.constantFrom("ehdotus-1", "ehdotus-2", "ehdotus-3");
const words = fc.stringMatching(/^[a-zåäö ,.]{1,12}$/);
const suggested = fc.record({ insertion: id, deletion: id }, { requiredKeys: [] });

const mark: fc.Arbitrary<TextMark> = fc.oneof(
  fc.constantFrom<TextMark>({ type: "bold" }, { type: "italic" }),
  fc.constant<TextMark>({ type: "link", attrs: { href: "https://example.org/" } }),
  fc.record({ type: fc.constantFrom("insertion" as const, "deletion" as const), attrs: fc.record({ id }) }),
);

const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("text" as const),
      text: words,
      marks: fc.array(mark, { maxLength: 3 }),
    }),
  },
  fc.record({ type: fc.constant("hardBreak" as const), attrs: suggested }),
  fc.record({ type: fc.constant("sourceNote" as const), attrs: fc.record({ text: words }) }),
  fc.record({
    type: fc.constant("legalReference" as const),
    attrs: fc.record({ act: fc.constant("612/2021"), section: fc.constant("7 §") }),
  }),
);
const inlines = fc.array(inline, { maxLength: 4 });

const { block } = fc.letrec<{ block: BlockNode; item: BlockNode; cell: BlockNode; row: BlockNode }>((tie) => {
  const some = fc.array(tie("block"), { minLength: 1, maxLength: 2 });
  return {
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.record({ type: fc.constant("paragraph" as const), attrs: suggested, content: inlines }),
      fc.record({
        type: fc.constant("heading" as const),
        attrs: fc.record({ level: fc.integer({ min: 1, max: 4 }) }),
        content: inlines,
      }),
      fc.record({ type: fc.constant("blockquote" as const), attrs: suggested, content: some }),
      fc.record({
        type: fc.constantFrom("bulletList" as const, "orderedList" as const),
        attrs: suggested,
        content: fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        type: fc.constant("table" as const),
        content: fc.array(tie("row"), { minLength: 1, maxLength: 2 }),
      }),
      fc.record({
        type: fc.constant("draftBlock" as const),
        attrs: fc.record({ slug: fc.constant("luonnos"), version: fc.constantFrom(null, 2) }),
      }),
    ),
    item: fc.record({ type: fc.constant("listItem" as const), attrs: suggested, content: some }),
    cell: fc.record({ type: fc.constantFrom("tableCell" as const, "tableHeader" as const), content: some }),
    row: fc.record({
      type: fc.constant("tableRow" as const),
      attrs: suggested,
      content: fc.array(tie("cell"), { minLength: 1, maxLength: 3 }),
    }),
  };
});

/** A text as somebody could have written it, not always in its one form. */
export const anyText: fc.Arbitrary<TextDocument> = fc.record({
  type: fc.constant("doc" as const),
  content: fc.array(block, { minLength: 1, maxLength: 5 }),
});

/** Nodes in places where they do not belong, with attributes that are none. */
export const anyNonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 5 }),
  fc.letrec((tie) => ({
    node: fc.record(
      {
        type: fc.constantFrom(
          "doc",
          "text",
          "paragraph",
          "heading",
          "listItem",
          "bulletList",
          "table",
          "tableRow",
          "tableCell",
          "draftBlock",
          "sourceNote",
          "script",
        ),
        text: fc.oneof(fc.string(), fc.constant("\u0000\ud800x")),
        attrs: fc.dictionary(
          fc.constantFrom("level", "insertion", "href", "slug", "colspan", "act", "text"),
          fc.jsonValue({ maxDepth: 1 }),
        ),
        marks: fc.array(
          fc.record({
            type: fc.constantFrom("bold", "link", "insertion", "x"),
            attrs: fc.jsonValue({ maxDepth: 1 }),
          }),
          { maxLength: 2 },
        ),
        content: fc.array(fc.oneof({ maxDepth: 5 }, fc.constant(null), tie("node")), { maxLength: 3 }),
      },
      { requiredKeys: ["type"] },
    ),
  })).node,
);
