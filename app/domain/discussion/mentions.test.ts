import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMentions, type Mentionable } from "./mentions";

const party = (id: string, ...names: string[]): Mentionable => ({ kind: "party", id, names });
const person = (id: string, name: string): Mentionable => ({ kind: "person", id, names: [name] });
const KNOWN = [
  party("liperi", "Liperi", "Liperin"),
  party("rescue", "Pelastuslaitos", "Pohjois-Karjalan pelastuslaitos"),
  party("region", "Pohjois-Karjalan hyvinvointialue"),
  party("jane", "JANE", "Järjestöneuvottelukunta JANE"),
  person("p1", "Liperin edustaja"),
  person("p2", "Sihteeri"),
  person("p3", "Sihteeri"),
];
const named = (text: string) =>
  findMentions(text, KNOWN).map(({ name, targets }) => [name, targets.map(({ id }) => id).join(" ")]);

describe("C2: a mention", () => {
  it("names a party or a person anywhere in the text, whatever the case", () => {
    expect(named("@Liperi: mitä sanotte? Entä (@jane)?")).toEqual([
      ["Liperi", "liperi"],
      ["jane", "jane"],
    ]);
  });

  it("takes the longest name that is known", () => {
    expect(named("@Pohjois-Karjalan pelastuslaitos ja @Liperin edustaja, @Liperin kanta")).toEqual([
      ["Pohjois-Karjalan pelastuslaitos", "rescue"],
      ["Liperin edustaja", "p1"],
      ["Liperin", "liperi"],
    ]);
  });

  it("ends with its word: a longer word is another name, a mark after it is not part of it", () => {
    expect(named("@Liperiläiset @JANE:n @Liperi, @Liperi.")).toEqual([
      ["Liperiläiset", ""],
      ["JANE", "jane"],
      ["Liperi", "liperi"],
      ["Liperi", "liperi"],
    ]);
  });

  it("reaches everyone who has that name", () => {
    expect(named("@Sihteeri")).toEqual([["Sihteeri", "p2 p3"]]);
  });

  it("is not found in a mail address or in a lone sign", () => {
    expect(named("kirjaamo@liperi.fi, https://x.fi/@liperi, @ , @@, 5 @ 3")).toEqual([]);
  });

  it("tells a name that nobody here has", () => {
    expect(named("Kysytään: @Kitee ja @Matti-Olavi Virtanen")).toEqual([
      ["Kitee", ""],
      ["Matti-Olavi", ""],
    ]);
  });

  it("is where it says it is, in any text", () => {
    const pieces = fc.constantFrom(
      "@",
      "Liperi",
      "Liperin edustaja",
      " ",
      "ä",
      "JANE",
      "\n",
      "-",
      ".",
      "😀",
      "x",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const { start, end, name } of findMentions(text, KNOWN)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(`@${name}`);
          last = end;
        }
      }),
    );
  });
});
