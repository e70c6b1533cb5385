/**
 * Goal: from any page by keyboard to what one looks for; the same at 320 px and without JavaScript.
 * Method: the built server with the demo, real browsers; axe looks at each page.
 */
import { DEMO_SLUG, expect, expectAccessible, expectNoSidewaysScroll, openBoard, test } from "./fixtures";

test("a category is found from the board by keyboard, in another form of its word, and opened", async ({
  seat,
}) => {
  const page = await seat("liperi");
  await openBoard(page, `/drafts/${DEMO_SLUG}`);
  // While somebody types, the key is a letter.
  await page.getByRole("searchbox", { name: "Etsi luokista" }).fill("");
  await page.keyboard.type("/");
  await expect(page.getByRole("searchbox", { name: "Etsi luokista" })).toHaveValue("/");
  await page.getByRole("searchbox", { name: "Etsi luokista" }).fill("");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("/");
  const box = page.getByRole("searchbox", { name: /^Hae luonnoksista/ });
  await expect(box).toBeFocused();
  await page.keyboard.type("liikunnan");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Haku", level: 1 })).toBeVisible();
  const finds = page.getByRole("region", { name: "Luokat" }).getByRole("listitem");
  await expect(finds.first().locator("mark").first()).toHaveText(/liikun/i);
  await expectAccessible(page);
  await finds.first().getByRole("link").click();
  await expect(page).toHaveURL(/\/drafts\/.+category=/);
});

test("the key opens the page where the header has no room for a box, and can be turned off", async ({
  seat,
}) => {
  const page = await seat("liperi", { width: 320, height: 640 });
  await page.goto("/");
  await expect(page.locator(".header-search__link")).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page).toHaveURL(/\/search$/, { timeout: 1000 });
  }).toPass();
  await expect(page.getByRole("searchbox")).toBeFocused();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "Näppäin / vie hakuun" }).uncheck();
  await page.goto("/account");
  await expect(page.getByText("kokeilun paikka")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("/");
  await expect(page).toHaveURL(/\/account$/);
});

test("the search works without JavaScript, and says so where nothing is found", async ({ seat }) => {
  const page = await seat("liperi", { javaScript: false, language: "sv" });
  await page.goto("/search");
  await page.getByRole("searchbox").fill("järjestöavustus");
  await page.getByRole("button", { name: "Sök" }).click();
  await expect(page.getByRole("region", { name: "Utkast" }).getByRole("link").first()).toBeVisible();
  await page.goto("/search?q=olematonsana");
  await expect(page.getByText("Inget hittades")).toBeVisible();
});
