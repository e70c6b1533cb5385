/** A statement round from its opening to its closing: written together, unseen until sent, live, answered, and narrow. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, forgive, refused, test } from "./fixtures";

const WORDS = "Liperi puoltaa jaottelua.";
const CHANGE = "Kulttuuri siirretään molemmille.";
const CULTURE = "Kulttuurityö";

const part = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
/** Liperi's row of the matrix of answers. */
const row = (page: Page) => page.getByRole("row", { name: /^Liperi/ });

async function expectNarrow(page: Page): Promise<void> {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a round is opened, a statement is written together and sent, its change answered, and the round closed", async ({
  seat,
  draft,
}) => {
  test.slow(); // four browsers, one story
  const [secretary, first, second, foreign] = (await Promise.all(
    ["sihteeri", "liperi", "liperi", "joensuu"].map((name) => seat(name)),
  )) as [Page, Page, Page, Page];

  await test.step("the secretary freezes a version and asks for statements of it", async () => {
    await secretary.goto(`${draft}/versions`);
    await secretary.getByLabel("Version nimi").fill("Lausunnoille");
    await secretary.getByRole("button", { name: /^Jäädytä/ }).click();
    await expect(secretary.getByText("Lausunnoille").first()).toBeVisible();
    await secretary.goto(`${draft}/rounds`);
    await secretary.getByRole("link", { name: "Avaa lausuntokierros" }).click();
    await secretary.getByLabel("Kysymys 1").fill("Milloin jaottelu tulee voimaan?");
    await secretary.getByLabel("Kierroksen nimi").fill("Lausunto jaottelusta");
    await secretary.getByRole("button", { name: "Avaa kierros ja lähetä pyynnöt" }).click();
    await expect(secretary.getByText("Valitse määräpäivä.")).toBeVisible();
    await expect(secretary.getByLabel("Kysymys 1")).toHaveValue("Milloin jaottelu tulee voimaan?");
    forgive(secretary); // what was refused is an answer 400
    await expectAccessible(secretary);
    await expectNarrow(secretary);
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Helsinki" }).format();
    await secretary.getByLabel("Määräpäivä").fill(today);
    await secretary.getByRole("button", { name: "Avaa kierros ja lähetä pyynnöt" }).click();
    await expect(secretary.getByText("Lausuntokierros avattiin ja pyynnöt lähetettiin.")).toBeVisible();
    await expect(row(secretary)).toContainText("avoin");
  });
  const round = new URL(secretary.url()).pathname;
  const statement = `${round}/statements/liperi`;
  await secretary.evaluate(() => Object.assign(window, { opened: true }));

  await test.step("two of one party write it together", async () => {
    await first.goto(round);
    await first.getByRole("link", { name: "Kirjoita lausunto" }).click();
    await first.getByRole("link", { name: "Kirjoita: Lausunto kokonaisuudesta" }).click();
    await part(first, "Lausunto kokonaisuudesta").pressSequentially("Liperi puoltaa");
    await second.goto(`${statement}?open=whole`);
    await expect(part(second, "Lausunto kokonaisuudesta")).toContainText("Liperi puoltaa");
    await part(second, "Lausunto kokonaisuudesta").press("End");
    await part(second, "Lausunto kokonaisuudesta").pressSequentially(" jaottelua.");
    await expect(part(first, "Lausunto kokonaisuudesta")).toContainText(WORDS);
    await expectAccessible(second);
    await expectNarrow(second);
    await first.getByRole("link", { name: `Kirjoita: ${CULTURE}`, exact: true }).click();
    await part(first, "Ehdotettu muutos").fill(CHANGE);
    await expect(section(first, CULTURE).locator('[data-state="saved"]')).toHaveCount(2);
    await expect(section(first, "Lausunto kokonaisuudesta")).toContainText(WORDS);
  });

  let file = "";
  await test.step("a PDF is added", async () => {
    await first.getByRole("link", { name: "Liitteet ja niiden lisääminen" }).click();
    const given = {
      name: "Päätös.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7\n%%EOF\n"),
    };
    await first.getByLabel("PDF-tiedosto").setInputFiles(given);
    await first.getByRole("button", { name: "Lisää liite" }).click();
    file = (await first.getByRole("link", { name: given.name }).getAttribute("href")) ?? "";
    await expectAccessible(first);
    await first.getByRole("link", { name: "Takaisin lausuntoon" }).click();
    await expect(first.getByRole("link", { name: given.name })).toBeVisible();
  });

  await test.step("R2 nobody else sees a word of it before it is sent", async () => {
    for (const page of [foreign, secretary]) {
      for (const path of [statement, round, `${round}/print`, `${round}/csv`]) {
        const answer = await page.request.get(path);
        expect(answer.status(), path).toBe(200);
        const text = await answer.text();
        expect(text).not.toContain("puoltaa");
        expect(text).not.toContain("siirretään molemmille");
      }
      for (const path of [`${statement}/attachments`, file])
        expect((await page.request.get(path)).status(), path).toBe(404);
    }
    await foreign.goto(statement);
    await expect(foreign.getByText("Lausuntoa ei ole annettu.")).toBeVisible();
    await expect(foreign.getByRole("link", { name: /^Kirjoita/ })).toHaveCount(0);
  });

  await test.step("it is looked through and sent with the organ that gave it", async () => {
    await first.getByRole("link", { name: "Tarkista ja lähetä" }).click();
    await expect(first.getByText(CHANGE)).toBeVisible();
    await first.getByRole("button", { name: "Lähetä lausunto" }).click();
    await expect(first.getByText("Kirjoita, kuka lausunnon antoi.")).toBeVisible();
    await expect(refused(first)).toBeFocused();
    forgive(first);
    await first.getByLabel("Lausunnon antanut toimielin tai viranhaltija").fill("Kunnanhallitus");
    await first.getByLabel("Pykälä (ei pakollinen)").fill("12");
    await first.getByRole("button", { name: "Lähetä lausunto" }).click();
    await expect(first.getByText("Lausunto lähetettiin.")).toBeVisible();
    await expect(first.getByText("Antoi: Kunnanhallitus, § 12")).toBeVisible();
    await expectAccessible(first);
    await expectNarrow(first);
    await expect(foreign.getByText(WORDS)).toBeVisible();
    expect((await foreign.request.get(file)).headers()["content-disposition"]).toMatch(/^attachment/);
  });
  await test.step("the other one may read on, but no longer write", async () => {
    await expect(second.getByText("Antoi: Kunnanhallitus, § 12")).toBeVisible();
    await expect(second.getByRole("textbox")).toHaveCount(0);
  });

  await test.step("the secretary's open page shows it, and the round stays open until the change is answered", async () => {
    await expect(row(secretary)).toContainText("annettu");
    await expect(row(secretary).getByText("muutosehdotus")).toHaveCount(1);
    expect(await secretary.evaluate(() => "opened" in window), "the page was not loaded again").toBe(true);
    await expectAccessible(secretary);
    await expectNarrow(secretary);
    await secretary.getByRole("button", { name: "Sulje kierros" }).click();
    await expect(secretary.getByText(/^Kierrosta ei voi sulkea: 1 muutosehdotus/)).toBeVisible();
    await expect(secretary.getByRole("link", { name: `Liperi: ${CULTURE}` })).toBeVisible();
    forgive(secretary);
    const change = secretary.getByRole("form", { name: `Liperi: ${CULTURE}` });
    await change.getByRole("radio", { name: /^Hyväksytään osittain/ }).check();
    await change.getByRole("button", { name: "Tallenna vastaus" }).click();
    await expect(change.getByText("Kirjoita perustelu.")).toBeVisible();
    await expect(refused(secretary)).toBeFocused();
    await expect(change.getByRole("radio", { name: /^Hyväksytään osittain/ })).toBeChecked();
    forgive(secretary);
    await change.getByLabel("Perustelu").fill("Kirjastot jäävät kunnille.");
    await change.getByRole("button", { name: "Tallenna vastaus" }).click();
    await expect(secretary.getByText("Vastasi: Sihteeri")).toBeVisible();
    await secretary.getByRole("button", { name: "Sulje kierros" }).click();
    await expect(secretary.getByText(/^Kierros on suljettu/)).toBeVisible();
    await expect(secretary.getByRole("button", { name: "Sulje kierros" })).toHaveCount(0);
    await expectAccessible(secretary);
  });
});
