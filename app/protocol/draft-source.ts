/** What a new draft starts from, as a form sends it: "empty", "emptyText", "draft:<slug>" or "draft:<slug>:<version>". */
export type DraftSource =
  | { kind: "empty" }
  | { kind: "emptyText" }
  | { kind: "draft"; slug: string; version: number | null };

/** The value of the form field. */
export function draftSourceValue(source: DraftSource): string {
  if (source.kind !== "draft") return source.kind;
  return `draft:${source.slug}${source.version === null ? "" : `:${source.version}`}`;
}

/** Reads the field; null when it is none of these. */
export function parseDraftSource(text: string): DraftSource | null {
  if (text === "empty" || text === "emptyText") return { kind: text };
  const [, slug, version] = /^draft:([a-z0-9-]{1,100})(?::([1-9]\d{0,5}))?$/.exec(text) ?? [];
  return slug ? { kind: "draft", slug, version: version ? Number(version) : null } : null;
}
