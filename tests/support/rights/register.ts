/** Who may read the register and a sealed decision, and take a name away from behind a seal. The verifier is for anybody. */
import { act, all, none, page, READING, type Row, SIGNED_IN } from "../rights-row";
import type { Place } from "../rights-world";

const one = (p: Place) => ({ params: { id: p.sealed.id } });
const guessed = () => ({ params: { id: "00000000-0000-4000-8000-000000000000" } });
const NOT_THERE = all(404).replace("404", "302");
const READING_API = READING.replace("302", "401");
const NOT_THERE_API = all(404).replace("404", "401");
/** Who manages the table, and an administrator. */
const ERASING = "401 404 404 404 403 403 403 403 302 302";
const ONE = "decisions.$id._index";

export const REGISTER_ROWS: Row[] = [
  page("decisions._index", none, SIGNED_IN),
  page("decisions[.]csv", none, SIGNED_IN),
  page(ONE, one, READING),
  page(ONE, guessed, NOT_THERE, "guessed"),
  act(ONE, "erase-name", one, (p) => ({ intent: "erase-name", hash: p.sealed.nameHash }), ERASING),
  act(ONE, "erase-name", one, () => ({ intent: "erase-name", hash: "x" }), NOT_THERE_API),
  act(ONE, "no such intent", one, () => ({}), NOT_THERE_API),
  page("decisions.$id.decision[.]pdf", one, READING),
  page("api.decisions.$id._index", one, READING_API),
  page("api.decisions.$id._index", guessed, NOT_THERE_API, "guessed"),
  page("api.decisions.$id.bundle[.]zip", one, READING_API),
  page("api.seals.$sha256", (p) => ({ params: { sha256: p.sealed.sha256 } }), all(200)),
  page("api.seals.$sha256", () => ({ params: { sha256: "0".repeat(64) } }), all(404), "guessed"),
  page("verify", none, all(200)),
];
