/**
 * The split before and after the meeting of 20.5.2022 as its memo tells it. Both are inferred: neither slide shows exactly them.
 */
import type { Category, Split } from "../../../../app/domain/split/split";
import { PARTICIPATION, PLAIN } from "../split";

const OLDER = "older-people";
const RECREATION = "participation-recreation";
const WORK = "work-activity";
const row = (id: string, change: Partial<Category> = {}): Category[] =>
  PLAIN.filter((category) => category.id === id).map((category) => ({ ...category, ...change }));
const others = PLAIN.filter(({ id }) => ![OLDER, RECREATION, WORK].includes(id));

const before = [...others, ...row(OLDER)];
const withWork = [...before, ...row(WORK)];
const withRecreation = [...withWork, ...row(RECREATION, { label: PARTICIPATION })];
const after = withRecreation.map(
  (category): Category => (category.id === OLDER ? { ...category, status: "removed" } : category),
);

/** The plain slide without what the memo says was added, and with what it says was removed. */
export const BEFORE: Split = { categories: before };
/** The three changes of item 2, in the order in which the memo tells them. */
export const CHANGES: readonly { split: Split; wish?: { categoryId: string; wish: string } }[] = [
  { split: { categories: withWork }, wish: { categoryId: WORK, wish: "kuntajohtajat" } },
  { split: { categories: withRecreation } },
  { split: { categories: after } },
];
