/** Who may do what about positions and proposals. */
import { subjectText } from "../../../app/domain/positions/text";
import { act, all, category, draft, EDITING, NOBODY_NOW, page, READING, type Row } from "../rights-row";
import { CATEGORY, type Place, SPLIT } from "../rights-world";
import { POSITION_PAGE_ROWS } from "./positions-pages";

const ONE = "drafts.$slug.categories.$categoryId.positions";
const NO_SUCH = "00000000-0000-4000-8000-000000000000";
const WORDS = { value: "support", reason: "", hash: subjectText(SPLIT, CATEGORY)!.hash };

interface More {
  state?: Row["state"];
  voice?: Row["voice"];
  form?: (p: Place) => Record<string, string>;
}
/** One step of a category's positions. */
const step = (intent: string, answers: string, { state, voice, form }: More = {}, what = ""): Row => ({
  ...act(ONE, `${intent}${what}`, category, (p) => ({ intent, ...WORDS, ...form?.(p) }), answers, state),
  voice,
});

const READERS_GET = (status: number) => `401 404 404 404 ${Array(6).fill(status).join(" ")}`;
const SECRETARY = "401 404 404 404 403 403 403 403 303 403";
const told = (party: (p: Place) => string) => (p: Place) => ({ party: party(p), toldBy: "Kunnansihteeri" });

export const POSITION_ROWS: Row[] = [
  ...POSITION_PAGE_ROWS,
  page("api.openapi[.]json", () => ({}), all(200)),
  page("api.drafts.$slug.positions", draft, READING.replace("302", "401")),
  page("drafts.$slug.positions[.]csv", draft, READING),
  page(ONE, category, READING),
  step("give", EDITING, { voice: "speaks" }, " for one's party"),
  step("give", EDITING, { voice: "speaks", state: "locked" }, " on a locked draft"),
  step("give", NOBODY_NOW, { voice: "speaks", state: "archived" }, " on an archived draft"),
  step("give", NOBODY_NOW, { voice: "prepares" }, " without speaking for the party"),
  step("give", NOBODY_NOW, { voice: "speaks", form: (p) => ({ party: p.table.otherParty }) }, " for another"),
  step("keep", NOBODY_NOW, { voice: "prepares", form: () => ({ after: NO_SUCH }) }),
  step("takeBack", NOBODY_NOW, { voice: "prepares", form: () => ({ after: NO_SUCH }) }),
  step("prepare", EDITING, { voice: "prepares" }),
  step("prepare", NOBODY_NOW, {}, " without a party"),
  step("enterTold", SECRETARY, { form: told((p) => p.table.party) }),
  step("enterTold", NOBODY_NOW, { form: told((p) => p.table.otherParty) }, " for a party beside the table"),
  step("confirmTold", READERS_GET(404), { voice: "speaks", form: () => ({ after: NO_SUCH }) }, " of nothing"),
  step("__proto__", "401 400 400 400 400 400 400 400 400 400"),
];
