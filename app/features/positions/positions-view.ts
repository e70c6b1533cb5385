/** What the page of positions shows, in its address: filters, the open cell, and the open form. */
import {
  FINDER_GROUPS,
  type FinderGroup,
  type MatrixRow,
  type PartyColumn,
} from "../../protocol/positions-data";

export const FORMS = ["ask", "propose"] as const;
export type OpenForm = (typeof FORMS)[number];

export interface PositionsView {
  /** A party's slug; null for all. */
  party: string | null;
  group: FinderGroup | null;
  staleOnly: boolean;
  /** The category whose positions are open, and the party whose cell it was opened from. */
  category: string | null;
  who: string | null;
  form: OpenForm | null;
}

export const WHOLE_VIEW: PositionsView = {
  party: null,
  group: null,
  staleOnly: false,
  category: null,
  who: null,
  form: null,
};

/** Reads an address; what it does not know is left out. */
export function parsePositionsView(query: URLSearchParams): PositionsView {
  const group = query.get("group");
  const form = query.get("form");
  return {
    party: query.get("party") || null,
    group: FINDER_GROUPS.find((known) => known === group) ?? null,
    staleOnly: query.get("stale") === "1",
    category: query.get("category") || null,
    who: query.get("who") || null,
    form: FORMS.find((known) => known === form) ?? null,
  };
}

/** The query of a view, "?" for the whole: an empty link would keep the present one. */
export function positionsQuery(view: PositionsView): string {
  const query = new URLSearchParams();
  if (view.party) query.set("party", view.party);
  if (view.group) query.set("group", view.group);
  if (view.staleOnly) query.set("stale", "1");
  if (view.category) query.set("category", view.category);
  if (view.who) query.set("who", view.who);
  if (view.form) query.set("form", view.form);
  return `?${query}`;
}

export const isNarrowed = ({ party, group, staleOnly }: PositionsView) =>
  Boolean(party || group || staleOnly);

/** The columns and rows that pass the filters. A party that is not at the table filters nothing. */
export function narrowed(
  parties: PartyColumn[],
  rows: MatrixRow[],
  { party, group, staleOnly }: PositionsView,
): { parties: PartyColumn[]; rows: MatrixRow[] } {
  const one = parties.filter(({ slug }) => slug === party);
  const shown = one.length > 0 ? one : parties;
  return {
    parties: shown,
    rows: rows.filter(
      (row) =>
        (group === null || row.group === group) &&
        (!staleOnly || shown.some(({ slug }) => row.cells[slug]?.stale)),
    ),
  };
}
