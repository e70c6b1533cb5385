/** One line of a category's history, as the server tells it. */
export interface HistoryLine {
  id: string;
  person: string;
  /** Short name of the party the person sits for at the draft's table. */
  party: string | null;
  /** ISO times of the first and last edit joined in this line. */
  startedAt: string;
  endedAt: string;
  change:
    | { kind: "field"; field: string; before: unknown; after: unknown }
    | { kind: "wish"; wish: string; suggestionId?: string };
}
