/** What the seeds of meetings know of what was written before them. */
export interface Place {
  /** The demo draft. */
  draftId: string;
  /** Ids by slug and by seat. */
  table: (slug: string) => string;
  party: (slug: string) => string;
  person: (seat: string) => string;
}
