import { describe, expect, it } from "vitest";
import { textToMarkdown } from "./markdown";
import { normalizeText } from "./normalize";

const words = (text: string, ...marks: unknown[]) => ({ type: "text", text, marks });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const markdown = (...content: unknown[]) => textToMarkdown(normalizeText({ type: "doc", content })).trimEnd();
const BOLD = { type: "bold" };
const ITALIC = { type: "italic" };

describe("F2 a text as Markdown", () => {
  it.each([
    ["# ei otsikko", "\\# ei otsikko"],
    ["- ei luettelo", "\\- ei luettelo"],
    ["1. ei numero", "1\\. ei numero"],
    ["2022) ei", "2022\\) ei"],
    ["> ei lainaus", "\\> ei lainaus"],
    ["a * b _ c [d] <e> & f | g \\", "a \\* b \\_ c \\[d\\] \\<e\\> \\& f \\| g \\\\"],
    ["~~~", "\\~~~"],
  ])("escapes what would be read as a mark: %s", (text, expected) => {
    expect(markdown(paragraph(words(text)))).toBe(expected);
  });

  it.each([
    [[words("a"), words("b", BOLD), words("c")], "a**b**c"],
    [[words("a"), words("(b)", BOLD), words("c")], "&#x61;**(b)**&#x63;"],
    [[words("a"), words("b", ITALIC), words("c")], "&#x61;_b_&#x63;"],
    [[words("a ", BOLD), words("b", ITALIC)], "**a** _b_"],
    [[words("a", BOLD), words("b", BOLD, ITALIC)], "**&#x61;_b_**"],
    [[words("   ", BOLD), words("x")], "x"],
  ])("places marks where they are read as such", (content, expected) => {
    expect(markdown(paragraph(...content))).toBe(expected);
  });

  it("leaves suggestions out", () => {
    const insertion = { type: "insertion", attrs: { id: "abcdefgh" } };
    expect(markdown(paragraph(words("a"), words(" lisätty", insertion)))).toBe("a");
  });

  it("puts lists side by side apart, and draft blocks as links", () => {
    const list = { type: "bulletList", content: [{ type: "listItem", content: [paragraph(words("a"))] }] };
    expect(markdown(list, list, { type: "draftBlock", attrs: { slug: "jako", version: null } })).toBe(
      "- a\n\n<!-- -->\n\n- a\n\n[jako](/drafts/jako)",
    );
  });
});
