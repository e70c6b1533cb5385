/** The fields a change event may speak of. `created` carries the whole category as it was made in `after`. */
export const CHANGE_FIELDS = [
  "created",
  "label.fi",
  "label.sv",
  "label.en",
  "rationale.fi",
  "rationale.sv",
  "rationale.en",
  "sides",
  "order",
  "status",
  "question",
  "legalBasis",
] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];
