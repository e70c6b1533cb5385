import { expect, it } from "vitest";
import * as Y from "yjs";
import { aCategory } from "../../tests/support/splits";
import { addCategory, categoryText, readSplit, setCategoryFields } from "./documents/split-document";
import { createSplitStore } from "./split-store";

it("reads what changed and keeps the identity of everything else", () => {
  const doc = new Y.Doc();
  addCategory(doc, aCategory({ id: "a", order: "a0" }));
  addCategory(doc, aCategory({ id: "b", order: "a1" }));
  const store = createSplitStore(doc);
  let told = 0;
  store.subscribe(() => told++);
  const before = store.getSplit();
  expect(before).toEqual(readSplit(doc));
  expect(store.getSplit()).toBe(before);

  categoryText(doc, "b", "label", "fi")?.insert(0, "uusi ");
  expect(store.getSplit()).toEqual(readSplit(doc));
  expect(store.getSplit().categories[0]).toBe(before.categories[0]);
  expect(store.getSplit().categories[1]).not.toBe(before.categories[1]);

  setCategoryFields(doc, "a", { order: "a2" });
  addCategory(doc, aCategory({ id: "c", order: "a0" }));
  expect(store.getSplit().categories.map((c) => c.id)).toEqual(["c", "b", "a"]);
  expect(told).toBe(3);

  const last = store.getSplit();
  doc.transact(() => {
    setCategoryFields(doc, "a", { order: "a3" });
    setCategoryFields(doc, "a", { order: "a2" });
  });
  expect(store.getSplit()).toBe(last);
  store.destroy();
});
