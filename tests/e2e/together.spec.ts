/** Goal: two parties edit one split, see each other's hand, and everything survives. Two real browsers. */
import { card, choose, expect, forgive, lane, live, openBoard, saved, test } from "./fixtures";

test("Liperi and the region rework the split together", async ({ seat, draft }) => {
  const liperi = await seat("liperi");
  const region = await seat("hyvinvointialue");
  await openBoard(liperi, draft);
  await openBoard(region, draft);
  await expect(lane(liperi, "municipality").locator(".board-card")).toHaveCount(12);
  await expect(lane(liperi, "region").locator(".board-card")).toHaveCount(8);
  await expect(lane(liperi, "both").locator(".board-card")).toHaveCount(2);

  // Move: the other sees it, and the author is told when it is on disk.
  await choose(liperi, "food-aid", "Siirrä…", /Hyvinvointialue/);
  await expect(lane(region, "region").locator('[data-category="food-aid"]')).toBeVisible();
  await expect(saved(liperi)).toBeVisible();

  // Rename in place: typing is seen as it happens.
  await choose(region, "culture", "Nimeä uudelleen");
  const name = region.getByRole("textbox", { name: "Luokan nimi" });
  await name.press("End");
  await name.pressSequentially(" ja taide");
  await expect(card(liperi, "culture")).toContainText("Kulttuurityö ja taide");
  await name.press("Enter");

  // Query with "?", and settle.
  await choose(liperi, "sports", "Lisää avoin kysymys");
  await expect(card(region, "sports").locator(".question-mark")).toBeVisible();
  await choose(region, "sports", "Merkitse kysymys ratkaistuksi");
  await expect(card(liperi, "sports").locator(".question-mark")).toHaveCount(0);

  // Add.
  await liperi.getByRole("button", { name: "+ Lisää luokka" }).first().click();
  const dialog = liperi.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Luokan nimi" }).fill("Digituki");
  await dialog.getByRole("button", { name: "Lisää", exact: true }).click();
  await expect(lane(region, "municipality")).toContainText("Digituki");

  // Remove, with an undo that is one's own.
  await choose(region, "veterans", "Poista");
  await expect(card(liperi, "veterans")).toHaveCount(0);
  await expect(liperi.getByText(/^Poistetut \(/)).toBeVisible();
  await region.getByRole("button", { name: "Kumoa" }).last().click();
  await expect(card(liperi, "veterans")).toBeVisible();

  // Who is here, by party; who has which card open.
  await card(liperi, "events").locator(".board-card__label").click();
  await expect(card(region, "events").locator(".presence-tag")).toContainText("Liperi");
  await expect(saved(liperi)).toBeVisible();
  await expect(saved(region)).toBeVisible();
});

test("two people rename and move the same category at once, and both changes stand", async ({
  seat,
  draft,
}) => {
  const liperi = await seat("liperi");
  const kitee = await seat("kitee");
  await openBoard(liperi, draft);
  await openBoard(kitee, draft);
  await choose(liperi, "food-aid", "Nimeä uudelleen");
  const name = liperi.getByRole("textbox", { name: "Luokan nimi" });
  await name.press("End");
  await Promise.all([
    name.pressSequentially(" ja ruokapankit", { delay: 15 }),
    choose(kitee, "food-aid", "Siirrä…", /Molemmat/),
  ]);
  for (const page of [liperi, kitee]) {
    const moved = lane(page, "both").locator('[data-category="food-aid"]');
    await expect(moved).toBeVisible();
  }
  await expect(card(kitee, "food-aid")).toContainText("Ruoka-apu ja ruokapankit");
});

test("two people type in the same name at once, and no letter is lost", async ({ seat, draft }) => {
  const liperi = await seat("liperi");
  const kitee = await seat("kitee");
  for (const page of [liperi, kitee]) {
    await openBoard(page, draft);
    await choose(page, "sports", "Nimeä uudelleen");
  }
  const [a, b] = [liperi, kitee].map((page) => page.getByRole("textbox", { name: "Luokan nimi" }));
  await a!.press("Home");
  await b!.press("End");
  await Promise.all([
    a!.pressSequentially("Lasten ", { delay: 20 }),
    b!.pressSequentially(" ja ulkoilu", { delay: 20 }),
  ]);
  for (const field of [a!, b!]) await expect(field).toHaveValue("Lasten Liikuntatoiminta ja ulkoilu");
});

test("undo takes back one's own change only", async ({ seat, draft }) => {
  const liperi = await seat("liperi");
  const region = await seat("hyvinvointialue");
  await openBoard(liperi, draft);
  await openBoard(region, draft);
  await choose(liperi, "culture", "Siirrä…", /Molemmat/);
  await choose(region, "sports", "Siirrä…", /Molemmat/);
  await expect(lane(liperi, "both").locator('[data-category="sports"]')).toBeVisible();
  await expect(lane(region, "both").locator('[data-category="culture"]')).toBeVisible();
  await liperi.keyboard.press("Control+z");
  await expect(lane(region, "municipality").locator('[data-category="culture"]')).toBeVisible();
  await expect(lane(liperi, "both").locator('[data-category="sports"]')).toBeVisible();
  await liperi.keyboard.press("Control+y");
  await expect(lane(region, "both").locator('[data-category="culture"]')).toBeVisible();
});

test("an observer sees everything live and can change nothing", async ({ seat, draft }) => {
  const observer = await seat("tarkkailija");
  const liperi = await seat("liperi");
  await openBoard(observer, draft);
  await openBoard(liperi, draft);
  await expect(observer.locator('.save-state[data-state="readOnly"]')).toBeVisible();
  await expect(observer.getByRole("button", { name: /Toiminnot|Lisää luokka/ })).toHaveCount(0);
  await choose(liperi, "food-aid", "Siirrä…", /Hyvinvointialue/);
  await expect(lane(observer, "region").locator('[data-category="food-aid"]')).toBeVisible();
  await card(observer, "food-aid").locator(".board-card__label").click();
  await observer.keyboard.press("Alt+ArrowLeft");
  await observer.keyboard.press("Delete");
  await observer.keyboard.press("?");
  await observer.waitForTimeout(300);
  await expect(lane(liperi, "region").locator('[data-category="food-aid"]')).toBeVisible();
  await expect(card(liperi, "food-aid").locator(".question-mark")).toHaveCount(0);
});

test("signing out closes the live seat at once, here and in the other tab", async ({ seat, draft }) => {
  const liperi = await seat("liperi");
  await openBoard(liperi, draft);
  const other = await liperi.context().newPage();
  await openBoard(other, draft);
  await liperi.locator("summary", { hasText: "Liperi" }).click();
  await liperi.getByRole("button", { name: "Kirjaudu ulos" }).click();
  await expect(other.locator('.save-state[data-state="ended"]')).toBeVisible();
  await expect(other.getByText("Istuntosi on päättynyt")).toBeVisible();
});

test("locking the draft makes open boards read-only at once", async ({ seat, draft }) => {
  const liperi = await seat("liperi");
  const region = await seat("hyvinvointialue");
  await openBoard(liperi, draft);
  await region.goto(`${draft}/settings`);
  await region.getByRole("button", { name: /^Lukitse/ }).click();
  await expect(liperi.locator('.save-state[data-state="readOnly"]')).toBeVisible();
  await expect(liperi.getByText("Luonnos on lukittu").first()).toBeVisible();
});

test("the server is killed in the middle of edits: nothing is lost, and everyone goes on", async ({
  seat,
  draft,
  server,
}) => {
  const liperi = await seat("liperi");
  const region = await seat("hyvinvointialue");
  await openBoard(liperi, draft);
  await openBoard(region, draft);
  await choose(liperi, "culture", "Siirrä…", /Hyvinvointialue/);
  await expect(saved(liperi)).toBeVisible();
  await server.kill9();

  // Work goes on without a server, and the page says truthfully that it is not saved.
  await choose(liperi, "sports", "Siirrä…", /Hyvinvointialue/);
  await choose(region, "food-aid", "Siirrä…", /Molemmat/);
  await expect(
    liperi.locator('.save-state[data-state="offline"], .save-state[data-state="saving"]'),
  ).toBeVisible();
  await expect(liperi.locator(".save-state__long")).toContainText("tallentamatta");

  await server.restart();
  await expect(saved(liperi)).toBeVisible({ timeout: 30_000 });
  await expect(saved(region)).toBeVisible({ timeout: 30_000 });
  for (const page of [liperi, region]) {
    await expect(lane(page, "region").locator('[data-category="culture"]')).toBeVisible();
    await expect(lane(page, "region").locator('[data-category="sports"]')).toBeVisible();
    await expect(lane(page, "both").locator('[data-category="food-aid"]')).toBeVisible();
    forgive(page);
  }
  await region.reload();
  await live(region);
  await expect(lane(region, "region").locator('[data-category="sports"]')).toBeVisible();
});
