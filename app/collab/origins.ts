/** Transaction origins of a live document in this tab. */

/** A person's own edit in this tab: the only origin that undo follows. */
export const LOCAL = Symbol("local edit");
/** What came from the server: never sent back. */
export const REMOTE = Symbol("from the server");
/** Unsaved changes put into the document again: they wait for the server already. */
export const UNSAVED = Symbol("unsaved before");
