/**
 * Goal: the verb is marked and nothing else is.
 * Method: sentences of the three languages, with labels that hold the same words.
 */
import { describe, expect, it } from "vitest";
import { markedVerb } from "./marked-verb";

describe("the verb of a change", () => {
  it("stands first in Finnish and last in Swedish", () => {
    expect(markedVerb("Lisättiin kuntien puolelle luokka ”A”.", ["poistettiin", "lisättiin"])).toEqual({
      before: "",
      verb: "Lisättiin",
      after: " kuntien puolelle luokka ”A”.",
    });
    expect(markedVerb("Kategorin ”A” togs bort.", ["togs bort"]).verb).toBe("togs bort");
  });

  it("is not looked for in what people wrote", () => {
    expect(markedVerb("Luokka ”poistettiin” lisättiin.", ["poistettiin", "lisättiin"]).verb).toBe(
      "lisättiin",
    );
    expect(markedVerb("Luokka ”poistettiin” on.", ["poistettiin"])).toEqual({
      before: "Luokka ”poistettiin” on.",
      verb: "",
      after: "",
    });
  });
});
