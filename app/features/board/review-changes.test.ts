/** Goal: what a review copy had can be taken along, and nothing that others made since is taken away. Method: two documents. */
import { expect, it } from "vitest";
import * as Y from "yjs";
import { aCategory } from "../../../tests/support/splits";
import {
  categoryText,
  editText,
  readSplit,
  setCategoryFields,
  writeSplit,
} from "../../collab/documents/split-document";
import { createUndoManager } from "../../collab/use-undo";
import { reviewChanges, takeChanges } from "./review-changes";

const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const find = (doc: Y.Doc, id: string) => readSplit(doc).categories.find((category) => category.id === id);

it("takes the copy's differences, keeps what others added or wrote elsewhere, and can be undone", () => {
  const live = new Y.Doc();
  writeSplit(live, {
    categories: [aCategory({ id: "a", order: "a1" }), aCategory({ id: "b", order: "a2" })],
  });
  const copy = copyOf(live);
  editText(categoryText(copy, "a", "label", "fi")!, "Uudempi nimi");
  setCategoryFields(copy, "b", { status: "removed" });
  writeSplit(copy, { categories: [...readSplit(copy).categories, aCategory({ id: "c", order: "a3" })] });
  const changes = reviewChanges(live, copy);
  expect(changes.map(({ kind, categoryId }) => `${categoryId} ${kind}`).sort()).toEqual([
    "a renamed",
    "b removed",
    "c added",
  ]);

  setCategoryFields(live, "a", { legalBasis: "muiden lisäys" });
  writeSplit(live, { categories: [...readSplit(live).categories, aCategory({ id: "others", order: "a4" })] });
  expect(reviewChanges(live, copy).map(({ categoryId }) => categoryId)).not.toContain("others");
  const undo = createUndoManager(live);
  takeChanges(live, changes);
  expect(find(live, "a")).toMatchObject({ label: { fi: "Uudempi nimi" }, legalBasis: "muiden lisäys" });
  expect(find(live, "b")).toMatchObject({ status: "removed" });
  expect(find(live, "c")).toMatchObject({ status: "active" });
  expect(find(live, "others")).toMatchObject({ status: "active" });
  undo.undo();
  expect(find(live, "a")?.label.fi).not.toBe("Uudempi nimi");
  expect(find(live, "c")).toMatchObject({ status: "removed" });
});
