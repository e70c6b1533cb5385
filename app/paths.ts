/** Every internal URL is built here. The file names under app/routes are the other end. */
const segment = encodeURIComponent;

export const paths = {
  home: () => "/",
  signIn: (redirectTo?: string) => (redirectTo ? `/sign-in?to=${segment(redirectTo)}` : "/sign-in"),
  signOut: () => "/sign-out",
  sessions: () => "/sessions",
  language: () => "/language",
  theme: () => "/theme",
  setup: () => "/setup",
  demo: () => "/demo",
  demoSignIn: () => "/demo/sign-in",
  invitation: (token: string) => `/invitations/${segment(token)}`,
  newTable: () => "/tables/new",
  table: (slug: string) => `/tables/${segment(slug)}`,
  tableSettings: (slug: string) => `/tables/${segment(slug)}/settings`,
  newDraft: (tableSlug: string) => `/tables/${segment(tableSlug)}/drafts/new`,
  draft: (slug: string, category?: string) =>
    `/drafts/${segment(slug)}${category ? `?category=${segment(category)}` : ""}`,
  draftSettings: (slug: string) => `/drafts/${segment(slug)}/settings`,
  draftBackground: (slug: string) => `/drafts/${segment(slug)}/background`,
  /** `frozen` is the number of the version that was just frozen. */
  versions: (slug: string, frozen?: number) =>
    `/drafts/${segment(slug)}/versions${frozen === undefined ? "" : `?frozen=${frozen}`}`,
  version: (slug: string, number: number) => `/drafts/${segment(slug)}/versions/${number}`,
  restoreVersion: (slug: string, number: number) => `/drafts/${segment(slug)}/versions/${number}/restore`,
  /** `from` is a version's number; `to` a version's number or "live". */
  compare: (slug: string, from: number, to: number | "live") =>
    `/drafts/${segment(slug)}/compare?from=${from}&to=${to}`,
  categoryHistory: (slug: string, categoryId: string) =>
    `/drafts/${segment(slug)}/categories/${segment(categoryId)}/history`,
  categoryWish: (slug: string, categoryId: string) =>
    `/drafts/${segment(slug)}/categories/${segment(categoryId)}/wish`,
  apiDraft: (slug: string) => `/api/drafts/${segment(slug)}`,
};

/**
 * A path on this site that a user's input may name: no host, no protocol, no backslash, and written as an address
 * is (ASCII without spaces): a header can carry nothing else.
 */
export function isSafeRedirect(to: string): boolean {
  return /^\/(?![/\\])[!-[\]-~]*$/.test(to);
}
