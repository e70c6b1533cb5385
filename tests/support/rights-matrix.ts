/** Every route, its loader, its action and each of the action's intents, with the answer that each kind of person gets. */
import type { DraftState } from "../../app/domain/policy";
import { ACCOUNT_ROWS } from "./rights/account";
import { AGENDA_ROWS } from "./rights/agenda";
import { DECISION_ROWS, MINUTES_ROWS } from "./rights/decisions";
import { DISCUSSION_ROWS } from "./rights/discussion";
import { FILE_ROWS } from "./rights/files";
import { INITIATIVE_ROWS } from "./rights/initiatives";
import { MEETING_PAGE_ROWS } from "./rights/meeting-pages";
import { MEETING_ROWS } from "./rights/meetings";
import { POSITION_ROWS } from "./rights/positions";
import { REGISTER_ROWS } from "./rights/register";
import { STATEMENT_ROWS } from "./rights/statements";
import { TEXT_ROWS } from "./rights/texts";
import { TEXT_VERSION_ROWS } from "./rights/texts-versions";
import { TOLD_ROWS } from "./rights/told";
import {
  act,
  all,
  category,
  draft,
  EDITING,
  FREEZING,
  FREEZING_HERE,
  FREEZING_PAGE,
  MANAGING,
  MANAGING_NOTHING,
  MANAGING_PAGE,
  NOBODY_NOW,
  none,
  page,
  READING,
  type Row,
  SIGNED_IN,
  table,
} from "./rights-row";
import type { Place } from "./rights-world";

const DRAFT_SETTINGS = "drafts.$slug.settings";
const draftStep = (intent: string, answers: string, state?: DraftState): Row =>
  act(DRAFT_SETTINGS, intent, draft, () => ({ intent, fi: "Uusi nimi", copy: "Kopio" }), answers, state);
const TABLE_SETTINGS = "tables.$slug.settings";
const tableStep = (intent: string, answers: string, form: (p: Place) => Record<string, string> = none) =>
  act(TABLE_SETTINGS, intent, table, (p) => ({ intent, ...form(p) }), answers);

const DRAFTS: Row[] = [
  page("api.drafts.$slug", draft, READING.replace("302", "401")),
  page("drafts.$slug._index", draft, READING),
  page("drafts.$slug.background", draft, READING),
  page("drafts.$slug.block", draft, READING),
  page("drafts.$slug.blocks", draft, READING),
  page("drafts.$slug.compare", (p) => ({ ...draft(p), path: "/?from=1&to=live" }), READING),
  page("drafts.$slug.versions._index", draft, READING),
  page("drafts.$slug.versions.$number._index", (p) => draft(p, { number: "1" }), READING),
  page("drafts.$slug.versions.$number.restore", (p) => draft(p, { number: "1" }), READING),
  page("drafts.$slug.categories.$categoryId.history", category, READING),
  page(DRAFT_SETTINGS, draft, FREEZING_PAGE),
  ...(["open", "locked", "archived"] as const).flatMap((state): Row[] => {
    const open = state === "open";
    return [
      act(
        "drafts.$slug.categories.$categoryId.wish",
        `wish (${state})`,
        category,
        () => ({ wish: "Liperi" }),
        open ? EDITING : NOBODY_NOW,
        state,
      ),
      act(
        "drafts.$slug.versions.$number.restore",
        `restore (${state})`,
        (p) => draft(p, { number: "1" }),
        none,
        open ? FREEZING : NOBODY_NOW,
        state,
      ),
      act(
        "drafts.$slug.versions._index",
        `freeze (${state})`,
        draft,
        () => ({ label: "Kokouksen jälkeen" }),
        state === "archived" ? NOBODY_NOW : FREEZING,
        state,
      ),
    ];
  }),
  draftStep("copy", FREEZING),
  draftStep("rename", FREEZING_HERE),
  draftStep("lock", FREEZING_HERE),
  draftStep("unlock", FREEZING_HERE, "locked"),
  draftStep("archive", FREEZING_HERE),
  draftStep("unarchive", FREEZING_HERE, "archived"),
  draftStep("__proto__", "401 400 400 400 400 400 400 400 400 400"),
];

const TABLES: Row[] = [
  page("tables.$slug._index", table, READING),
  page("tables.$slug.drafts.new", table, FREEZING_PAGE),
  act("tables.$slug.drafts.new", "empty", table, () => ({ title: "Uusi", source: "empty" }), FREEZING),
  act(
    "tables.$slug.drafts.new",
    "from another region's draft",
    table,
    (p) => ({ title: "Uusi", source: `draft:${p.foreign.draft.slug}` }),
    "401 404 404 404 403 403 404 404 404 403",
  ),
  page(TABLE_SETTINGS, table, MANAGING_PAGE),
  tableStep("change-table", MANAGING, () => ({ name: "Uusi nimi" })),
  tableStep("change-meeting-rules", MANAGING, () => ({
    ...{ recordKind: "minutes", quorum: "none", reveal: "atOnce", silence: "consents" },
  })),
  tableStep("add-party", MANAGING, (p) => ({ party: p.table.otherParty })),
  tableStep("create-party", MANAGING, () => ({
    ...{ partyName: "Uusi", genitive: "Uuden", shortName: "Uusi", kind: "other" },
  })),
  tableStep("change-party", MANAGING, (p) => ({
    ...{ party: p.table.party, partyName: "Uusi", genitive: "Uuden", shortName: "Uusi" },
  })),
  tableStep("change-party", MANAGING_NOTHING, (p) => ({
    ...{ party: p.foreign.table.party, partyName: "Uusi", genitive: "Uuden", shortName: "Uusi" },
  })),
  tableStep("remove-party", MANAGING, (p) => ({ party: p.table.party })),
  tableStep("change-membership", MANAGING, (p) => ({ membership: p.membership, role: "observer" })),
  tableStep("end-membership", MANAGING, (p) => ({ membership: p.membership })),
  tableStep("create-invitation", MANAGING.replaceAll("302", "200"), () => ({ role: "member" })),
  tableStep("revoke-invitation", MANAGING, (p) => ({ invitation: p.invitation.id })),
  tableStep("no such intent", MANAGING_NOTHING),
  tableStep("add-party", MANAGING_NOTHING, (p) => ({ party: p.foreign.table.party })),
  tableStep("change-membership", MANAGING_NOTHING, (p) => ({
    ...{ membership: p.foreign.membership, role: "observer" },
  })),
  tableStep("end-membership", MANAGING_NOTHING, (p) => ({ membership: p.foreign.membership })),
  tableStep("create-invitation", MANAGING.replaceAll("302", "400"), (p) => ({
    ...{ role: "member", party: p.foreign.table.party },
  })),
  page("tables.new", none, "302 200 403 403 403 403 403 403 200 200"),
  act(
    "tables.new",
    "in this region",
    none,
    (p) => ({ region: p.table.regionId, name: "Uusi pöytä" }),
    "401 403 403 403 403 403 403 403 302 302",
  ),
  act(
    "tables.new",
    "in no region",
    none,
    () => ({ region: "00000000-0000-4000-8000-000000000000", name: "Uusi pöytä" }),
    "401 403 403 403 403 403 403 403 403 404",
  ),
];

const ACCOUNT = { name: "Uusi", email: "uusi@example.fi", password: "riittävän pitkä lause" };
const PEOPLE_ROUTES: Row[] = [
  page("$", none, all(404)),
  act("$", "action", none, none, all(404)),
  page("_index", none, SIGNED_IN),
  page("demo._index", none, all(404)),
  page("demo.sign-in", none, all(404)),
  act("demo.sign-in", "sit down", none, () => ({ seat: "liperi" }), all(404)),
  page("invitations.$token", (p) => ({ params: { token: p.invitation.token } }), all(200)),
  page("invitations.$token", () => ({ params: { token: "arvattu" } }), all(404), "guessed"),
  act(
    "invitations.$token",
    "accept", // whoever holds the link; the observer sits there already
    (p) => ({ params: { token: p.invitation.token } }),
    () => ACCOUNT,
    all(302).replace(/^(302 302 302 302) 302/, "$1 400"),
  ),
  act(
    "invitations.$token",
    "guess",
    () => ({ params: { token: "arvattu" } }),
    () => ACCOUNT,
    all(404),
  ),
  page("language", none, all(302)),
  act("language", "choose", none, () => ({ language: "sv" }), all(302)),
  page("theme", none, all(302)),
  act("theme", "choose", none, () => ({ theme: "dark" }), all(302)),
  page("sessions", none, SIGNED_IN),
  act("sessions", "end the others", none, () => ({ others: "1" }), all(302).replace("302", "401")),
  act(
    "sessions",
    "end somebody else's",
    none,
    (p) => ({ session: p.otherSession }),
    all(404).replace("404", "401"),
  ),
  page("setup", none, all(404)),
  act("setup", "with the right code", none, () => ({ ...ACCOUNT, code: "SETUP-CODE" }), all(404)),
  page("sign-in", none, all(200)),
  act("sign-in", "guess", none, () => ({ email: ACCOUNT.email, password: "arvaus-arvaus" }), all(400)),
  page("sign-out", none, all(302)),
  act("sign-out", "sign out", none, none, all(302)),
];

/** Every row. tests/integration/rights.test.ts sees that no route, action or intent is missing. */
export const MATRIX: Row[] = [
  ...[...DRAFTS, ...TABLES, ...PEOPLE_ROUTES],
  ...[...POSITION_ROWS, ...DISCUSSION_ROWS, ...STATEMENT_ROWS, ...TOLD_ROWS, ...ACCOUNT_ROWS],
  ...[...TEXT_ROWS, ...TEXT_VERSION_ROWS, ...FILE_ROWS, ...INITIATIVE_ROWS],
  ...AGENDA_ROWS,
  ...MEETING_PAGE_ROWS,
  ...MEETING_ROWS,
  ...DECISION_ROWS,
  ...MINUTES_ROWS,
  ...REGISTER_ROWS,
];
