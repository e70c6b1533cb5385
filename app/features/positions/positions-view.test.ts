import { describe, expect, it } from "vitest";
import type { MatrixRow, PositionView } from "../../protocol/positions-data";
import {
  narrowed,
  type PositionsView,
  parsePositionsView,
  positionsQuery,
  WHOLE_VIEW,
} from "./positions-view";

const party = (slug: string) => ({ id: slug, slug, name: slug, shortName: slug, color: 0 });
const position = (stale: boolean) => ({ value: "support", stale }) as PositionView;
const row = (categoryId: string, group: MatrixRow["group"], cells: MatrixRow["cells"]): MatrixRow => ({
  ...{ categoryId, group, cells, label: { fi: categoryId }, sides: "both", hasQuestion: false },
});
const parties = [party("jane"), party("liperi")];
const rows = [
  row("a", "contested", { jane: position(true) }),
  row("b", "missing", { jane: position(false), liperi: position(true) }),
  row("c", "ready", {}),
];
const ids = (view: Partial<typeof WHOLE_VIEW>) =>
  narrowed(parties, rows, { ...WHOLE_VIEW, ...view }).rows.map(({ categoryId }) => categoryId);

describe("the address of the page of positions", () => {
  it("keeps a whole view through writing and reading", () => {
    const view: PositionsView = {
      party: "liperi",
      group: "missing",
      staleOnly: true,
      category: "a",
      who: "jane",
      form: "ask",
    };
    expect(parsePositionsView(new URLSearchParams(positionsQuery(view)))).toEqual(view);
    expect(positionsQuery(WHOLE_VIEW)).toBe("?");
  });

  it("leaves out what it does not know", () => {
    expect(parsePositionsView(new URLSearchParams("group=none&form=drop&stale=yes"))).toEqual(WHOLE_VIEW);
  });
});

describe("filters", () => {
  it("narrow by group, by party, and to stale positions of the parties shown", () => {
    expect(ids({})).toEqual(["a", "b", "c"]);
    expect(ids({ group: "contested" })).toEqual(["a"]);
    expect(ids({ staleOnly: true })).toEqual(["a", "b"]);
    expect(ids({ staleOnly: true, party: "liperi" })).toEqual(["b"]);
    expect(narrowed(parties, rows, { ...WHOLE_VIEW, party: "liperi" }).parties).toEqual([party("liperi")]);
  });

  it("a party that is not at the table filters nothing", () => {
    expect(narrowed(parties, rows, { ...WHOLE_VIEW, party: "nobody" }).parties).toEqual(parties);
  });
});
