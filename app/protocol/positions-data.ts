/** What positions look like to pages and programs. Times are ISO 8601; ids of parties are their slugs. */
import type { Localized } from "../domain/languages";
import type { Counts, Finder, FinderGroup } from "../domain/positions/finder";
import type { PositionValue } from "../domain/positions/position";
import type { GivenText } from "../domain/positions/text";
import type { Sides } from "../domain/split/split";
import type { TextEntry } from "../domain/text/diff";

/** A party's current position on one category, or on the whole draft. */
export interface PositionView {
  id: string;
  value: PositionValue;
  reason: string;
  /** Given on another text than the present one (rule P4). */
  stale: boolean;
  /** Not confirmed by the party's own organ (rule P5). */
  preliminary: boolean;
  organ: string | null;
  section: string | null;
  /** YYYY-MM-DD, of the organ's decision. */
  organDate: string | null;
  /** Told by telephone and not yet confirmed by the party itself: who told, and when. */
  told: { by: string; at: string } | null;
  givenBy: string;
  givenAt: string;
  isExample: boolean;
}

/** An earlier position; null where the party took its position back. */
export type PastPosition = Omit<PositionView, "value"> & { value: PositionValue | null };

/** Label, sides, status, question and rationale that a position is given on: the difference shows what changed. */
export type PositionText = GivenText;

export interface PartyColumn {
  id: string;
  slug: string;
  name: string;
  shortName: string;
  color: number;
}

export { FINDER_GROUPS, type Finder, type FinderGroup } from "../domain/positions/finder";

export interface MatrixRow {
  categoryId: string;
  label: Localized;
  sides: Sides;
  hasQuestion: boolean;
  group: FinderGroup;
  /** By party slug; a party without a position is left out. */
  cells: Record<string, PositionView>;
}

/** The page of positions: party × category. */
export interface PositionsData {
  parties: PartyColumn[];
  /** Categories on the board, ordered by group and then as on the board. */
  rows: MatrixRow[];
  /** Positions on the draft as a whole, by party slug. */
  whole: Record<string, PositionView>;
  finder: Finder;
  /** Where the draft as a whole stands: what the parties are asked about in a text. */
  wholeGroup: FinderGroup;
  /** The version that positions on a text are given on; null in a split, and while nothing is frozen. */
  frozen: { number: number; sha256: string } | null;
  /** The latest request, or null: YYYY-MM-DD, and how many parties have answered every category. */
  request: { dueOn: string; message: string; answered: number; asked: number } | null;
  proposals: {
    id: string;
    text: string;
    categoryIds: string[];
    version: number;
    madeBy: string;
    madeAt: string;
  }[];
  /** The viewer's own party, if they sit for one. */
  own: { slug: string; shortName: string; genitive: string; maySpeak: boolean } | null;
  abilities: { ask: boolean; enterTold: boolean; makeProposal: boolean };
}

/** Everything about one category's positions, for the board's panel. */
export interface CategoryPositionsData {
  parties: PartyColumn[];
  cells: Record<string, PositionView>;
  /** Hash of the committed text, to be sent back with a position given on it. */
  contentHash: string;
  /** For each stale position, by party slug: the text it was given on. */
  givenOn: Record<string, PositionText>;
  text: PositionText;
  /** Earlier positions, newest first, by party slug. */
  history: Record<string, PastPosition[]>;
  own: { slug: string; shortName: string; genitive: string; maySpeak: boolean; mayPrepare: boolean } | null;
  /** What the party's people have prepared and nobody has given yet. */
  prepared: PreparedPosition | null;
  abilities: { enterTold: boolean };
}

export interface PreparedPosition {
  value: PositionValue | null;
  reason: string;
  by: string;
  at: string;
}

/** One subject on the page where a party gives its positions. */
export interface GiveRow {
  /** Empty for the draft as a whole: also the form's field names use it. */
  categoryId: string;
  /** Null for the draft as a whole. */
  label: Localized | null;
  text: PositionText | null;
  hasQuestion: boolean;
  /** Hash of the committed text, to be sent back with a position given on it. */
  contentHash: string;
  current: PositionView | null;
  /** For a stale position on a category: the text it was given on. */
  givenOn: PositionText | null;
  /** For a stale position on a text: what has changed since the version it was given on. */
  difference: TextEntry[] | null;
  prepared: PreparedPosition | null;
}

/** Where one party gives its positions. */
export interface GivePositionsData {
  party: { id: string; slug: string; name: string; shortName: string; genitive: string };
  maySpeak: boolean;
  /** Categories on the board, lane by lane as there. */
  rows: GiveRow[];
  whole: GiveRow;
  /** Categories with a position that is not stale. */
  given: number;
  request: PositionsData["request"];
  /** As in PositionsData. */
  frozen: PositionsData["frozen"];
  /** How many subjects the party is asked about: the categories, or a text as a whole. */
  asked: number;
}

/** A proposal on a frozen version, with the categories that it takes up as they stand there. */
export interface ProposalData {
  id: string;
  text: string;
  version: { number: number; label: string; sha256: string };
  categories: { id: string; label: Localized; sides: Sides }[];
  madeBy: string;
  madeAt: string;
}

/** What a refused position brings along, so that nothing is lost and the person can choose. */
export interface PositionRefusal {
  /** With `textChanged`: the text that was shown (null when it cannot be told) and the present one, null for a whole draft. */
  before?: PositionText | null;
  after?: PositionText | null;
  /** With `textChanged`: to be sent with the form when it is given on the present text. */
  contentHash?: string;
  /** With `alreadyGiven`: what somebody of the party gave in between; null when it was taken back. */
  other?: PositionView | null;
  /** With `alreadyGiven`: to be sent as `after` by who gives theirs in its place; empty for none. */
  afterId?: string;
}

/** Counts on a card: how many parties stand where; stale ones count as missing. */
export type PositionCounts = Counts;
