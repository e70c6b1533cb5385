/** Every route, its loader, its action and each of the action's intents, with the answer that each kind of person gets. */
import type { DraftState } from "../../app/domain/policy";
import { CATEGORY, type Place } from "./rights-world";

export interface Asked {
  params?: Record<string, string>;
  /** Makes it an action. */
  form?: Record<string, string>;
  path?: string;
}

export interface Row {
  /** The file under app/routes, without its ending. */
  route: string;
  /** What is asked, in a word; the form's intent where it has one. */
  what: string;
  ask: (place: Place) => Asked;
  /** Statuses in the order of PEOPLE: nobody outsider ended coming | observer member preparer chair secretary | administrator. */
  answers: string;
  /** The draft's state before. */
  state?: DraftState;
}

const all = (status: number) => Array(10).fill(status).join(" ");
// Pages
const READING = "302 404 404 404 200 200 200 200 200 200";
const FREEZING_PAGE = "302 404 404 404 403 403 200 200 200 403";
const MANAGING_PAGE = "302 404 404 404 403 403 403 403 200 200";
const SIGNED_IN = "302 200 200 200 200 200 200 200 200 200";
// Acts
const EDITING = "401 404 404 404 403 303 303 303 303 403";
const FREEZING = "401 404 404 404 403 403 302 302 302 403";
const FREEZING_HERE = "401 404 404 404 403 403 200 200 200 403"; // the same page answers
const NOBODY_NOW = "401 404 404 404 403 403 403 403 403 403"; // the draft's state forbids it
const MANAGING = "401 404 404 404 403 403 403 403 302 302";
const MANAGING_NOTHING = "401 404 404 404 403 403 403 403 404 404"; // what it names is not this table's

const draft = (p: Place, more: Record<string, string> = {}) => ({ params: { slug: p.draft.slug, ...more } });
const table = (p: Place) => ({ params: { slug: p.table.slug } });
const category = (p: Place) => draft(p, { categoryId: CATEGORY });

const page = (route: string, ask: Row["ask"], answers: string, what = "page"): Row => ({
  ...{ route, what, ask, answers },
});
const act = (
  route: string,
  what: string,
  ask: (p: Place) => Pick<Asked, "params">,
  form: (p: Place) => Record<string, string>,
  answers: string,
  state?: DraftState,
): Row => ({ route, what, answers, state, ask: (p) => ({ ...ask(p), form: form(p) }) });
const none = () => ({});

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
  tableStep("add-party", MANAGING, (p) => ({ party: p.table.otherParty })),
  tableStep("create-party", MANAGING, () => ({
    ...{ partyName: "Uusi", genitive: "Uuden", shortName: "Uusi", kind: "other" },
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
export const MATRIX: Row[] = [...DRAFTS, ...TABLES, ...PEOPLE_ROUTES];
