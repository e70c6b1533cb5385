import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARD_GAP, type CardPlace, placeCards } from "./margin-layout";

const card = (id: string, top: number, height = 40): CardPlace => ({ id, top, height });

describe("cards in the margin", () => {
  it("stand beside their words where there is room", () => {
    expect([...placeCards([card("a", 10), card("b", 200)], null)]).toEqual([
      ["a", 10],
      ["b", 200],
    ]);
  });

  it("make room for the one that is read", () => {
    const tops = placeCards([card("a", 100), card("b", 110), card("c", 120)], "b");
    expect(tops.get("b")).toBe(110);
    expect(tops.get("a")).toBe(110 - CARD_GAP - 40);
    expect(tops.get("c")).toBe(110 + 40 + CARD_GAP);
  });

  it("never cover each other nor leave the page upwards", () => {
    const cards = fc.array(fc.record({ top: fc.nat(500), height: fc.integer({ min: 1, max: 300 }) }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(cards, fc.nat(25), (list, active) => {
        const sorted = list.sort((a, b) => a.top - b.top).map((one, n) => ({ ...one, id: `${n}` }));
        const tops = placeCards(sorted, `${active}`);
        let end = -CARD_GAP;
        for (const { id, height } of sorted) {
          expect(tops.get(id)).toBeGreaterThanOrEqual(end + CARD_GAP);
          end = tops.get(id)! + height;
        }
      }),
    );
  });
});
