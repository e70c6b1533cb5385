import { describe, expect, it } from "vitest";
import {
  asMarked,
  asSearch,
  BEGINNING_CHARACTERS_MIN,
  insideWords,
  markedInside,
  mostFound,
  SEARCH_CHARACTERS_MAX,
  withBeginnings,
} from "./search";

describe("marks", () => {
  it("split a text into what was found and the rest, and markup stays text", () => {
    expect(asMarked("<b>a</b> \uE000järjestön\uE001 työ")).toEqual([
      { text: "<b>a</b> ", found: false },
      { text: "järjestön", found: true },
      { text: " työ", found: false },
    ]);
    expect(asMarked("")).toEqual([]);
  });

  it("that do not pair lose nothing of the text", () => {
    for (const text of ["a\uE001b", "a\uE000b", "\uE000\uE000x\uE001\uE001y"])
      expect(
        asMarked(text)
          .map((part) => part.text)
          .join(""),
      ).toBe(text.replace(/[\uE000\uE001]/g, ""));
  });

  it("of the language in which most was found are shown", () => {
    const none = asMarked("föreningarna");
    const one = asMarked("\uE000föreningarna\uE001");
    expect(mostFound([none, one])).toBe(one);
    expect(mostFound([one, asMarked("\uE000x\uE001")])).toBe(one);
    expect(mostFound([])).toEqual([]);
  });
});

describe("a query", () => {
  it(`is cut after ${SEARCH_CHARACTERS_MAX} characters, and never in the middle of one`, () => {
    expect(asSearch(` a\u0000b ${"\u{1F600}".repeat(SEARCH_CHARACTERS_MAX)}`)).toBe(
      `ab ${"\u{1F600}".repeat(SEARCH_CHARACTERS_MAX - 4)}`,
    );
  });

  it(`finds longer words by beginnings of ${BEGINNING_CHARACTERS_MIN} characters and more`, () => {
    expect(withBeginnings("'järjestö' & 'ja' | 'tuk' <-> 'o''b'")).toBe(
      "'järjestö':* & 'ja' | 'tuk':* <-> 'o''b':*",
    );
    expect(withBeginnings("'tuki' & !'hanke'")).toBe("'tuki':* & !'hanke'");
    expect(withBeginnings("")).toBe("");
  });

  it("finds a Finnish word whose end changes", () => {
    for (const stem of ["avustus", "avustuks", "avustu"])
      expect(withBeginnings(`'${stem}'`)).toBe("'avustu':*");
    expect(withBeginnings("'vapaus' & 'vapaud' & 'opas'")).toBe("'vapau':* & 'vapau':* & 'opas':*");
  });

  it("of one word looks inside longer words, and marks what it finds there", () => {
    expect(insideWords("'järjestö'")).toBe("järjestö");
    expect(insideWords("'avustuks'")).toBe("avustu");
    for (const none of ["'työ'", "'nuor' & 'perh'", "!'järjestö'", ""]) expect(insideWords(none)).toBeNull();
    expect(markedInside("Eläkeläisjärjestöt ja Järjestöt", "järjestö")).toEqual([
      { text: "Eläkeläis", found: false },
      { text: "järjestö", found: true },
      { text: "t ja ", found: false },
      { text: "Järjestö", found: true },
      { text: "t", found: false },
    ]);
    expect(markedInside("muu", "järjestö")).toEqual([{ text: "muu", found: false }]);
  });
});
