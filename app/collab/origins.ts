/** Transaction origins of a live document in this tab. */

/** A person's own edit in this tab: the only origin that undo follows. */
export const LOCAL = Symbol("local edit");
/** What came from the server: never sent back. */
export const REMOTE = Symbol("from the server");
