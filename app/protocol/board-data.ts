import type { Localized } from "../domain/languages";
import type { DraftState } from "../domain/policy";
import type { Sides, Split } from "../domain/split/split";
import type { ThreadCount } from "./discussion-data";
import type { PositionCounts } from "./positions-data";

/** The item of a meeting that has the draft before it now. */
export interface HandledNow {
  slug: string;
  number: number;
  year: number;
  itemId: string;
  itemNumber: number;
  title: Localized;
}

/** What the board's loader gives: everything the first paint shows. */
export interface BoardData {
  draft: {
    id: string;
    slug: string;
    title: Localized;
    state: DraftState;
    documentId: string;
    sideNotes: Partial<Record<Sides, Localized>>;
  };
  table: { slug: string; name: Localized };
  region: { slug: string; name: Localized };
  /** The committed live split and the log position it was read at. */
  split: Split;
  seq: number;
  /** In order of number. `meetingDate` is an ISO date. */
  versions: { number: number; label: string; meetingDate: string | null }[];
  /** The version whose changes are marked, or null for no marks. */
  since: { number: number; split: Split } | null;
  /** The latest wish per category (rule S6). */
  wishes: Record<string, string>;
  /** By category id; those of which nothing was said or suggested are not there. */
  threadCounts: Record<string, ThreadCount>;
  suggestionCounts: Record<string, number>;
  /** By category; null before anybody was asked or gave a position. */
  positionCounts: Record<string, PositionCounts> | null;
  handled: HandledNow | null;
  abilities: { edit: boolean; freeze: boolean; manage: boolean };
  viewer: { personId: string; partyId: string | null; role: string | null };
}
