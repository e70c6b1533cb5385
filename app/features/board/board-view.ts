/** What of the board is shown: the filters, read from and written to the address so that a view can be sent on. */
import type { SplitChange } from "../../domain/split/diff";
import { type Category, SIDES, type Sides } from "../../domain/split/split";

/** Of the live split, for the draft's header. */
export interface BoardCounts {
  categories: number;
  questions: number;
}

/** The lanes in reading order: the two columns, then what is on both. */
export const LANES = ["municipality", "region", "both"] as const satisfies readonly Sides[];

/** The longest search that is looked at, in characters. */
export const SEARCH_CHARACTERS_MAX = 100;

export interface BoardView {
  /** One lane only, or null for all. */
  side: Sides | null;
  questionsOnly: boolean;
  changedOnly: boolean;
  search: string;
  /** The version since which changes are marked; "none" for no marks; null for the board's own choice. */
  changesSince: number | "none" | null;
  /** The category in the side panel. */
  category: string | null;
}

export const WHOLE_BOARD: BoardView = {
  side: null,
  questionsOnly: false,
  changedOnly: false,
  search: "",
  changesSince: null,
  category: null,
};

/** Reads a view from the address. What it does not understand is as if it were not there. */
export function parseBoardView(query: URLSearchParams): BoardView {
  const side = query.get("side");
  const changes = query.get("changes");
  return {
    side: SIDES.find((s) => s === side) ?? null,
    questionsOnly: query.get("questions") === "1",
    changedOnly: query.get("changed") === "1",
    search: (query.get("q") ?? "").slice(0, SEARCH_CHARACTERS_MAX),
    changesSince:
      changes === "none" ? "none" : changes && /^[1-9]\d{0,5}$/.test(changes) ? Number(changes) : null,
    category: query.get("category"),
  };
}

/** The query of an address, with its question mark; empty for the whole board. */
export function boardQuery(view: BoardView): string {
  const query = new URLSearchParams();
  if (view.side) query.set("side", view.side);
  if (view.questionsOnly) query.set("questions", "1");
  if (view.changedOnly) query.set("changed", "1");
  if (view.search) query.set("q", view.search);
  if (view.changesSince !== null) query.set("changes", String(view.changesSince));
  if (view.category) query.set("category", view.category);
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** Whether a filter hides cards (a chosen side only hides lanes). */
export function isFiltering(view: BoardView): boolean {
  return view.questionsOnly || view.changedOnly || view.search.trim() !== "";
}

/** Whether the filters let a category through. */
export function passes(category: Category, view: BoardView, changed: ReadonlySet<string>): boolean {
  if (view.questionsOnly && !category.question) return false;
  if (view.changedOnly && !changed.has(category.id)) return false;
  const wanted = view.search.trim().toLocaleLowerCase();
  if (!wanted) return true;
  const { label, rationale, question, legalBasis } = category;
  const texts = [
    label.fi,
    label.sv,
    label.en,
    rationale.fi,
    rationale.sv,
    rationale.en,
    question?.text,
    legalBasis,
  ];
  return texts.some((text) => text?.toLocaleLowerCase().includes(wanted));
}

/** Categories that some change is about. */
export function changedIds(changes: readonly SplitChange[] | null): ReadonlySet<string> {
  return new Set(changes?.map((change) => change.categoryId));
}
