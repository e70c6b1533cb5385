import { paths } from "../../paths";

/** Names of mentions that reached nobody, told in one address. */
export const UNREACHED_MAX = 5;

interface Wanted {
  /** The filter; empty for all. */
  show?: string;
  unreached?: string[];
  /** The comment to go to; empty for none. */
  comment?: string;
}

/** The discussion page as the reader had it, at a comment, with what must be told. */
export function discussionAddress(slug: string, { show, unreached = [], comment }: Wanted): string {
  const query = new URLSearchParams();
  if (show && show !== "all") query.set("show", show);
  for (const name of unreached.slice(0, UNREACHED_MAX)) query.append("unreached", name);
  const [page, hash] = paths.discussion(slug, comment || undefined).split("#");
  const search = query.size > 0 ? `?${query}` : "";
  return `${page}${search}${hash ? `#${hash}` : ""}`;
}
