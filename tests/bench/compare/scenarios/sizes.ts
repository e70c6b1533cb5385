/** Sizes that the tables name. */

/** Documents that lie in the database while cost is measured. */
export const AT_REST = 10_000;
