/** Who may bring files in and take drafts out. */
import { act, all, draft, FREEZING_PAGE, page, READING, type Row, table } from "../rights-row";

const IMPORT = "tables.$slug.import";
const PREVIEW = "imports.$id";
/** Nobody's: whose import one is decides, and tests/integration/imports.test.ts asks it. */
const none = () => ({ params: { id: "00000000-0000-4000-8000-000000000000" } });
const NOBODYS = "302 404 404 404 404 404 404 404 404 404";
const list = { pasted: "Kunta\n- Liikunta", as: "split", side: "municipality" };

export const FILE_ROWS: Row[] = [
  page(IMPORT, table, FREEZING_PAGE),
  act(IMPORT, "a list", table, () => list, "401 404 404 404 403 403 302 302 302 403"),
  act(IMPORT, "nothing", table, () => ({ pasted: "" }), "401 404 404 404 403 403 400 400 400 403"),
  page(PREVIEW, none, NOBODYS),
  act(PREVIEW, "approve", none, () => ({ intent: "approve", title: "Uusi" }), all(404).replace("404", "401")),
  act(PREVIEW, "cancel", none, () => ({ intent: "cancel" }), all(404).replace("404", "401")),
  ...(["docx", "pdf", "html", "md"] as const).map((format) =>
    page(`drafts.$slug.export[.]${format}`, draft, READING),
  ),
  page("drafts.$slug.export[.]md", (p) => ({ ...draft(p), path: "/?version=1" }), READING, "a version"),
  page("drafts.$slug.export[.]md", (p) => ({ ...draft(p), path: "/?version=9" }), NOBODYS, "no such version"),
];
