/** Who may do what about initiatives and their public summaries. */
import { act, all, FREEZING, FREEZING_PAGE, page, READING, type Row, table } from "../rights-row";
import type { Place } from "../rights-world";

const LIST = "tables.$slug.initiatives._index";
const NEW = "tables.$slug.initiatives.new";
const ONE = "initiatives.$slug._index";
const PUBLIC = "public.initiatives.$slug";

const one = (p: Place) => ({ params: { slug: p.initiative.slug } });
const published = (p: Place) => ({ params: { slug: p.initiative.published } });
const step = (intent: string, form: (p: Place) => Record<string, string>, answers = FREEZING): Row =>
  act(ONE, intent, one, (p) => ({ intent, ...form(p) }), answers);
/** What who keeps it names is not this table's. */
const NOTHING = FREEZING.replaceAll("302", "404");
const answer = { demand: "1", state: "inPreparation", text: "Valmistellaan." };

export const INITIATIVE_ROWS: Row[] = [
  page(LIST, table, READING),
  page(NEW, table, FREEZING_PAGE),
  act(NEW, "create", table, () => ({ kind: "initiative", title: "Uusi", demands: "Yksi" }), FREEZING),
  page(ONE, one, READING),
  page("initiatives.$slug.csv", one, READING),
  step("answer", () => answer),
  step("answer", () => ({ ...answer, demand: "2" }), NOTHING),
  step("answer", (p) => ({ ...answer, draft: p.foreign.draft.slug }), NOTHING),
  step("add-demand", () => ({ demand: "Toinen vaatimus" })),
  step("record-step", () => ({ kind: "sent", body: "Aluehallitus" })),
  step("publish", () => ({})),
  step("unpublish", () => ({})),
  step("link-response", () => ({ draft: "" })),
  // The draft is a split: no response.
  step("link-response", (p) => ({ draft: p.draft.slug }), NOTHING),
  step("start-response", () => ({})),
  step("no such intent", () => ({}), all(404).replace("404", "401")),
  page(PUBLIC, published, all(200), "published"),
  page(PUBLIC, one, all(404), "not published"),
];
