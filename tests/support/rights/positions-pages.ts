/** Who may open the pages of positions, and do what stands on them. */
import { subjectText } from "../../../app/domain/positions/text";
import { act, draft, NOBODY_NOW, page, READING, type Row } from "../rights-row";
import { CATEGORY, SPLIT } from "../rights-world";

const KANNAT = "drafts.$slug.positions._index";
const GIVE = "drafts.$slug.positions.give";
const NO_SUCH = "00000000-0000-4000-8000-000000000000";
const FREEZERS = (status: number) => `401 404 404 404 403 403 ${Array(3).fill(status).join(" ")} 403`;
const SPEAKERS = (status: number) => `401 404 404 404 403 ${Array(4).fill(status).join(" ")} 403`;

const ask = { intent: "ask", dueOn: "2099-01-01", message: "" };
const propose = { intent: "makeProposal", text: "Esitetään.", category: CATEGORY };
const given = {
  [`value:${CATEGORY}`]: "support",
  [`hash:${CATEGORY}`]: subjectText(SPLIT, CATEGORY)!.hash,
  [`after:${CATEGORY}`]: "",
};

const give = (
  what: string,
  form: Record<string, string>,
  answers: string,
  voice: Row["voice"],
  state?: Row["state"],
): Row => ({
  ...act(GIVE, what, draft, () => ({ ...given, ...form }), answers, state),
  voice,
});

export const POSITION_PAGE_ROWS: Row[] = [
  page(KANNAT, draft, READING),
  act(KANNAT, "ask", draft, () => ask, FREEZERS(303)),
  act(KANNAT, "ask about an archived draft", draft, () => ask, NOBODY_NOW, "archived"),
  act(KANNAT, "propose what is not ready", draft, () => propose, FREEZERS(400)),
  act(KANNAT, "propose in an archived draft", draft, () => propose, NOBODY_NOW, "archived"),
  act(KANNAT, "__proto__", draft, () => ({ intent: "__proto__" }), "401 400 400 400 400 400 400 400 400 400"),
  { ...page(GIVE, draft, SPEAKERS(200).replace("401", "302")), voice: "speaks" },
  page(GIVE, draft, NOBODY_NOW.replace("401", "302"), "page without a party"),
  give("give", {}, SPEAKERS(200), "speaks"),
  give("give without speaking for the party", {}, NOBODY_NOW, "prepares"),
  give("give in an archived draft", {}, NOBODY_NOW, "speaks", "archived"),
  give("prepare", { prepare: CATEGORY }, SPEAKERS(200), "prepares"),
  give("keep what is not there", { keep: CATEGORY, [`after:${CATEGORY}`]: NO_SUCH }, SPEAKERS(404), "speaks"),
  give("keep for another", { keep: CATEGORY, [`after:${CATEGORY}`]: NO_SUCH }, NOBODY_NOW, "prepares"),
  give(
    "take back for another",
    { takeBack: CATEGORY, [`after:${CATEGORY}`]: NO_SUCH },
    NOBODY_NOW,
    "prepares",
  ),
  page(
    "drafts.$slug.proposals.$id",
    (p) => draft(p, { id: NO_SUCH }),
    "302 404 404 404 404 404 404 404 404 404",
    "one that is not there",
  ),
];
