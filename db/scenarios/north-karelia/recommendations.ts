/**
 * The recommendations of the health and social associations to the regions, as the table's checklist: facts of the
 * source, each without any answer. The measures are an addition: the source gives demands, not indicators.
 */

import type { SeededDemand, SeededInitiative } from "../seed-initiative";
import { AREAS, ROWS } from "./recommendation-rows";

/** Those that ask the municipalities to act too; all others ask the region. */
const SHARED = ["D23"];

export const RECOMMENDATIONS: SeededInitiative = {
  slug: "jarjestojen-suositukset",
  kind: "recommendations",
  title: {
    fi: "Sosiaali- ja terveysjärjestöjen suositukset hyvinvointialueille",
    sv: "Social- och hälsoorganisationernas rekommendationer till välfärdsområdena",
    en: "The health and social associations' recommendations to the regions",
  },
  signatories: [],
  submittedOn: null,
  targetYear: null,
  text: { fi: "" },
  grounds: [],
  summary: { fi: "" },
  source: "Sote-järjestöjen suositukset hyvinvointialueille",
  note: {
    fi: "Mittarit on lisätty tähän: lähteessä on suosituksia, ei mittareita. Lähde ei nimeä julkaisijaansa. Yhteenkään suositukseen ei ole vielä kirjattu vastausta.",
    sv: "Mätarna är tillagda här: källan innehåller rekommendationer, inte mätare. Källan nämner inte sin utgivare. Ingen rekommendation har ännu besvarats.",
    en: "The measures have been added here: the source gives recommendations, not indicators. It does not name its publisher. No recommendation has been answered yet.",
  },
  responseBody: null,
  preparedBy: [],
  presentedBy: [],
  demands: ROWS.map(
    ([id, area, source, fi, en, measure, measureEn]): SeededDemand => ({
      slug: id,
      area: AREAS[area],
      text: { fi, en },
      measure: { fi: measure, en: measureEn },
      actors: SHARED.includes(id) ? ["region", "municipality"] : ["region"],
      source,
    }),
  ),
  steps: [],
};
