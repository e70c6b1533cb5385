/** Of a split's shape in its Y.Doc. Apart from the translator, so that a page that only listens does not load Yjs. */
export const SPLIT_SCHEMA_VERSION = 1;
