/** Who may read the register and a sealed decision, and take a name away from behind a seal. The verifier is for anybody. */
import { act, all, none, page, type Row, SIGNED_IN } from "../rights-row";

const UNKNOWN = "00000000-0000-4000-8000-000000000000";
const unknown = () => ({ params: { id: UNKNOWN } });
const NOT_THERE = all(404).replace("404", "302");
const NOT_THERE_API = all(404).replace("404", "401");

export const REGISTER_ROWS: Row[] = [
  page("decisions._index", none, SIGNED_IN),
  page("decisions[.]csv", none, SIGNED_IN),
  // Whoever may read one is tried where there is one: tests/integration/register.test.ts.
  page("decisions.$id._index", unknown, NOT_THERE),
  act(
    "decisions.$id._index",
    "erase-name",
    unknown,
    () => ({ intent: "erase-name", hash: "x" }),
    NOT_THERE_API,
  ),
  page("decisions.$id.decision[.]pdf", unknown, NOT_THERE),
  page("api.decisions.$id._index", unknown, NOT_THERE_API),
  page("api.decisions.$id.bundle[.]zip", unknown, NOT_THERE_API),
  page("api.seals.$sha256", () => ({ params: { sha256: "0".repeat(64) } }), all(404)),
  page("verify", none, all(200)),
];
