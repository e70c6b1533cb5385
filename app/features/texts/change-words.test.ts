import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../domain/languages";
import { diffTexts } from "../../domain/text/diff";
import { TEXT_CHANGE_KINDS, type TextChange, textChanges } from "../../domain/text/diff-changes";
import { normalizeText } from "../../domain/text/normalize";
import { BLOCK_CONTENT, type BlockNode, type TextDocument } from "../../domain/text/text";
import { translator } from "../../messages/server.server";
import { changeSummary, textChangeSentence } from "./change-words";

const p = (text: string): BlockNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const doc = (...content: BlockNode[]): TextDocument => normalizeText({ type: "doc", content });
const A = p("Avustus voidaan myöntää rekisteröidylle yhdistykselle.");
const B = p("Hakemukseen liitetään talousarvio ja suunnitelma.");
const C = p("Päätöksen tekee kunnanhallitus kesäkuussa.");

function tell(before: TextDocument, after: TextDocument, language: Language = "fi") {
  const { t } = translator(language);
  const changes = textChanges(diffTexts(before, after));
  return {
    summary: changeSummary(t, language, changes),
    sentences: changes.map((change) => textChangeSentence(t, change)),
  };
}

describe("V7: changes of a text in words", () => {
  test("in Finnish: a sentence each, and a summary", () => {
    const after = doc(B, A, p("Päätöksen tekee hallitus kesäkuussa."), p("Uusi."), p("Toinen uusi."));
    expect(tell(doc(A, B, C), after)).toEqual({
      summary: "2 kappaletta lisätty, 1 kappale siirretty ja 1 kappale muutettu",
      sentences: [
        "Kappale siirretty: ”Avustus voidaan myöntää rekisteröidylle yhdistykselle.”",
        "Kappale muutettu: ”Päätöksen tekee hallitus kesäkuussa.”",
        "Kappale lisätty: ”Uusi.”",
        "Kappale lisätty: ”Toinen uusi.”",
      ],
    });
    expect(tell(doc(A), doc(A))).toEqual({ summary: "", sentences: [] });
  });

  test("every kind of change of every kind of block has words in every language", () => {
    for (const language of LANGUAGES) {
      const { t } = translator(language);
      for (const kind of TEXT_CHANGE_KINDS)
        for (const type of Object.keys(BLOCK_CONTENT)) {
          if (type === "tableHeader") continue;
          const block = type as TextChange["block"];
          for (const count of [1, 3]) {
            const change: TextChange = { kind, block, excerpt: "x", under: null, number: 1, count };
            const words = `${textChangeSentence(t, change)} ${changeSummary(t, language, [change])}`;
            expect(words).not.toMatch(/texts\.|undefined|\{\{/);
          }
        }
    }
    expect(tell(doc(A), doc(), "sv").sentences[0]).toMatch(/^Stycket ändrades|^Stycket togs bort/);
    expect(tell(doc(A), doc(A, B), "en").summary).toBe("1 paragraph added");
  });

  test("what a person wrote is never read as an instruction", () => {
    const words = "$t(common.product) {{count}} <b>";
    expect(tell(doc(), doc(A, p(words))).sentences.at(-1)).toBe(`Kappale lisätty: ”${words}”`);
  });
});
