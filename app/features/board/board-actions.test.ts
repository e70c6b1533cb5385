import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { addCategory, readSplit } from "../../collab/documents/split-document";
import { createUndoManager } from "../../collab/use-undo";
import { CATEGORIES_MAX, type Category, categoriesOn, type Sides } from "../../domain/split/split";
import {
  addToLane,
  changeSides,
  findCategory,
  moveCategory,
  newCategoryId,
  ordersFor,
  setQuestion,
  setStatus,
} from "./board-actions";

const category = (id: string, order: string, sides: Sides = "municipality"): Category => ({
  id,
  label: { fi: id },
  sides,
  order,
  question: null,
  rationale: { fi: "" },
  legalBasis: null,
  status: "active",
});

function board(...categories: Category[]): Y.Doc {
  const doc = new Y.Doc();
  for (const each of categories) addCategory(doc, each);
  return doc;
}
const ids = (doc: Y.Doc, sides: Sides) => categoriesOn(readSplit(doc), sides).map(({ id }) => id);

/** Both documents get what the other has. */
function meet(a: Y.Doc, b: Y.Doc) {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

describe("order", () => {
  test("a key is made between the neighbours", () => {
    const lane = [category("a", "a0"), category("b", "a1"), category("c", "a2")];
    const orders = ordersFor(lane, "c", 1);
    expect([...orders.keys()]).toEqual(["c"]);
    expect(orders.get("c")! > "a0" && orders.get("c")! < "a1").toBe(true);
  });

  test.each([
    ["first", 0, ["c", "a", "b"]],
    ["in the middle", 1, ["a", "c", "b"]],
    ["past the end", 9, ["a", "b", "c"]],
  ])("a card moves %s", (_where, index, wanted) => {
    const doc = board(category("a", "a0"), category("b", "a1"), category("c", "a2"));
    moveCategory(doc, "c", "municipality", index);
    expect(ids(doc, "municipality")).toEqual(wanted);
  });

  test("equal keys of neighbours are mended, and the order stays what people saw", () => {
    const doc = board(category("a", "a1"), category("b", "a1"), category("c", "a2"));
    moveCategory(doc, "c", "municipality", 1);
    expect(ids(doc, "municipality")).toEqual(["a", "c", "b"]);
    const orders = readSplit(doc).categories.map(({ order }) => order);
    expect(new Set(orders).size).toBe(3);
  });

  test("keys of another kind are mended too", () => {
    const doc = board(category("a", "!"), category("c", "zz"), category("b", "~~~"));
    moveCategory(doc, "a", "municipality", 1);
    expect(ids(doc, "municipality")).toEqual(["c", "a", "b"]);
  });

  test("staying in place writes nothing", () => {
    const doc = board(category("a", "a0"), category("b", "a1"));
    const before = Y.encodeStateVector(doc);
    expect(moveCategory(doc, "b", "municipality", 1)).toBe(false);
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });
});

describe("moves between lanes", () => {
  test("a card comes to the wanted place of the other lane", () => {
    const doc = board(category("a", "a0"), category("x", "a0", "region"), category("y", "a1", "region"));
    moveCategory(doc, "a", "region", 1);
    expect(ids(doc, "region")).toEqual(["x", "a", "y"]);
    expect(ids(doc, "municipality")).toEqual([]);
  });

  test("each move is one step of one's own undo", () => {
    const doc = board(category("a", "a0"), category("b", "a1"), category("x", "a0", "region"));
    const undo = createUndoManager(doc);
    moveCategory(doc, "a", "region", 1);
    undo.stopCapturing();
    changeSides(doc, "b", "both");
    undo.undo();
    expect(ids(doc, "municipality")).toEqual(["b"]);
    undo.undo();
    expect(ids(doc, "municipality")).toEqual(["a", "b"]);
  });

  test("there and back without a place finds the old place", () => {
    const doc = board(category("a", "a0"), category("b", "a1"), category("c", "a2"));
    changeSides(doc, "b", "both");
    changeSides(doc, "b", "municipality");
    expect(ids(doc, "municipality")).toEqual(["a", "b", "c"]);
  });

  test("S1: a rename and a move of the same category at once both stand", () => {
    const mine = board(category("a", "a0"));
    const theirs = new Y.Doc();
    meet(mine, theirs);
    changeSides(mine, "a", "region");
    (theirs.getMap("categories").get("a") as Y.Map<Y.Text>).get("label.fi")!.insert(1, " uusi");
    meet(mine, theirs);
    for (const doc of [mine, theirs])
      expect(findCategory(doc, "a")).toMatchObject({ sides: "region", label: { fi: "a uusi" } });
  });
});

describe("adding", () => {
  test("a new category comes last on its side with its label", () => {
    const doc = board(category("a", "a0", "both"));
    const id = addToLane(doc, { language: "fi", text: "Uusi" }, "both")!;
    expect(ids(doc, "both")).toEqual(["a", id]);
    expect(findCategory(doc, id)?.label).toEqual({ fi: "Uusi" });
  });

  test("written in Swedish, it has the words in both, so that nobody sees an empty card", () => {
    const doc = board();
    const id = addToLane(doc, { language: "sv", text: "Ny" }, "both")!;
    expect(findCategory(doc, id)?.label).toEqual({ fi: "Ny", sv: "Ny" });
  });

  test("S4: undoing an addition removes the category but never deletes it", () => {
    const doc = board();
    const undo = createUndoManager(doc);
    const id = addToLane(doc, { language: "fi", text: "Uusi" }, "region")!;
    undo.undo();
    expect(findCategory(doc, id)?.status).toBe("removed");
    undo.redo();
    expect(findCategory(doc, id)?.status).toBe("active");
  });

  test("a full split takes no more", () => {
    const doc = board(...Array.from({ length: CATEGORIES_MAX }, (_, i) => category(`c${i}`, `a${i}`)));
    expect(addToLane(doc, { language: "fi", text: "Liikaa" }, "both")).toBeNull();
  });

  test("ids are random UUIDs, also where randomUUID is missing", () => {
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(newCategoryId()).toMatch(uuid);
    const randomUUID = crypto.randomUUID;
    Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
    try {
      expect(newCategoryId()).toMatch(uuid);
    } finally {
      Object.defineProperty(crypto, "randomUUID", { value: randomUUID, configurable: true });
    }
  });
});

describe("questions and status", () => {
  test("S3: a question is raised, worded and settled", () => {
    const doc = board(category("a", "a0"));
    setQuestion(doc, "a", "");
    expect(findCategory(doc, "a")?.question).toEqual({ text: "" });
    setQuestion(doc, "a", "Kuka maksaa?");
    expect(findCategory(doc, "a")?.question).toEqual({ text: "Kuka maksaa?" });
    setQuestion(doc, "a", null);
    expect(findCategory(doc, "a")?.question).toBeNull();
  });

  test("S4: a removed category stays in the document and comes back", () => {
    const doc = board(category("a", "a0"));
    setStatus(doc, "a", "removed");
    expect(ids(doc, "municipality")).toEqual([]);
    expect(readSplit(doc).categories).toHaveLength(1);
    setStatus(doc, "a", "active");
    expect(ids(doc, "municipality")).toEqual(["a"]);
  });
});
