/** Who may do what about discussion and suggestions. */
import type { DraftState } from "../../../app/domain/policy";
import { act, category, draft, EDITING, NOBODY_NOW, page, READING, type Row } from "../rights-row";
import type { Place } from "../rights-world";

const DISCUSSION = "drafts.$slug.discussion";
const OF_CATEGORY = "drafts.$slug.categories.$categoryId.discussion";
const SUGGESTIONS = "drafts.$slug.suggestions";
/** Somebody else's words, or somebody else's suggestion. */
const NOT_MINE = NOBODY_NOW;
const NOT_THERE = "401 404 404 404 404 404 404 404 404 404";
const READERS = "401 404 404 404 303 303 303 303 303 303";

type Form = (p: Place) => Record<string, string>;
const open: Form = () => ({ intent: "open", kind: "question", on: "draft", body: "Milloin?" });
const talk: Record<string, Form> = {
  open,
  reply: (p) => ({ intent: "reply", thread: p.talk.thread, body: "Pian." }),
  resolve: (p) => ({ intent: "resolve", thread: p.talk.thread }),
  reopen: (p) => ({ intent: "reopen", thread: p.talk.thread }),
};
const suggest: Form = () => ({ intent: "suggest", kind: "add", label: "Uusi luokka", sides: "both" });
const settle: Record<string, Form> = {
  suggest,
  accept: (p) => ({ intent: "accept", suggestion: p.talk.suggestion }),
  decline: (p) => ({ intent: "decline", suggestion: p.talk.suggestion, reason: "Ei nyt" }),
};
const read: Form = (p) => ({ intent: "read", thread: p.talk.thread, until: new Date(0).toISOString() });

const say = (intent: string, answers: string, state: DraftState) =>
  act(DISCUSSION, `${intent} (${state})`, draft, talk[intent]!, answers, state);
const settling = (intent: string, answers: string, state: DraftState) =>
  act(SUGGESTIONS, `${intent} (${state})`, draft, settle[intent]!, answers, state);
/** Commenting goes on in a locked draft; suggesting, settling and resolving another's thread take one that is edited. */
const STATES: Row[] = [
  ...["open", "reply", "resolve", "reopen"].map((intent) => say(intent, EDITING, "open")),
  ...[say("reply", EDITING, "locked"), say("resolve", NOBODY_NOW, "locked")],
  ...["open", "reply"].map((intent) => say(intent, NOBODY_NOW, "archived")),
  ...["suggest", "accept", "decline"].map((intent) => settling(intent, EDITING, "open")),
  ...["suggest", "accept", "decline"].map((intent) => settling(intent, NOBODY_NOW, "locked")),
];

export const DISCUSSION_ROWS: Row[] = [
  page(DISCUSSION, draft, READING),
  page(OF_CATEGORY, category, READING),
  page(SUGGESTIONS, draft, READING),
  ...STATES,
  act(OF_CATEGORY, "open", category, open, EDITING),
  // On words of a text; this draft is a split, so that even who may comment finds no such place.
  act(
    DISCUSSION,
    "open on a passage",
    draft,
    () => ({ intent: "open", on: "passage", start: "a", end: "a", quote: "sanat", body: "Milloin?" }),
    EDITING.replaceAll("303", "404"),
  ),
  act(
    DISCUSSION,
    "edit somebody else's",
    draft,
    (p) => ({ intent: "edit", comment: p.talk.comment, body: "Toisin" }),
    NOT_MINE,
  ),
  act(
    SUGGESTIONS,
    "withdraw somebody else's",
    draft,
    (p) => ({ intent: "withdraw", suggestion: p.talk.suggestion }),
    NOT_MINE,
  ),
  act(DISCUSSION, "read", draft, read, READERS),
  act(DISCUSSION, "no such intent", draft, () => ({ intent: "no such intent" }), NOT_THERE),
  act(SUGGESTIONS, "no such intent", draft, () => ({ intent: "no such intent" }), NOT_THERE),
  act(
    DISCUSSION,
    "reply in a thread that is not there",
    draft,
    () => ({ intent: "reply", thread: "00000000-0000-4000-8000-000000000000", body: "Pian." }),
    "401 404 404 404 403 404 404 404 404 403",
  ),
];
