/**
 * Goal: on the two real versions of North Karelia the difference tells exactly the six facts that the slides
 * and the memo hold. Method: the facts are written here by hand, from the source, not from the code.
 */
import { expect, test } from "vitest";
import { VERSION_ONE, VERSION_TWO } from "../../../db/scenarios/north-karelia/split";
import { changeSentence } from "../../messages/change-sentences";
import { translator } from "../../messages/server.server";
import { applySplitDiff } from "./apply-diff";
import { canonicalSplit } from "./canonical";
import { diffSplits, isTold } from "./diff";
import { diffSplitsExactly } from "./exact-diff";

const changes = diffSplits(VERSION_ONE, VERSION_TWO);

test("S5: the plain and the red version differ by six facts", () => {
  expect(
    changes
      .filter(isTold)
      .map(({ kind, categoryId }) => `${categoryId} ${kind}`)
      .sort(),
  ).toEqual([
    "functional-capacity added",
    "home-living-support removed",
    "older-people proposedForRemoval",
    "older-people questionSettled",
    "participation-recreation renamed",
    "work-activity questionRaised",
  ]);
  expect(changes.filter((change) => !isTold(change))).toEqual([]);
  expect(canonicalSplit(applySplitDiff(VERSION_ONE, diffSplitsExactly(VERSION_ONE, VERSION_TWO)))).toBe(
    canonicalSplit(VERSION_TWO),
  );
});

test("S6: and in sentences, with the one wish that the memo names", () => {
  const { t } = translator("fi");
  const wishes: Record<string, string> = { "work-activity": "kuntajohtajat" };
  expect(changes.map((change) => changeSentence(t, "fi", change, wishes[change.categoryId]))).toEqual([
    "Ratkaistiin avoin kysymys luokasta ”Ikäihmisten toiminta (mm. eläkeläisjärjestöt)”.",
    "Ehdotettiin poistettavaksi kunnan puolelta luokka ”Ikäihmisten toiminta (mm. eläkeläisjärjestöt)”.",
    "Luokan nimi muutettiin: ”Osallisuus ja Virkistystoiminta” → ”Osallisuus ja virkistystoiminta (mm. eläkeläisjärjestöt)”.",
    "Poistettiin hyvinvointialueen puolelta luokka ”Ikäihmisten ja muiden kotona asumisen tukemiseen liittyvä toiminta”.",
    "Lisättiin hyvinvointialueen puolelle luokka ”Sotepalveluihin kiinnittyvä toimintakyvyn tukemiseen”.",
    "Nostettiin avoin kysymys luokkaan ”Sotepalveluihin kiinnittyvä työtoiminnan tukeminen” (toiveesta: kuntajohtajat).",
  ]);
});
