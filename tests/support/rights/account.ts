/** Who may do what about accounts and search. */
import { act, all, none, page, type Row, SIGNED_IN } from "../rights-row";

const GUESSED = () => ({ params: { token: "arvattu" } });
const NO_ROW = "00000000-0000-4000-8000-000000000000";
/** Secretaries look after the addresses of their tables; the outsider is one elsewhere. */
const LOOKING_AFTER = "302 200 403 403 403 403 403 403 200 200";

export const ACCOUNT_ROWS: Row[] = [
  page("account", none, SIGNED_IN),
  act(
    "account",
    "change-details",
    none,
    () => ({ intent: "change-details", name: "Uusi nimi", language: "sv" }),
    all(302).replace("302", "401"),
  ),
  ...["change-password", "change-email", "no such intent"].map((intent) =>
    act(
      "account",
      intent,
      none,
      () => ({
        intent,
        email: "uusi@example.fi",
        currentPassword: "arvaus-arvaus",
        password: "riittävän pitkä",
      }),
      all(intent.startsWith("no") ? 404 : 400).replace(/^\d+/, "401"), // none of them has a password
    ),
  ),
  page("forgotten-password", none, all(200)),
  act("forgotten-password", "no address", none, () => ({ email: "ei osoite" }), all(400)),
  page("new-password.$token", GUESSED, all(404)),
  act("new-password.$token", "guess", GUESSED, () => ({ password: "riittävän pitkä lause" }), all(404)),
  page("confirm-email.$token", GUESSED, all(404).replace("404", "302")),
  act("confirm-email.$token", "guess", GUESSED, none, all(404).replace("404", "401")),
  page("bounces", none, LOOKING_AFTER),
  act(
    "bounces",
    "one that is not there",
    none,
    () => ({ bounce: NO_ROW }),
    LOOKING_AFTER.replace("302", "401").replaceAll("200", "404"),
  ),
  page("search", () => ({ path: "/search?q=ruoka" }), SIGNED_IN),
];
