/** Who may do what about notifications and mailed links. */
import { act, all, none, page, type Row, SIGNED_IN } from "../rights-row";
import type { Place } from "../rights-world";

/** A row that nobody has. */
const NO_ID = "00000000-0000-4000-8000-000000000000";
const OWN = "401 302 302 302 302 302 302 302 302 302";
const NOT_THEIRS = "302 404 404 404 404 404 404 404 404 404";
const token = () => ({ params: { token: "of-nobody" } });
const since = (p: Place) => ({ params: { slug: p.draft.slug } });

export const TOLD_ROWS: Row[] = [
  page("notifications._index", none, SIGNED_IN),
  act("notifications._index", "all read", none, () => ({ all: "all" }), OWN),
  act("notifications._index", "read", none, () => ({ notification: NO_ID }), OWN),
  // Only where one sits: an administrator does not.
  act(
    "notifications._index",
    "level",
    none,
    (p) => ({ intent: "level", table: p.table.id ?? NO_ID, level: "none" }),
    "401 404 404 404 200 200 200 200 200 404",
  ),
  page("notifications.$id", () => ({ params: { id: NO_ID } }), NOT_THEIRS),
  page("drafts.$slug.since", since, "302 404 404 404 200 200 200 200 200 200"),
  // Not in a demo.
  page("outbox", none, all(404)),
  // Whoever holds the link, signed in or not: these hold none.
  page("links.$token", token, all(404)),
  act("links.$token", "give", token, () => ({ "value:ruoka-apu": "support" }), all(404)),
  page("unsubscribe.$token", token, all(404)),
  act("unsubscribe.$token", "stop", token, () => ({ level: "none" }), all(404)),
];
