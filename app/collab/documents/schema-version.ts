/** Of a document's shape in its Y.Doc. Apart from the translators, so that a page that only listens does not load Yjs. */
export const SPLIT_SCHEMA_VERSION = 1;
export const TEXT_SCHEMA_VERSION = 1;
