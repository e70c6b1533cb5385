/**
 * Goal: two parties talk about a category and one suggests a change, each seeing the other's words without reloading.
 * Method: real browsers at one draft: the board of one, the discussion page of the other; the accessibility of both.
 */
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  forgive,
  openBoard,
  saved,
  test,
} from "./fixtures";

test("a question on a card is answered live, and a suggestion is accepted on its party's wish", async ({
  seat,
  draft,
}) => {
  const liperi = await seat("liperi");
  const jane = await seat("jane", { width: 390, height: 844 });
  await jane.goto(`${draft}/discussion`);
  await openBoard(liperi, `${draft}?category=food-aid`);
  const panel = liperi.locator(".board-panel");
  const talk = panel.getByRole("region", { name: "Keskustelu", exact: true });

  // A picker after "@", by keys alone; plain text besides it.
  await talk.getByText("Kysy tai kommentoi").click();
  await talk.getByRole("radio", { name: "Kysymys" }).check();
  const box = talk.getByLabel("Kommentti tai kysymys");
  await box.pressSequentially("Milloin tästä päätetään, @ja");
  await expect(talk.getByRole("option", { name: /^JANE/ }).first()).toBeVisible();
  await box.press("Enter");
  await box.pressSequentially("<b>ja</b> @Kitkeä?");
  await talk.getByRole("button", { name: "Lähetä" }).click();
  await expect(talk.getByText("eivät tavoittaneet ketään: @Kitkeä")).toBeVisible();
  await expect(talk.locator(".comment__words")).toHaveText(
    "Milloin tästä päätetään, @JANE <b>ja</b> @Kitkeä?",
  );
  await expect(liperi.locator('[data-category="food-aid"]').getByText("1 avoin keskustelu")).toBeAttached();

  // The other one's page hears it, and answers; what was typed survives a line that is away.
  const thread = jane.getByRole("region", { name: "Keskustelu: Ruoka-apu" });
  await expect(thread.getByText("Kysymys", { exact: true })).toBeVisible();
  await expect(thread.getByText("uusi", { exact: true })).toBeVisible();
  await expectAccessible(jane);
  await expectNoSidewaysScroll(jane);
  await thread.getByText("Vastaa", { exact: true }).click();
  await thread.getByLabel("Vastaus").fill("Kokouksessa.\n\nKatso **esityslista**.");
  await jane.context().setOffline(true);
  await thread.getByRole("button", { name: "Lähetä" }).click();
  await expect(thread.getByText("Lähetys ei onnistunut. Teksti säilyi; yritä uudelleen.")).toBeVisible();
  await jane.context().setOffline(false);
  forgive(jane);
  await thread.getByRole("button", { name: "Lähetä" }).click();
  await expect(talk.locator(".comment__words").nth(1)).toHaveText(/Kokouksessa\.\s*Katso esityslista\./);
  await expect(talk.locator(".comment__words strong")).toHaveText("esityslista");
  forgive(jane);

  // A suggestion from the panel; the other one, who may edit as well, accepts it.
  const suggestions = panel.getByRole("region", { name: "Ehdotukset" });
  await suggestions.getByText("Ehdota muutosta").click();
  await suggestions.getByRole("radio", { name: "Uusi nimi" }).check();
  await suggestions.getByRole("textbox", { name: "Uusi nimi" }).fill("Ruoka-apu ja ruokahävikki");
  await suggestions.getByRole("button", { name: "Lähetä ehdotus" }).click();
  await expect(suggestions.getByText("Odottaa ratkaisua")).toBeVisible();
  await expectAccessible(liperi);
  await jane.goto(`${draft}/suggestions`);
  await expectNoSidewaysScroll(jane);
  await jane.getByRole("button", { name: "Hyväksy" }).click();
  await expect(jane.getByText(/Hyväksyi: JANEn edustaja/)).toBeVisible();
  await expectAccessible(jane);
  await expect(liperi.getByRole("heading", { name: "Ruoka-apu ja ruokahävikki" })).toBeVisible();
  await expect(panel.getByText("Liperi", { exact: true }).first()).toBeVisible();
  await expect(panel.getByRole("link", { name: "Ehdotus", exact: true })).toBeVisible();
  await expect(saved(liperi)).toBeVisible();
});

test("without JavaScript a comment is sent, refused with its text kept, and found by its link", async ({
  seat,
  draft,
}) => {
  const page = await seat("liperi", { javaScript: false });
  await page.goto(`${draft}/discussion`);
  const long = "x".repeat(5001);
  await page.getByLabel("Kommentti tai kysymys").fill(long);
  await page.getByRole("button", { name: "Lähetä" }).click();
  await expect(page.getByText("Teksti on liian pitkä: 5001 merkkiä")).toBeVisible();
  await expect(page.getByLabel("Kommentti tai kysymys")).toHaveValue(long);
  forgive(page); // the refusal's status
  await page.getByLabel("Kommentti tai kysymys").fill("Kysytään @Kitkeä");
  await page.getByLabel("Mistä").selectOption({ label: "Ruoka-apu" });
  await page.getByRole("button", { name: "Lähetä" }).click();
  await expect(page.getByText("eivät tavoittaneet ketään: @Kitkeä")).toBeVisible();
  await expect(page).toHaveURL(/#comment-[0-9a-f-]{36}$/);
  await page.goto(`${draft}/suggestions`);
  await page.getByLabel("Uusi luokka", { exact: true }).check();
  await page.getByRole("button", { name: "Lähetä ehdotus" }).click();
  await expect(page.getByText("Kirjoita nimi.")).toBeVisible();
  await expect(page.getByLabel("Uusi luokka", { exact: true })).toBeChecked();
  forgive(page);
});
