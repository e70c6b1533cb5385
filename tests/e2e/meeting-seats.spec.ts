/** The list of attendance, corrected by the secretary, and one's own seat on a telephone. */
import type { Page } from "@playwright/test";
import { callMeeting, sendAs } from "../support/browser-meetings";
import { expect, expectAccessible, expectContrast, expectNoSidewaysScroll, forgive, test } from "./fixtures";

let number = 200;

/** Calls a meeting and opens it. */
async function opened(origin: string): Promise<string> {
  const meeting = await callMeeting(origin, number++);
  await sendAs(origin, "sihteeri", meeting, { intent: "open" });
  return meeting;
}

const narrow = async (page: Page) => {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
  }
};

test("the secretary adds a guest, corrects times, and marks who is recused", async ({ seat, server }) => {
  const meeting = await opened(server.origin);
  const page = await seat("sihteeri");
  await page.goto(`${meeting}/attendance`);
  const add = page.getByRole("region", { name: "Lisää osallistuja" });
  await add.getByLabel("Tehtävä").fill("asiantuntija");
  await add.getByRole("button", { name: "Lisää" }).click();
  await expect(add.getByText("Kirjoita nimi.")).toBeVisible();
  await expect(add.getByLabel("Nimi", { exact: true })).toBeFocused();
  forgive(page); // what was refused is an answer 400
  await expect(add.getByLabel("Tehtävä")).toHaveValue("asiantuntija");
  await add.getByLabel("Nimi", { exact: true }).fill("Kuultava Henkilö (esimerkki)");
  await add.getByRole("button", { name: "Lisää" }).click();
  const row = page.getByRole("row", { name: /^Kuultava Henkilö/ });
  await expect(row).toContainText("ei paikalla");
  await expect(add.getByLabel("Tehtävä")).toHaveValue("");
  await row.getByText("Kirjaa", { exact: true }).first().click();
  await row.getByRole("radio", { name: "Saapui" }).check();
  await row.getByRole("button", { name: "Kirjaa" }).click();
  await expect(row).toContainText(/\d\.\d\d–läsnä/); // "läsnäolijat" is in every row
  await row.getByRole("button", { name: /^Merkitse esteelliseksi/ }).click();
  await expect(row).toContainText("esteellinen");
  await page.getByText("Viimeisimmät kirjaukset").click();
  await page.getByRole("button", { name: /^Peru: .*esteellinen/ }).click();
  await expect(row).not.toContainText("esteellinen");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectContrast(page);
  await narrow(page);
});

test("a code opens one's own seat on a telephone, which speaks and ends with the meeting", async ({
  seat,
  server,
  browser,
}) => {
  const meeting = await opened(server.origin);
  const liperi = await seat("liperi");
  await liperi.goto(`${meeting}/seat`);
  await liperi.getByRole("button", { name: "Näytä koodi" }).click();
  await expect(liperi.getByRole("img", { name: /^QR-koodi/ })).toBeVisible();
  await expectAccessible(liperi);
  await narrow(liperi);
  const address = await liperi.getByRole("link", { name: /^Avaa sama paikka/ }).getAttribute("href");
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 320, height: 640 },
    locale: "fi-FI",
  });
  const telephone = await context.newPage();
  await telephone.goto(new URL(address!).pathname);
  await expect(telephone.getByText("Paikka: Liperin edustaja")).toBeVisible();
  await telephone.getByRole("button", { name: "Olen paikalla" }).click();
  await telephone.getByRole("button", { name: "Pyydä puheenvuoro" }).click();
  await expect(telephone.getByText("Odotat puheenvuoroa: 1. jonossa")).toBeVisible();
  await expectAccessible(telephone);
  await expectNoSidewaysScroll(telephone);
  const chair = await seat("puheenjohtaja");
  await chair.goto(meeting);
  await chair.getByRole("button", { name: /^Anna puheenvuoro: Liperi/ }).click();
  await expect(telephone.getByText("Sinulla on puheenvuoro")).toBeVisible({ timeout: 15_000 });
  await chair.getByRole("button", { name: "Päätä kokous" }).click();
  await expect(telephone.getByText("Tämä koodi ei ole enää voimassa")).toBeVisible({ timeout: 15_000 });
  await context.close();
});
