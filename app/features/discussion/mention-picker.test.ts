import { describe, expect, it } from "vitest";
import type { MentionChoice } from "../../protocol/discussion-data";
import { CHOICES_MAX, choicesFor, mentionBefore } from "./mention-picker";

const CHOICES: MentionChoice[] = ["Joensuu", "Liperi", "Pohjois-Karjalan hyvinvointialue"].map((name) => ({
  ...{ kind: "party" as const, name },
}));
const at = (text: string) => mentionBefore(text, text.length);
const names = (query: string) => choicesFor(CHOICES, query).map(({ name }) => name);

describe("the mention being typed", () => {
  it("begins at the last @ before the caret, on the same line", () => {
    expect(at("Hei @Lip")).toEqual({ at: 4, query: "Lip" });
    expect(at("@")).toEqual({ at: 0, query: "" });
    expect(mentionBefore("@Lip ja muuta", 4)).toEqual({ at: 0, query: "Lip" });
  });

  it("is none in an address, after a line break, or far behind", () => {
    expect(at("kirjaamo@lip")).toBeNull();
    expect(at("@Lip\nuusi")).toBeNull();
    expect(at(`@${"x".repeat(41)}`)).toBeNull();
    expect(at("ei mitään")).toBeNull();
  });

  it("is offered the names with a word that begins so", () => {
    expect(names("")).toHaveLength(3);
    expect(names("lip")).toEqual(["Liperi"]);
    expect(names("hyv")).toEqual(["Pohjois-Karjalan hyvinvointialue"]);
    expect(names("Liperi mitä")).toEqual([]);
  });

  it("is offered few names at once", () => {
    const many = Array.from({ length: 30 }, (_, n) => ({ kind: "person" as const, name: `Nimi ${n}` }));
    expect(choicesFor(many, "n")).toHaveLength(CHOICES_MAX);
  });
});
