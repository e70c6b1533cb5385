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
  /** A comment's words in the text. */
  passage: (slug: string, thread: string) => `/drafts/${segment(slug)}#thread-${segment(thread)}`,
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
  apiDrafts: () => "/api/drafts",
  /** A text or a split out of the product; `version` a frozen one, else as it is now. */
  exportDraft: (slug: string, format: "docx" | "pdf" | "html" | "md", version?: number) =>
    `/drafts/${segment(slug)}/export.${format}${version === undefined ? "" : `?version=${version}`}`,
  /** Data of another draft shown inside a text: JSON. */
  draftBlock: (slug: string, version: number | null) =>
    `/drafts/${segment(slug)}/block${version === null ? "" : `?version=${version}`}`,
  /** Drafts that may be shown inside this text: JSON. */
  draftBlocks: (slug: string) => `/drafts/${segment(slug)}/blocks`,
  /** A file or a pasted list becomes a new draft at the table: chosen here, approved at `importPreview`. */
  importDraft: (tableSlug: string) => `/tables/${segment(tableSlug)}/import`,
  importPreview: (id: string) => `/imports/${segment(id)}`,
  initiatives: (tableSlug: string) => `/tables/${segment(tableSlug)}/initiatives`,
  newInitiative: (tableSlug: string) => `/tables/${segment(tableSlug)}/initiatives/new`,
  initiative: (slug: string, demand?: string) =>
    `/initiatives/${segment(slug)}${demand ? `#demand-${segment(demand)}` : ""}`,
  initiativeCsv: (slug: string) => `/initiatives/${segment(slug)}/csv`,
  /** The public summary, for anybody, once it is published. */
  publicInitiative: (slug: string) => `/public/initiatives/${segment(slug)}`,
  apiDraft: (slug: string) => `/api/drafts/${segment(slug)}`,
  apiPositions: (slug: string) => `/api/drafts/${segment(slug)}/positions`,
  openApi: () => "/api/openapi.json",
  /** The party × category matrix with the consensus finder. */
  positions: (slug: string) => `/drafts/${segment(slug)}/positions`,
  positionsCsv: (slug: string) => `/drafts/${segment(slug)}/positions.csv`,
  /** Where one party gives its positions; `category` opens at that one. */
  givePositions: (slug: string, category?: string) =>
    `/drafts/${segment(slug)}/positions/give${category ? `#${segment(category)}` : ""}`,
  /** Data of one category's positions, and where one is given. */
  categoryPositions: (slug: string, categoryId: string) =>
    `/drafts/${segment(slug)}/categories/${segment(categoryId)}/positions`,
  proposal: (slug: string, id: string) => `/drafts/${segment(slug)}/proposals/${segment(id)}`,
  discussion: (slug: string, comment?: string) =>
    `/drafts/${segment(slug)}/discussion${comment ? `#comment-${segment(comment)}` : ""}`,
  categoryDiscussion: (slug: string, categoryId: string) =>
    `/drafts/${segment(slug)}/categories/${segment(categoryId)}/discussion`,
  suggestions: (slug: string, suggestion?: string) =>
    `/drafts/${segment(slug)}/suggestions${suggestion ? `#suggestion-${segment(suggestion)}` : ""}`,
  /** The statement rounds of a draft. */
  rounds: (slug: string) => `/drafts/${segment(slug)}/rounds`,
  newRound: (slug: string) => `/drafts/${segment(slug)}/rounds/new`,
  round: (roundSlug: string) => `/rounds/${segment(roundSlug)}`,
  roundCsv: (roundSlug: string) => `/rounds/${segment(roundSlug)}/csv`,
  roundPrint: (roundSlug: string) => `/rounds/${segment(roundSlug)}/print`,
  statement: (roundSlug: string, partySlug: string) =>
    `/rounds/${segment(roundSlug)}/statements/${segment(partySlug)}`,
  attachments: (roundSlug: string, partySlug: string) =>
    `/rounds/${segment(roundSlug)}/statements/${segment(partySlug)}/attachments`,
  attachment: (roundSlug: string, partySlug: string, id: string) =>
    `/rounds/${segment(roundSlug)}/statements/${segment(partySlug)}/attachments/${segment(id)}`,
  meetings: (tableSlug: string) => `/tables/${segment(tableSlug)}/meetings`,
  newMeeting: (tableSlug: string) => `/tables/${segment(tableSlug)}/meetings/new`,
  /** The meeting as it is now; `item` looks at another item than the current one. */
  meeting: (slug: string, item?: string) =>
    `/meetings/${segment(slug)}${item ? `?item=${segment(item)}` : ""}`,
  /** Preparing it: facts, agenda, attachments, invitation. */
  meetingSettings: (slug: string) => `/meetings/${segment(slug)}/settings`,
  agenda: (slug: string) => `/meetings/${segment(slug)}/agenda`,
  agendaPdf: (slug: string) => `/meetings/${segment(slug)}/agenda.pdf`,
  meetingIcs: (slug: string) => `/meetings/${segment(slug)}/meeting.ics`,
  agendaAttachments: (slug: string) => `/meetings/${segment(slug)}/attachments`,
  agendaAttachment: (slug: string, id: string) => `/meetings/${segment(slug)}/attachments/${segment(id)}`,
  attendance: (slug: string) => `/meetings/${segment(slug)}/attendance`,
  attendanceCsv: (slug: string) => `/meetings/${segment(slug)}/attendance.csv`,
  projector: (slug: string) => `/meetings/${segment(slug)}/projector`,
  /** The QR code that opens one's own seat on a telephone. */
  seatCode: (slug: string) => `/meetings/${segment(slug)}/seat`,
  seat: (token: string) => `/seats/${segment(token)}`,
  minutes: (slug: string) => `/meetings/${segment(slug)}/minutes`,
  /** Memo and board beside each other. */
  minutesCheck: (slug: string) => `/meetings/${segment(slug)}/minutes/check`,
  minutesExtract: (slug: string, of: { item?: string; party?: string }) =>
    `/meetings/${segment(slug)}/minutes/extract?${new URLSearchParams(of)}`,
  calendar: (token: string) => `/calendars/${segment(token)}.ics`,
  calendars: () => "/calendars",
  road: (slug: string) => `/drafts/${segment(slug)}/road`,
  /** The register: of one table, or of all that the reader may see. */
  decisions: (tableSlug?: string) => `/decisions${tableSlug ? `?table=${segment(tableSlug)}` : ""}`,
  decision: (id: string) => `/decisions/${segment(id)}`,
  decisionPdf: (id: string) => `/decisions/${segment(id)}/decision.pdf`,
  decisionsCsv: () => "/decisions.csv",
  /** A decision that is being made: its positions and its outcome. */
  proposedDecision: (id: string) => `/proposed-decisions/${segment(id)}`,
  /** `of` names the item of a meeting, the proposal to replace, or the decision to correct. */
  newDecision: (draftSlug: string, of: { item?: string; replaces?: string; corrects?: string } = {}) =>
    `/drafts/${segment(draftSlug)}/decide${Object.keys(of).length > 0 ? `?${new URLSearchParams(of)}` : ""}`,
  verify: () => "/verify",
  apiMeeting: (slug: string) => `/api/meetings/${segment(slug)}`,
  apiMinutes: (slug: string, format: "json" | "pdf" | "docx", language?: string) =>
    `/api/meetings/${segment(slug)}/minutes.${format}${language ? `?lang=${segment(language)}` : ""}`,
  apiMeetingDecisions: (slug: string) => `/api/meetings/${segment(slug)}/decisions`,
  apiDecision: (id: string) => `/api/decisions/${segment(id)}`,
  apiSeal: (sha256: string) => `/api/seals/${segment(sha256)}`,
  apiBundle: (id: string) => `/api/decisions/${segment(id)}/bundle.zip`,
  notifications: () => "/notifications",
  /** Marks it read and goes where it leads. */
  notification: (id: string) => `/notifications/${segment(id)}`,
  /** What changed in a draft after a log position. */
  draftSince: (slug: string, seq: number) => `/drafts/${segment(slug)}/since?seq=${seq}`,
  outbox: () => "/outbox",
  /** The page that a mailed link opens. */
  mailedLink: (token: string) => `/links/${segment(token)}`,
  unsubscribe: (token: string) => `/unsubscribe/${segment(token)}`,
  account: () => "/account",
  forgottenPassword: () => "/forgotten-password",
  newPassword: (token: string) => `/new-password/${segment(token)}`,
  confirmEmail: (token: string) => `/confirm-email/${segment(token)}`,
  bounces: () => "/bounces",
  search: (words?: string) => (words ? `/search?q=${segment(words)}` : "/search"),
};

/** The addresses that take files: their bodies may be larger than any other's. */
export function isUploadPath(path: string): boolean {
  return (
    /^\/rounds\/[^/]+\/statements\/[^/]+\/attachments$/.test(path) ||
    /^\/meetings\/[^/]+\/attachments$/.test(path) ||
    /^\/tables\/[^/]+\/import$/.test(path)
  );
}

/**
 * A path on this site that a user's input may name: no host, no protocol, no backslash, and written as an address
 * is (ASCII without spaces): a header can carry nothing else.
 */
export function isSafeRedirect(to: string): boolean {
  return /^\/(?![/\\])[!-[\]-~]*$/.test(to);
}
