/** After a meeting: the memo that wrote itself is polished, looked at, held against the board, approved by two, and taken out. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { editorOf, selectWords } from "../support/browser-texts";
import {
  DEMO_SLUG,
  expect,
  expectAccessible,
  expectContrast,
  expectNoSidewaysScroll,
  test,
} from "./fixtures";

const MEETING = "/meetings/kuntayhteistyoryhma-8-2022";
const MINUTES = `${MEETING}/minutes`;
const button = (page: Page, name: string) => page.getByRole("button", { name });
const section = (page: Page, name: string) => page.getByRole("region", { name });

async function rewrite(page: Page, from: string, to: string): Promise<void> {
  await expect(editorOf(page)).toContainText(from);
  await selectWords(page, from);
  await page.keyboard.type(to);
  await expect(editorOf(page)).toContainText(to);
}

async function approve(page: Page, as: "puheenjohtajana" | "sihteerinä"): Promise<void> {
  await page.goto(MINUTES);
  await button(page, `Hyväksy ${as}`).click();
}

test("the memo of 8/2022 is polished, approved by chair and secretary, and saved as a PDF", async ({
  seat,
}) => {
  test.slow(); // three browsers, one story
  const [secretary, chair] = [await seat("sihteeri"), await seat("puheenjohtaja")];
  const liperi = await seat("liperi", { width: 390, height: 844 });

  await test.step("it is there before anybody has written it; who only reads it cannot start it", async () => {
    await liperi.goto(MINUTES);
    await expect(liperi.getByText("Puheenjohtaja päätti kokouksen klo 15.15.")).toBeVisible();
    await expect(liperi.getByText("poissa klo 13.40–14.19")).toBeVisible();
    await expect(button(liperi, "Laadi muistio")).toHaveCount(0);
    await expectNoSidewaysScroll(liperi);
    await secretary.goto(MINUTES);
    await expectAccessible(secretary);
    await button(secretary, "Laadi muistio").click();
    await expect(secretary.getByText("tekstissä sanasta sanaan")).toBeVisible();
    await expectAccessible(secretary);
    await expectContrast(secretary);
  });

  await test.step("a derived fact that is altered is marked with both", async () => {
    await secretary.getByRole("link", { name: "Avaa teksti ja viimeistele" }).click();
    await rewrite(secretary, "kokouksen klo 15.15.", "kokouksen klo 15.16.");
    await expect(secretary.locator('.save-state[data-state="saved"]')).toBeVisible();
    await secretary.goto(MINUTES);
    const edited = section(secretary, "Muokatut tosiasiat");
    await expect(edited).toContainText("Kirjausten mukaan Puheenjohtaja päätti kokouksen klo 15.15.");
    await expect(edited).toContainText("Tekstissä Puheenjohtaja päätti kokouksen klo 15.16.");
  });

  await test.step("beside its own slide the memo disagrees in four places", async () => {
    for (const page of [secretary, liperi]) {
      await page.goto(`${MINUTES}/check?draft=${DEMO_SLUG}&from=1&to=2`);
      await expect(page.getByText("4 kohtaa ei täsmää")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });

  await test.step("chair and secretary approve the same text; an edit between them voids the first approval", async () => {
    await approve(chair, "puheenjohtajana");
    await expect(chair.getByText("Puheenjohtaja hyväksyi")).toBeVisible();
    await secretary.goto(MINUTES);
    await secretary.getByRole("link", { name: "Avaa teksti ja viimeistele" }).click();
    await rewrite(secretary, "kokouksen klo 15.16.", "kokouksen klo 15.15.");
    await expect(secretary.locator('.save-state[data-state="saved"]')).toBeVisible();
    await chair.goto(MINUTES);
    await expect(chair.getByText("Aiempi hyväksyntä ei ole voimassa")).toBeVisible();
    await approve(secretary, "sihteerinä");
    await expect(secretary.getByText("Sihteeri hyväksyi")).toBeVisible();
    await approve(chair, "puheenjohtajana");
    await expect(chair.getByText(/Sinetti [0-9a-f]{8}/)).toBeVisible();
    await expectAccessible(chair);
  });

  await test.step("anyone of the table takes it out, on a telephone too", async () => {
    await liperi.goto(MINUTES);
    await expect(liperi.getByText("Hyväksytty, jäädytetty ja sinetöity.")).toBeVisible();
    await expectAccessible(liperi);
    await expectNoSidewaysScroll(liperi);
    const [download] = await Promise.all([
      liperi.waitForEvent("download"),
      liperi.getByRole("link", { name: "PDF (fi)" }).click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    await liperi.goto(`${MINUTES}/extract?party=liperi`);
    await expect(liperi.getByText("Hannele Mikkanen")).toBeVisible();
    await expectAccessible(liperi);
    await expectNoSidewaysScroll(liperi);
  });
});
