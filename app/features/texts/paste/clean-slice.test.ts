import { Slice } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { textSchema } from "../../../collab/documents/text-extensions";
import { cleanSlice, isTooMuch } from "./clean-slice";
import { PASTE_CHARACTERS_MAX, PASTE_NODES_MAX } from "./paste-limits";

const schema = textSchema();
const sliceOf = (content: unknown[]) =>
  new Slice(schema.nodeFromJSON({ type: "doc", content }).content, 0, 0);
const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const id = "abcdefgh12";

describe("a pasted slice", () => {
  it("loses suggestions, addresses that run and drafts without a name, and keeps the rest", () => {
    const mark = (type: string, attrs = {}) => ({ type, attrs });
    const pasted = sliceOf([
      {
        type: "bulletList",
        attrs: { deletion: id },
        content: [{ type: "listItem", attrs: { insertion: id }, content: [paragraph("kohta")] }],
      },
      {
        type: "paragraph",
        content: [
          { type: "text", text: "a", marks: [mark("bold"), mark("insertion", { id })] },
          { type: "text", text: "b", marks: [mark("link", { href: "javascript:x" })] },
          { type: "sourceNote", attrs: { text: "Lähde", href: "javascript:x", deletion: id } },
        ],
      },
      { type: "draftBlock", attrs: { slug: "../x", version: null } },
    ]);
    const json = JSON.stringify(cleanSlice(pasted).toJSON());
    expect(json).not.toMatch(/abcdefgh12|javascript|\.\.\/x/);
    expect(json).toMatch(/kohta.*bold.*Lähde/);
  });

  it("is too much over the limits, and not at them", () => {
    const cells = (n: number) => sliceOf(Array.from({ length: n }, () => ({ type: "paragraph" })));
    expect(isTooMuch(cells(PASTE_NODES_MAX))).toBe(false);
    expect(isTooMuch(cells(PASTE_NODES_MAX + 1))).toBe(true);
    expect(isTooMuch(sliceOf([paragraph("x".repeat(PASTE_CHARACTERS_MAX))]))).toBe(false);
    expect(isTooMuch(sliceOf([paragraph("x".repeat(2 * PASTE_CHARACTERS_MAX))]))).toBe(true);
  });
});
