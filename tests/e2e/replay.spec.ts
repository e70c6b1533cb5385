/**
 * Goal: whoever tries the demo can live a meeting like the real one: two hours of it, in minutes.
 * Method: a server of its own whose clock the test moves; the chair, the secretary and two municipalities in browsers.
 */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { type RunningServer, startServer } from "../support/server";
import {
  test as base,
  choose,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  openBoard,
} from "./fixtures";

const MEETING = "/meetings/kuntayhteistyoryhma-1-2026";
const DRAFT = "/drafts/jarjestoavustusten-jaottelu";
/** A week and some days before the meeting, so that the demo has it on its day. */
const BEFORE = "2026-11-23T08:00:00Z";

const folder = mkdtempSync(path.join(os.tmpdir(), "kp-replay-"));
const clockFile = path.join(folder, "now");
/** Never half written: the server reads it at any moment. */
function setClock(time: string): void {
  writeFileSync(`${clockFile}.new`, time);
  renameSync(`${clockFile}.new`, clockFile);
}
/** "13.40" in Finland on the day of the meeting, which is in winter time. */
const itIs = (time: string) => setClock(`2026-11-30T${time.replace(".", ":")}:00+02:00`);

const test = base.extend<object, { server: RunningServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      setClock(BEFORE);
      const server = await startServer({ scenario: "north-karelia", env: { CLOCK_FILE: clockFile } });
      await use(server);
      await server.close();
      rmSync(folder, { recursive: true });
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name }).first();
const person = (page: Page, name: string): Locator =>
  page.locator(".meeting-people li", { has: page.getByText(name, { exact: false }) }).first();

async function nextItem(chair: Page, title: string): Promise<void> {
  await button(chair, /^Seuraava asia/).click();
  await expect(chair.getByRole("heading", { level: 2, name: title })).toBeVisible();
}

test("the meeting of a demo is opened at 13.00, left, come back to, changed in, and closed at 15.15", async ({
  seat,
}) => {
  test.setTimeout(180_000); // four browsers live through two hours
  itIs("12.58");
  const [chair, secretary, tohmajarvi, liperi] = (await Promise.all([
    seat("puheenjohtaja"),
    seat("sihteeri"),
    seat("tohmajarvi", { width: 390, height: 844 }),
    seat("liperi"),
  ])) as [Page, Page, Page, Page];
  for (const page of [chair, secretary, tohmajarvi, liperi]) await page.goto(MEETING);

  await test.step("13.00: the chair opens it and the others take their seats", async () => {
    itIs("13.00");
    await button(chair, "Avaa kokous").click();
    for (const page of [secretary, tohmajarvi, liperi]) await button(page, "Olen paikalla").click();
    for (const name of ["Puheenjohtaja", "Sihteeri", "Tohmajärven edustaja", "Liperin edustaja"])
      await expect(person(chair, name)).toContainText("13.00");
    await expectNoSidewaysScroll(tohmajarvi);
  });

  await test.step("13.05: the split comes before them, and is changed on a wish at 13.25", async () => {
    itIs("13.05");
    await nextItem(chair, "Järjestöavustusten jaottelu (esimerkki)");
    const board = await seat("liperi");
    itIs("13.25");
    await openBoard(board, DRAFT);
    await choose(board, "events", "Lisää avoin kysymys");
    const changes = secretary.locator(".board-changes");
    await expect(changes.getByText("Nostettiin")).toBeVisible({ timeout: 15_000 });
    await changes.getByText("Kirjaa, kenen toiveesta").click();
    await changes.getByLabel("Kenen toiveesta").fill("kuntajohtajat");
    await changes.getByRole("button", { name: "Kirjaa toive" }).click();
    await expect(tohmajarvi.locator(".board-changes")).toContainText("kuntajohtajat", { timeout: 15_000 });
  });

  await test.step("13.40: Tohmajärvi leaves, and comes back at 14.19 under another item", async () => {
    itIs("13.40");
    await button(tohmajarvi, "Poistun kokouksesta").click();
    await expect(person(chair, "Tohmajärven edustaja")).toContainText("13.00–13.40");
    itIs("14.10");
    await nextItem(chair, "Tulevat kokoukset");
    itIs("14.19");
    await button(tohmajarvi, "Olen paikalla").click();
    await expect(person(chair, "Tohmajärven edustaja")).toContainText("14.19");
  });

  await test.step("the next meeting is set", async () => {
    await expect(secretary.getByRole("heading", { level: 2, name: "Tulevat kokoukset" })).toBeVisible();
    const form = secretary.locator("details.record-form", { hasText: "Sovi seuraava kokous" }).first();
    // It stands open under the item that is about coming meetings.
    await form.getByLabel("Päivä").fill("2026-12-14");
    await form.getByLabel("Alkaa").fill("13:00");
    await form.getByLabel("Päättyy").fill("15:00");
    await form.getByRole("button", { name: "Lisää kokous" }).click();
    await expect(chair.getByText("14.12.2026").first()).toBeVisible();
    await expectAccessible(secretary);
  });

  await test.step("15.15: the chair closes it, and everybody's presence ends then", async () => {
    itIs("15.10");
    for (const title of ["Muut asiat", "Tiedoksi", "Kokouksen päättäminen"]) await nextItem(chair, title);
    itIs("15.15");
    await button(chair, "Päätä kokous").click();
    await expect(liperi.getByText("Kokous on päättynyt.")).toBeVisible();
    await expect(person(chair, "Liperin edustaja")).toContainText("13.00–15.15");
    await expect(person(chair, "Tohmajärven edustaja")).toContainText("13.00–13.40, 14.19–15.15");
  });

  await test.step("a minute later the memo is there in the customary sentences", async () => {
    itIs("15.16");
    await secretary.goto(`${MEETING}/minutes`);
    const paper = secretary.locator(".minutes-paper");
    for (const sentence of [
      "Aika: 30.11.2026 klo 13.00–15.15",
      /Tohmajärven edustaja.* poistui kokouksesta tämän asian käsittelyn aikana klo 13\.40\./,
      /Tohmajärven edustaja.* palasi kokoukseen tämän asian käsittelyn aikana klo 14\.19\./,
      /Nostettiin .*kuntajohtajat/,
      /Seuraava kokous: 14\.12\.2026 klo 13\.00–15\.00/,
      "Puheenjohtaja päätti kokouksen klo 15.15.",
      "Muistion vakuudeksi",
    ])
      await expect(paper.getByText(sentence).first()).toBeVisible();
    await expectAccessible(secretary);
  });
});
