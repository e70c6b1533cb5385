import { setBlockType, splitBlock, toggleMark } from "@tiptap/pm/commands";
import { addColumnAfter, addRowAfter } from "@tiptap/pm/tables";
import { describe, expect, test } from "vitest";
import {
  cell,
  paragraph,
  person,
  schema,
  stateOf,
  textOf,
  told,
} from "../../../../tests/support/suggesting-people";
import { plainText } from "../../../domain/text/reading";
import { settleSuggestions, suggestionIds } from "../../../domain/text/suggestions";
import type { BlockNode } from "../../../domain/text/text";
import { SAME_SUGGESTION_MS } from "./own-suggestions";

describe("typing in suggestion mode (rule E2)", () => {
  test("E2: words are one suggestion while they go on; a pause begins another; the caret stands after them", () => {
    const writer = person(stateOf([paragraph("Avustus haetaan.")]));
    writer.put(8);
    writer.type(" vuosittain");
    expect(told(writer.state)).toBe("Avustus{+ vuosittain+} haetaan.");
    expect(writer.state.selection.head).toBe(19);
    writer.wait(SAME_SUGGESTION_MS);
    writer.type("!");
    expect(suggestionIds(textOf(writer.state)).size).toBe(2);
  });

  test("E2: what is one's own goes, what is others' is struck through, and the caret walks on", () => {
    const writer = person(stateOf([paragraph("kissa")]));
    writer.put(6);
    writer.backspace();
    writer.backspace();
    expect(told(writer.state)).toBe("kis[-sa-]");
    expect(writer.state.selection.head).toBe(4);
    writer.type("ut");
    writer.backspace();
    expect(told(writer.state)).toBe("kis{+u+}[-sa-]");
    writer.put(1);
    writer.remove();
    writer.remove();
    expect(told(writer.state)).toBe("[-ki-]s{+u+}[-sa-]");
    expect(writer.state.selection.head).toBe(3);
    writer.put(1, 3);
    writer.type("mu");
    expect(told(writer.state)).toBe("[-ki-]{+mu+}s{+u+}[-sa-]");
  });

  test("E2: a paragraph is split, joined and removed over others without losing a word", () => {
    const writer = person(stateOf([paragraph("abcd"), paragraph("ef"), paragraph("ghij")]));
    writer.put(3);
    writer.run(splitBlock);
    expect(told(writer.state)).toBe("ab[-cd-]\n+ cd\nef\nghij");
    expect(writer.state.selection.$head.parentOffset).toBe(0);
    writer.type("X");
    expect(told(writer.state)).toBe("ab[-cd-]\n+ Xcd\nef\nghij");
    const other = person(stateOf([paragraph("abcd"), paragraph("ef"), paragraph("ghij")]));
    other.put(3, 13);
    other.cut();
    expect(told(other.state)).toBe("ab[-cd-]{+ij+}\n- ef\n- ghij");
    expect(plainText(settleSuggestions(textOf(other.state), "all", "accept"))).toBe("abij");
  });

  test("E2: formatting takes the word away and puts it in beside; a heading comes after its paragraph", () => {
    const writer = person(stateOf([paragraph("yksi kaksi kolme")]));
    writer.put(6, 11);
    writer.run(toggleMark(schema.marks.bold!));
    expect(told(writer.state)).toBe("yksi [-kaksi-]{+kaksi+} kolme");
    writer.run(setBlockType(schema.nodes.heading!, { level: 2 }));
    expect(told(writer.state)).toBe("- yksi [-kaksi-]{+kaksi+} kolme\n+ yksi [-kaksi-]{+kaksi+} kolme");
    expect(textOf(writer.state).content.map(({ type }) => type)).toEqual(["paragraph", "heading"]);
    expect(writer.state.selection.$head.parent.type.name).toBe("heading");
  });

  test("E2: a row of a table is inserted as a row, a column as another table", () => {
    const table = { type: "table", content: [{ type: "tableRow", content: [cell("a"), cell("b")] }] };
    const writer = person(stateOf([table]));
    writer.put(4);
    writer.run(addRowAfter);
    const [rows] = textOf(writer.state).content as [Extract<BlockNode, { type: "table" }>];
    expect(rows.content.map((row) => "attrs" in row && row.attrs)).toEqual([
      false,
      { insertion: "aaaaaaaa-1" },
    ]);
    const other = person(stateOf([table]));
    other.put(4);
    other.run(addColumnAfter);
    expect(textOf(other.state).content.map((block) => "attrs" in block && block.attrs)).toEqual([
      { deletion: "aaaaaaaa-1" },
      { insertion: "aaaaaaaa-1" },
    ]);
  });

  test("E2: several changes at once are told one by one", () => {
    const writer = person(stateOf([paragraph("yksi kaksi kolme neljä")]));
    writer.dispatch(writer.state.tr.insertText("viisi", 18, 23).insertText("nolla", 1, 5));
    expect(told(writer.state)).toBe("[-yksi-]{+nolla+} kaksi kolme [-neljä-]{+viisi+}");
    const mover = person(stateOf([paragraph("yksi kaksi kolme")]));
    mover.dispatch(mover.state.tr.delete(1, 6).insertText(" yksi", 12));
    expect(plainText(settleSuggestions(textOf(mover.state), "all", "accept"))).toBe("kaksi kolme yksi");
  });

  test("E2: never through the middle of a character", () => {
    const writer = person(stateOf([paragraph("a😀b")]));
    writer.dispatch(writer.state.tr.insertText("😁", 2, 4));
    expect(told(writer.state)).toBe("a[-😀-]{+😁+}b");
  });
});
