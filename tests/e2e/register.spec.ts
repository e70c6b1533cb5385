import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

const REGISTER = "/decisions?state=consensusWithReservations";

/** Follows the register to the demo's sealed decision, and answers its seal and its bundle. */
async function evidence(page: Page) {
  await page.goto("/decisions?q=hakuohje");
  await page.getByRole("link", { name: "Päätös 1/2022" }).click();
  await expect(page.getByText("kaikki täsmää")).toBeVisible();
  const seal = await page
    .getByText(/^[0-9a-f]{64}$/)
    .first()
    .innerText();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Todistepaketti (zip)" }).click(),
  ]);
  return { seal, file: await download.path() };
}

test("a decision is found in the register, read in plain words, and its bundle verified by a stranger", async ({
  seat,
  browser,
  server,
}, info) => {
  const liperi = await seat("liperi");
  await liperi.goto(REGISTER);
  await expectAccessible(liperi);
  await liperi.goto("/decisions?q=tätä+ei+ole");
  await expect(liperi.getByText("Rajauksella ei löydy päätöksiä")).toBeVisible();
  const { seal, file } = await evidence(liperi);
  await expectAccessible(liperi);
  // A member keeps a receipt, and takes no name away.
  await expect(liperi.getByText("myöhempi muutos voidaan havaita")).toBeVisible();
  await expect(liperi.getByText("Poista nimi sinettien takaa")).toHaveCount(0);

  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 390, height: 844 },
    locale: "fi-FI",
  });
  const stranger = await context.newPage();
  const sent: string[] = [];
  stranger.on("request", (request) => void (request.method() !== "GET" && sent.push(request.url())));
  const look = async (bundle: string, known = "") => {
    await stranger.goto("/verify");
    const button = stranger.getByRole("button", { name: "Tarkista todistepaketti" });
    await stranger.getByLabel("Sinetti, jonka sait muualta").fill(known);
    await expect(async () => {
      await stranger.getByLabel("Todistepaketti", { exact: true }).setInputFiles(bundle);
      await expect(button).toBeEnabled({ timeout: 500 });
    }).toPass();
    await button.click();
    await expect(stranger.getByRole("heading", { name: "Mitä paketti kertoo" })).toBeVisible();
  };
  await look(file, seal);
  await expect(stranger.getByText("Kaikki täsmää.")).toBeVisible();
  await expect(stranger.getByText("Sinetti on rekisterissä: paikka 1")).toBeVisible();
  await expectNoSidewaysScroll(stranger);
  await expectAccessible(stranger);

  const bytes = readFileSync(file);
  const at = bytes.indexOf('"outcome":"') + '"outcome":"'.length;
  bytes[at] = bytes[at]! ^ 1;
  const forged = info.outputPath("muutettu.zip");
  writeFileSync(forged, bytes);
  await stranger.goto("/verify");
  await stranger.waitForLoadState("networkidle");
  await stranger.getByLabel("Todistepaketti", { exact: true }).setInputFiles(forged);
  await stranger.getByRole("button", { name: "Tarkista todistepaketti" }).click();
  await expect(stranger.getByText("Paketti ei täsmää.")).toBeVisible();
  await expect(stranger.getByText("Muutettu: decision.json")).toBeVisible();
  await expectNoSidewaysScroll(stranger);
  await expectAccessible(stranger);

  await look(file, "0".repeat(64));
  await expect(stranger.getByText("Paketti täsmää itsensä kanssa, mutta")).toBeVisible();
  await expect(stranger.getByText("Muualta saatu sinetti: ei täsmää")).toBeVisible();
  expect(sent, "the file goes nowhere").toEqual([]);
  await context.close();
});

test("a sealed decision fits a telephone, in Swedish, and its files are there", async ({ seat }) => {
  const page = await seat("sihteeri", { width: 390, height: 844, language: "sv" });
  await page.goto(REGISTER);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: "Beslut 1/2022" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Beslut 1/2022" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  for (const [path, type] of [
    [`${page.url()}/decision.pdf`, "application/pdf"],
    ["/decisions.csv", "text/csv; charset=utf-8"],
  ] as const) {
    const answer = await page.request.get(path);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, type]);
  }
});
