/** Random edits of seeded people on the real schema. */
import { joinBackward, setBlockType, splitBlock, toggleMark } from "@tiptap/pm/commands";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "@tiptap/pm/schema-list";
import { type Command, EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteRow } from "@tiptap/pm/tables";
import { describe, expect, test } from "vitest";
import { seeded } from "../../../../tests/support/honest-edits";
import {
  cell,
  paragraph,
  person,
  schema,
  stateOf,
  textOf,
} from "../../../../tests/support/suggesting-people";
import { claimedInOwn, isLeftOf, withoutOwn } from "../../../domain/text/own-suggestions";
import { settleSuggestions, suggestionIds, withoutSuggestions } from "../../../domain/text/suggestions";

const START = [
  { type: "heading", attrs: { level: 1 }, content: [{ type: "text", text: "Periaatteet 😀" }] },
  paragraph("Avustus haetaan kerran vuodessa."),
  paragraph("aaaa"),
  {
    type: "bulletList",
    content: ["yksi", "kaksi", "kolme"].map((text) => ({ type: "listItem", content: [paragraph(text)] })),
  },
  {
    type: "table",
    content: [0, 1].map(() => ({ type: "tableRow", content: [cell("a"), cell("bb")] })),
  },
  { type: "blockquote", content: [paragraph("lainaus")] },
  {
    type: "paragraph",
    content: [
      { type: "text", text: "ks. " },
      { type: "legalReference", attrs: { act: "612/2021", section: "7 §" } },
      { type: "hardBreak" },
      { type: "text", text: "loppu", marks: [{ type: "bold" }] },
    ],
  },
];

type Act = (state: EditorState, random: () => number) => Command;
const pick = <T>(list: readonly T[], random: () => number) => list[Math.floor(random() * list.length)]!;
const WORDS: Act[] = [
  (_, random) => {
    const words = pick(["x", "sana ", "ää", "a", "😁"], random);
    return (state, dispatch) => {
      dispatch?.(state.tr.insertText(words));
      return true;
    };
  },
  () => (state, dispatch) => {
    const { from, to, empty, $from } = state.selection;
    if (empty && $from.parentOffset === 0) return false;
    const before = $from.parent.textBetween(0, $from.parentOffset, "", "-");
    const one = /[\udc00-\udfff]$/.test(before) ? 2 : 1;
    dispatch?.(empty ? state.tr.delete(from - one, from) : state.tr.delete(from, to));
    return true;
  },
  () => toggleMark(schema.marks.italic!),
  () => (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(schema.nodes.legalReference!.create({ act: "1/2000" })));
    return true;
  },
];
const BLOCKS: Act[] = [
  () => splitBlock,
  () => joinBackward,
  () => splitListItem(schema.nodes.listItem!),
  () => sinkListItem(schema.nodes.listItem!),
  () => liftListItem(schema.nodes.listItem!),
  () => wrapInList(schema.nodes.bulletList!),
  (_, random) => setBlockType(schema.nodes.heading!, { level: pick([1, 2], random) }),
  () => setBlockType(schema.nodes.paragraph!),
  () => addRowAfter,
  () => addColumnAfter,
  () => deleteRow,
  (_, random) => (state, dispatch) => {
    const nodes = ["Uusi", "kappale"].map((text) =>
      schema.nodeFromJSON(paragraph(pick([text, "a"], random))),
    );
    dispatch?.(state.tr.insert(state.selection.$from.before(1), nodes));
    return true;
  },
];

/** A place among words, or a stretch of them. */
function somewhere(state: EditorState, random: () => number, isNear: boolean): Transaction {
  // Nobody stands in the middle of a character.
  const whole = (pos: number) =>
    /[\ud800-\udbff]/.test(state.doc.textBetween(Math.max(0, pos - 1), pos, "", "")) ? pos + 1 : pos;
  const at = () => whole(Math.floor(random() * (state.doc.content.size + 1)));
  const first = state.doc.resolve(at());
  const second =
    random() < 0.5
      ? first
      : state.doc.resolve(isNear ? whole(Math.min(state.doc.content.size, first.pos + 6)) : at());
  return state.tr.setSelection(TextSelection.between(first, second));
}

describe("random edits", () => {
  test("E1, E2: declining all gives the old text, and declining one's own leaves the others' as they were", () => {
    let [changes, stopped] = [0, 0];
    for (let seed = 1; seed <= 12; seed++) {
      const random = seeded(seed);
      const [anna, bertta] = [person(stateOf(START), "annannan"), person(stateOf(START), "berttabe")];
      const before = withoutSuggestions(textOf(anna.state));
      for (let step = 0; step < 25; step++) {
        const [one, other] = random() < 0.7 ? [anna, bertta] : [bertta, anna];
        one.dispatch(somewhere(one.state, random, random() < 0.6));
        const act = pick(random() < 0.6 ? WORDS : BLOCKS, random)(one.state, random);
        const [was, theirs] = [textOf(one.state), idsOf(other)];
        one.run(act);
        const now = textOf(one.state);
        expect(withoutSuggestions(now), `seed ${seed}, step ${step}`).toEqual(before);
        const mine = new Set([...suggestionIds(was), ...suggestionIds(now)].filter((id) => !theirs(id)));
        expect(settleSuggestions(now, mine, "decline"), `seed ${seed}, step ${step}`).toEqual(
          settleSuggestions(was, mine, "decline"),
        );
        // What the server asks of somebody who may only suggest.
        const [claimed, after] = [was, now].map(({ content }) => claimedInOwn(content, mine));
        expect(withoutOwn(now.content, mine)).toEqual(withoutOwn(was.content, mine));
        for (const [id, words] of after!)
          expect(isLeftOf(words, claimed!.get(id) ?? ""), `seed ${seed}, step ${step}`).toBe(true);
        if (JSON.stringify(was) !== JSON.stringify(now)) changes++;
        other.take(EditorState.create({ schema, doc: one.state.doc }));
      }
      stopped += anna.stopped + bertta.stopped;
    }
    expect(changes).toBeGreaterThan(60);
    // Where others' suggestions lie within one's own, some changes cannot be told; people are told so.
    expect(stopped / changes).toBeLessThan(0.01);
  });

  test("E2: accepting all gives what the same edits of words give without the mode", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const random = seeded(seed);
      const writer = person(stateOf(START));
      for (let step = 0; step < 12; step++) {
        writer.take(EditorState.create({ schema, doc: accepted(writer.state) }));
        writer.dispatch(somewhere(writer.state, random, true));
        const { $from, $to } = writer.state.selection;
        if (!$from.sameParent($to)) continue;
        const act = pick(WORDS, random)(writer.state, random);
        let plain = writer.state;
        act(writer.state, (tr) => {
          plain = plain.apply(tr);
        });
        writer.run(act);
        expect(
          settleSuggestions(textOf(writer.state), "all", "accept"),
          `seed ${seed}, step ${step}`,
        ).toEqual(textOf(plain));
      }
    }
  });
});

const idsOf = (who: ReturnType<typeof person>) => (id: string) => who.own.isOwn(id);
const accepted = (state: EditorState) =>
  schema.nodeFromJSON(settleSuggestions(textOf(state), "all", "accept"));
