/** Random splits for property tests: few ids, labels and order keys, so that they collide often. */
import fc from "fast-check";
import { CATEGORY_STATUSES, type Category, SIDES, type Split } from "../../app/domain/split/split";

const words = fc.constantFrom(
  "Ruoka-apu",
  "Ruoka-apu ja keruu",
  "Tilat",
  "",
  "Työ (mm. pajat)",
  "Å 😀 ”lainaus”",
);
const optional = fc.option(words, { nil: undefined });
const localized = fc.record({ fi: words, sv: optional, en: optional });

const categoryWithout: fc.Arbitrary<Omit<Category, "id">> = fc.record({
  label: localized,
  sides: fc.constantFrom(...SIDES),
  order: fc.constantFrom("a0", "a1", "a1V", "a2", "b00", "Zz"),
  question: fc.option(fc.record({ text: words }), { nil: null }),
  rationale: localized,
  legalBasis: fc.option(words, { nil: null }),
  status: fc.constantFrom(...CATEGORY_STATUSES),
});

/** A split of up to eight categories whose ids come from a pool of ten. */
export const splitArbitrary: fc.Arbitrary<Split> = fc
  .uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 8 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => categoryWithout.map((rest): Category => ({ id: `c${id}`, ...rest })))),
  )
  .map((categories) => ({ categories }));

/** A category that invents what is left out, for tests that name only what matters. */
export function aCategory(given: Partial<Category> & { id: string }): Category {
  return {
    label: { fi: given.id },
    sides: "municipality",
    order: given.id,
    question: null,
    rationale: { fi: "" },
    legalBasis: null,
    status: "active",
    ...given,
  };
}
