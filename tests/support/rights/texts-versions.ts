/** Who may list drafts for programs, and say who edits one. */
import { act, draft, FREEZING_HERE, none, page, type Row } from "../rights-row";

export const TEXT_VERSION_ROWS: Row[] = [
  page("api.drafts._index", none, "401 200 200 200 200 200 200 200 200 200"),
  ...(["open", "locked", "archived"] as const).map(
    (state): Row =>
      act(
        "drafts.$slug.settings",
        "editing",
        draft,
        () => ({ intent: "editing", who: "membersSuggest" }),
        FREEZING_HERE,
        state,
      ),
  ),
];
