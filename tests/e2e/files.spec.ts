/** A Word file comes in, is looked at, becomes a draft, and goes out again. */
import { readFileSync } from "node:fs";
import { finnishMinutes } from "../support/word-files";
import { expect, expectAccessible, expectNoSidewaysScroll, forgive, test } from "./fixtures";

const TABLE = "/tables/kumppanuuspoyta";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const file = () => ({ name: "Ote.docx", mimeType: DOCX, buffer: Buffer.from(finnishMinutes()) });

test("a Word file is read, approved, and taken out as Word and PDF", async ({ seat }) => {
  const page = await seat("hyvinvointialue");
  await page.goto(TABLE);
  await page.getByRole("link", { name: "Tuo tiedostosta" }).click();
  await page.getByRole("button", { name: "Lue ja näytä" }).click();
  await expect(page.getByText("Valitse tiedosto tai liitä teksti.")).toBeVisible();
  forgive(page); // the browser puts the refusal's status on its console
  await page.getByLabel("Tiedosto", { exact: true }).setInputFiles(file());
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lue ja näytä" }).click();
  await expect(page.getByRole("heading", { name: "Tarkista tuonti" })).toBeVisible();
  await expect(page.getByLabel("Luonnoksen nimi")).toHaveValue("Pöytäkirjan ote");
  await expect(page.getByText("1 kommentti jätettiin pois.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Päätösehdotus" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Hyväksy luonnokseksi" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pöytäkirjan ote" })).toBeVisible();
  await page.getByText("Vie tiedostoksi").click();
  for (const [name, start] of [
    ["Word (.docx)", "PK"],
    ["PDF (arkistokelpoinen)", "%PDF"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^poytakirjan-ote\.(docx|pdf)$/);
    expect(
      readFileSync((await download.path())!)
        .subarray(0, start.length)
        .toString(),
    ).toBe(start);
  }
});

test("a pasted list is shown as a split on a narrow screen without JavaScript, and can be cancelled", async ({
  seat,
}) => {
  const page = await seat("hyvinvointialue", { width: 390, height: 844, javaScript: false });
  await page.goto(`${TABLE}/import`);
  await page
    .getByLabel("Tai liitä teksti tähän")
    .fill("Kunta\n- Liikunta\n- (Retket?)\nHyvinvointialue\n- Kriisityö");
  await page.getByLabel(/^Jaottelu/).check();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Lue ja näytä" }).click();
  await expect(page.getByText("Kriisityö")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Peruuta tuonti" }).click();
  await expect(page.getByRole("heading", { name: "Tuo luonnos" })).toBeVisible();
});
