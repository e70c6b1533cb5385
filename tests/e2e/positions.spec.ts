/** Positions between meetings: asked for, given, made stale by another wording, kept; live, by keyboard, and narrow. */
import type { Page } from "@playwright/test";
import {
  card,
  choose,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  forgive,
  openBoard,
  saved,
  test,
} from "./fixtures";

const CATEGORY = "culture";

/** The matrix's cell of one party on the category. */
const cell = (page: Page, party: string) =>
  page.locator(`.matrix a[href$="category=${CATEGORY}&who=${party}"]`);
const row = (page: Page, id = CATEGORY) => page.locator(`.give-row[data-category="${id}"]`);

test("positions are asked for and given, go stale with another wording, and are kept in one click", async ({
  seat,
  draft,
}) => {
  test.slow(); // three browsers, one story
  const [secretary, chair, liperi] = await Promise.all(
    ["sihteeri", "puheenjohtaja", "liperi"].map((name) => seat(name)),
  );
  await test.step("the secretary asks", async () => {
    await secretary!.goto(`${draft}/positions`);
    await secretary!.getByRole("link", { name: "Pyydä kannat" }).click();
    await secretary!.getByRole("button", { name: "Lähetä pyyntö" }).click();
    await expect(secretary!.getByText("Kirjoita määräpäivä.")).toBeVisible();
    forgive(secretary!); // what was refused is an answer 400
    await secretary!.getByLabel("Viimeinen vastauspäivä").fill("2099-05-20");
    await secretary!.getByLabel("Viesti").fill("Kokous on yhdeksän päivän päästä.");
    await secretary!.getByRole("button", { name: "Lähetä pyyntö" }).click();
    await expect(secretary!.getByText("Kannat on pyydetty.")).toBeVisible();
    await expect(secretary!.getByText("Kannat pyydetty 20.5.2099 mennessä · 0/15")).toBeVisible();
  });

  await chair!.goto(`${draft}/positions`);
  await expect(cell(chair!, "liperi")).toHaveAccessibleName("Liperi: ei vielä kantaa");
  await test.step("Liperi gives a reservation, which needs a reason", async () => {
    await liperi!.goto(`${draft}/positions`);
    await liperi!.getByRole("link", { name: "Anna Liperin kannat" }).click();
    await row(liperi!)
      .getByRole("radio", { name: /^kysyttävää/ })
      .check();
    await row(liperi!)
      .getByRole("button", { name: /^Anna kanta/ })
      .click();
    await expect(row(liperi!).getByText("Kirjoita perustelu.", { exact: true })).toBeVisible();
    await expect(row(liperi!).getByRole("radio", { name: /^kysyttävää/ })).toBeChecked();
    forgive(liperi!);
    await expectAccessible(liperi!);
    await row(liperi!).getByLabel("Perustelu").fill("Koskeeko tämä myös kirjastoja?");
    await row(liperi!)
      .getByRole("button", { name: /^Anna kanta/ })
      .click();
    await expect(row(liperi!).getByText("Kanta on annettu.")).toBeVisible();
    await expect(liperi!.getByText("1/22 annettu").first()).toBeVisible();
  });
  await test.step("the chair sees it without loading the page again", async () => {
    await expect(cell(chair!, "liperi")).toHaveAccessibleName("Liperi: kysyttävää");
    await expect(chair!.locator(".finder__card--oneReservation .finder__count")).toContainText("1");
  });

  await test.step("another wording makes it stale, everywhere", async () => {
    await openBoard(secretary!, draft);
    await choose(secretary!, CATEGORY, "Nimeä uudelleen");
    const field = card(secretary!, CATEGORY).getByRole("textbox");
    await field.fill("Kulttuurityö ja kirjastot");
    await field.press("Enter");
    await expect(saved(secretary!)).toBeVisible();
    await expect(cell(chair!, "liperi")).toHaveAccessibleName(
      "Liperi: kysyttävää, annettu aiemmasta tekstistä",
    );
    await expect(row(liperi!).locator("ins")).toHaveText(/ja kirjastot/);
  });
  await test.step("the difference and one click in the board's panel keep it", async () => {
    await openBoard(liperi!, `${draft}?category=${CATEGORY}`);
    const own = liperi!.locator(".own-position");
    await expect(own.locator("ins")).toHaveText(/ja kirjastot/);
    await own.getByRole("button", { name: "Pidän kannan" }).click();
    await expect(own.getByText("annettu aiemmasta tekstistä")).toHaveCount(0);
    await expect(cell(chair!, "liperi")).toHaveAccessibleName("Liperi: kysyttävää");
    await expect(card(liperi!, CATEGORY).locator(".position-bar")).toHaveAttribute(
      "title",
      "Kannat: kysyttävää 1, ei vielä kantaa 14",
    );
    await expectAccessible(liperi!);
  });

  await test.step("the secretary enters what was told by telephone", async () => {
    await secretary!.goto(`${draft}?category=${CATEGORY}`);
    const told = secretary!.locator(".pos-told");
    await told.getByText("Kirjaa puhelimessa kerrottu kanta").click();
    await told.getByRole("combobox", { name: "Osapuoli" }).selectOption({ label: "Rääkkylä" });
    await told.getByLabel("Kuka kertoi").fill("Kunnansihteeri");
    await told.getByRole("radio", { name: /^kannattaa/ }).check();
    await told.getByRole("button", { name: "Kirjaa kanta" }).click();
    await expect(cell(chair!, "raakkyla")).toHaveAccessibleName(/^Rääkkylä: kannattaa, kerrottu puhelimessa/);
  });

  await test.step("by keyboard through the matrix", async () => {
    await cell(chair!, "joensuu").focus();
    await chair!.keyboard.press("Control+Home");
    await chair!.keyboard.press("ArrowDown");
    await chair!.keyboard.press("ArrowUp");
    const columns = await chair!.locator(".matrix__party").allInnerTexts();
    for (let n = 0; n < columns.indexOf("Liperi"); n++) await chair!.keyboard.press("ArrowRight");
    await expect(cell(chair!, "liperi")).toBeFocused();
    await chair!.keyboard.press("Enter");
    const dialog = chair!.getByRole("dialog", { name: "Kulttuurityö ja kirjastot" });
    await expect(dialog.getByText("Koskeeko tämä myös kirjastoja?").first()).toBeVisible();
    await expect(dialog.getByText("Aiemmat kannat")).toBeVisible();
    await chair!.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(cell(chair!, "liperi")).toBeFocused();
  });
  await test.step("narrowed to one group", async () => {
    await chair!.getByRole("combobox", { name: "Ryhmä" }).selectOption({ label: "Yksi varauma" });
    await expect(chair!.locator(".matrix tbody th[scope=row]")).toHaveText(["Kulttuurityö ja kirjastot"]);
    await expectAccessible(chair!);
  });
});

test("a phone shows a list, and without a script a party gives what it chose and loses nothing", async ({
  seat,
  draft,
}) => {
  const phone = await seat("joensuu", { width: 390, height: 844, javaScript: false });
  await phone.goto(`${draft}/positions/give`);
  await row(phone)
    .getByRole("radio", { name: /^vastustaa/ })
    .check();
  await row(phone, "children-youth")
    .getByRole("radio", { name: /^kannattaa/ })
    .check();
  await phone.getByRole("button", { name: "Anna kaikki valitut" }).click();
  await expect(phone.getByText("1 kanta annettu.")).toBeVisible();
  await expect(row(phone).getByText("Kirjoita perustelu.", { exact: true })).toBeVisible();
  await expect(row(phone).getByRole("radio", { name: /^vastustaa/ })).toBeChecked();
  forgive(phone);
  await expectNoSidewaysScroll(phone);
  await phone.goto(`${draft}/positions`);
  await expect(phone.locator(".matrix")).toBeHidden();
  await expect(phone.locator(".pos-list__item").first()).toContainText("ei vielä kantaa");
  for (const width of [390, 320]) {
    await phone.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(phone);
  }
});
