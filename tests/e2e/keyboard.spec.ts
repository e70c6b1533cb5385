/** Goal: the board works without a pointer, and says aloud what happened. */
import { card, expect, lane, openBoard, saved, test } from "./fixtures";

test("a card is moved, queried, renamed and removed by keys alone, each announced", async ({
  seat,
  draft,
}) => {
  const page = await seat("liperi");
  await openBoard(page, draft);
  const announced = page.locator('[role="status"][aria-live="polite"], .announcer').first();
  await lane(page, "municipality").getByRole("grid").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(card(page, "children-youth")).toBeFocused();

  await page.keyboard.press("Alt+ArrowDown");
  await expect(lane(page, "municipality").locator(".board-card").nth(2)).toHaveAttribute(
    "data-category",
    "children-youth",
  );
  await expect(announced).toContainText("Lapsi- ja nuorisotyö");
  await expect(card(page, "children-youth")).toBeFocused();

  await page.keyboard.press("Alt+ArrowRight");
  await expect(lane(page, "both").locator('[data-category="children-youth"]')).toBeFocused();
  await expect(announced).toContainText("Molemmat");

  await page.keyboard.press("?");
  await expect(card(page, "children-youth").locator(".question-mark")).toBeVisible();

  await page.keyboard.press("F2");
  await page.keyboard.press("End");
  await page.keyboard.type(" 2023");
  await page.keyboard.press("Enter");
  await expect(card(page, "children-youth")).toContainText("Lapsi- ja nuorisotyö 2023");
  await expect(card(page, "children-youth")).toBeFocused();

  await page.keyboard.press("Delete");
  await expect(card(page, "children-youth")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(card(page, "children-youth")).toBeVisible();
  await expect(saved(page)).toBeVisible();
});

test("a card is dragged between the columns by keys", async ({ seat, draft }) => {
  const page = await seat("liperi");
  await openBoard(page, draft);
  await lane(page, "municipality").getByRole("grid").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight"); // to the grip
  await page.keyboard.press("Enter"); // take it
  await page.keyboard.press("Tab"); // the next place where it can be dropped
  for (let n = 0; n < 4; n++) {
    const inRegion = await page.evaluate(() => document.activeElement?.closest(".lane--region") !== null);
    if (inRegion) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(lane(page, "region").locator('[data-category="culture"]')).toBeVisible();
  await expect(saved(page)).toBeVisible();
});

test("the panel is opened, read and closed by keys, and the focus comes back", async ({ seat, draft }) => {
  const page = await seat("liperi");
  await openBoard(page, draft);
  await lane(page, "region").getByRole("grid").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  const panel = page
    .getByRole("complementary", { name: "Luokan tiedot" })
    .or(page.getByRole("region", { name: "Luokan tiedot" }));
  await expect(panel).toBeVisible();
  await expect(panel.getByRole("radio", { name: "Hyvinvointialue" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(card(page, "cultural-wellbeing")).toBeFocused();
});

test("a card is dragged by the mouse", async ({ seat, draft }) => {
  const page = await seat("liperi");
  await openBoard(page, draft);
  await card(page, "food-aid").hover({ position: { x: 14, y: 14 } });
  await page.mouse.down();
  const target = await card(page, "family-services").boundingBox();
  await page.mouse.move(target!.x + 80, target!.y + 6, { steps: 8 });
  await page.mouse.move(target!.x + 84, target!.y + 4, { steps: 3 });
  await page.mouse.up();
  await expect(lane(page, "region").locator('[data-category="food-aid"]')).toBeVisible();
});
