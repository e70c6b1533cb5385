import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeSlug, SLUG_CHARACTERS_MAX, slugify } from "./slug";

describe("slug", () => {
  it("keeps Finnish and Swedish names readable", () => {
    expect(slugify("Järjestöavustusten jaottelu")).toBe("jarjestoavustusten-jaottelu");
    expect(slugify("  Åbo & Rääkkylä 2022! ")).toBe("abo-raakkyla-2022");
    expect(slugify("???")).toBe("nimeton");
  });

  it("is always a plain part of an address", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const slug = slugify(name);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(SLUG_CHARACTERS_MAX);
      }),
    );
  });

  it("gets a number when it is taken", () => {
    const taken = new Set(["poyta", "poyta-2"]);
    expect(freeSlug("Pöytä", (slug) => taken.has(slug))).toBe("poyta-3");
    expect(freeSlug("Uusi", (slug) => taken.has(slug))).toBe("uusi");
  });
});
