/** Who may do what about statement rounds. */
import { act, draft, page, READING, type Row } from "../rights-row";
import { CATEGORY, type Place } from "../rights-world";
import { dayIn } from "../rounds";

const ROUND = "rounds.$slug._index";
const STATEMENT = "rounds.$slug.statements.$party._index";
const FILES = "rounds.$slug.statements.$party.attachments._index";
const FILE = "rounds.$slug.statements.$party.attachments.$id";

const round = (p: Place) => ({ params: { slug: p.round.slug } });
/** The table's own party, which has not answered yet. */
const own = (p: Place, more: Record<string, string> = {}) => ({
  params: { slug: p.round.slug, party: "liperi", ...more },
});
/** The other recipient, which has given its statement. */
const other = (p: Place, more: Record<string, string> = {}) => ({
  params: { slug: p.round.slug, party: "kitee", ...more },
});

const ASKING_PAGE = "302 404 404 404 403 403 200 403 200 403";
const ASKING = (status: number) => `401 404 404 404 403 403 ${status} 403 ${status} 403`;
/** Those who sit for the party: neither the observer nor the administrator, whatever else they are. */
const VOICE = (status: number) => `401 404 404 404 403 ${Array(4).fill(status).join(" ")} 403`;
const NOBODY = "401 404 404 404 403 403 403 403 403 403";
const voiced = (row: Row, voice: Row["voice"]): Row => ({ ...row, voice });

const step = (intent: string, answers: string, form: (p: Place) => Record<string, string>): Row =>
  act(ROUND, intent, round, (p) => ({ intent, ...form(p) }), answers);
const opening = (p: Place): Record<string, string> => ({
  ...{ intent: "open", version: "1", title: "Uusi", dueOn: dayIn(3), recipients: p.table.party },
});
const open = { intent: "open", part: "whole" };
const send = { intent: "send", organ: "Hallitus", seen: "" };

export const STATEMENT_ROWS: Row[] = [
  page("drafts.$slug.rounds._index", draft, READING),
  page("drafts.$slug.rounds.new", draft, ASKING_PAGE),
  act("drafts.$slug.rounds.new", "open", draft, opening, ASKING(302)),
  act("drafts.$slug.rounds.new", "more", draft, () => ({ intent: "more" }), ASKING(200)),
  page(ROUND, round, READING),
  page("rounds.$slug.csv", round, READING),
  page("rounds.$slug.print", round, READING),
  step("let-in", ASKING(302), (p) => ({ party: p.table.party, until: dayIn(9) })),
  step("ask-again", ASKING(302), (p) => ({ party: p.table.otherParty, until: "" })),
  step("answer", ASKING(302), (p) => ({
    change: p.round.changeId,
    answer: "declined",
    reason: "Syy",
  })),
  // A change waits for its answer.
  step("close", ASKING(400), () => ({})),
  step("no such intent", ASKING(400), () => ({})),
  page(STATEMENT, own, READING),
  page(STATEMENT, other, READING, "a sent one"),
  voiced(
    act(STATEMENT, "open", own, () => open, VOICE(200)),
    "prepares",
  ),
  act(STATEMENT, "open without a party", own, () => open, NOBODY),
  voiced(
    act(STATEMENT, "open another party's", other, () => open, NOBODY),
    "speaks",
  ),
  voiced(
    act(
      STATEMENT,
      "open a category",
      own,
      () => ({ intent: "open", part: `category:${CATEGORY}` }),
      VOICE(200),
    ),
    "prepares",
  ),
  // Nothing is written yet.
  voiced(
    act(STATEMENT, "send nothing", own, () => send, VOICE(400)),
    "speaks",
  ),
  voiced(
    act(STATEMENT, "send without speaking for it", own, () => send, NOBODY),
    "prepares",
  ),
  voiced(
    act(STATEMENT, "send another party's", other, () => send, NOBODY),
    "speaks",
  ),
  { ...page(FILES, own, "302 404 404 404 404 200 200 200 200 404"), voice: "prepares" },
  page(FILES, own, "302 404 404 404 404 404 404 404 404 404", "page without a party"),
  voiced(
    act(FILES, "attach nothing", own, () => ({ intent: "attach" }), VOICE(400)),
    "prepares",
  ),
  act(FILES, "attach without a party", own, () => ({ intent: "attach" }), NOBODY),
  voiced(
    act(FILES, "remove", own, (p) => ({ intent: "remove", attachment: p.round.drafted }), VOICE(302)),
    "prepares",
  ),
  act(
    FILES,
    "remove without a party",
    own,
    (p) => ({ intent: "remove", attachment: p.round.drafted }),
    NOBODY,
  ),
  page(FILE, (p) => own(p, { id: p.round.drafted }), "302 404 404 404 404 404 404 404 404 404", "a draft's"),
  {
    ...page(
      FILE,
      (p) => own(p, { id: p.round.drafted }),
      "302 404 404 404 404 200 200 200 200 404",
      "one's own draft's",
    ),
    voice: "prepares",
  },
  page(FILE, (p) => other(p, { id: p.round.sent }), READING, "a sent one"),
];
