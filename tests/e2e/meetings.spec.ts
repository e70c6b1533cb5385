/** A meeting lived by four people, one of them on a telephone: opened, followed, spoken in, recorded, and closed. */
import type { Locator, Page } from "@playwright/test";
import { addItem, callMeeting } from "../support/browser-meetings";
import {
  choose,
  expect,
  expectAccessible,
  expectContrast,
  expectNoSidewaysScroll,
  forgive,
  openBoard,
  test,
} from "./fixtures";

let number = 100;
const ITEM = "Järjestöavustusten jaottelu";

/** Calls a meeting with the draft as an item. */
async function called(origin: string, draft: string): Promise<string> {
  const meeting = await callMeeting(origin, number++, { place: "Teams" });
  await addItem(origin, meeting, draft, { title: ITEM, proposal: "Käydään jaottelu läpi." });
  return meeting;
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name }).first();
const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 2, name });
const handling = (page: Page): Locator => page.getByRole("textbox", { name: "Käsittely" });
const people = (page: Page): Locator => page.locator(".meeting-people");

/** The chair moves the meeting to an item by looking at it first. */
async function moveTo(chair: Page, title: string): Promise<void> {
  await chair
    .getByRole("link", { name: new RegExp(title) })
    .first()
    .click();
  await button(chair, /^Siirrä kokous tähän asiaan/).click();
  await expect(chair.locator(".meeting-agenda__link[aria-current]")).toContainText("nyt");
}

test("a meeting is opened, followed, spoken in, recorded and closed", async ({ seat, draft, server }) => {
  test.slow(); // four browsers, one story
  const meeting = await called(server.origin, draft);
  const [chair, secretary, member] = (await Promise.all([
    seat("puheenjohtaja"),
    seat("sihteeri"),
    seat("liperi", { width: 390, height: 844 }),
  ])) as [Page, Page, Page];
  for (const page of [chair, secretary, member]) await page.goto(meeting);

  await test.step("before it is opened it can be read, and says what comes", async () => {
    await expect(member.getByText("Kokous ei ole vielä alkanut.")).toBeVisible();
    await expect(member.getByRole("button", { name: "Avaa kokous" })).toHaveCount(0);
    await expectAccessible(member);
    await expectNoSidewaysScroll(member);
    await button(chair, "Avaa kokous").click();
    for (const page of [chair, secretary, member])
      await expect(page.locator(".meeting-pill--open")).toBeVisible();
  });

  await test.step("a member takes the seat and speaks", async () => {
    await button(member, "Olen paikalla").click();
    await expect(people(chair).getByText("Liperin edustaja")).toBeVisible();
    await expect(people(chair).locator('[data-mark="present"]', { hasText: "Liperi" })).toBeVisible();
    await button(member, "Pyydä puheenvuoro").click();
    await expect(member.getByText("Odotat puheenvuoroa: 1. jonossa")).toBeVisible();
    await button(chair, /^Anna puheenvuoro: Liperi/).click();
    await expect(member.getByText("Sinulla on puheenvuoro")).toBeVisible();
    await expect(chair.locator(".meeting-timer")).toHaveText(/^\d+\.\d\d$/);
    await button(member, "Lopeta puheenvuoro").click();
    await expect(chair.getByText("Kukaan ei ole pyytänyt puheenvuoroa.")).toBeVisible();
    // The keyboard stays where the next button is.
    await expect(button(member, "Pyydä puheenvuoro")).toBeFocused();
  });

  await test.step("who follows moves with the chair, and who looks elsewhere comes back", async () => {
    await moveTo(chair, ITEM);
    await expect(heading(member, ITEM)).toBeVisible();
    await expect(member.getByTestId("board-announcement").first()).toContainText(ITEM);
    await member.getByText(/^Koko asialista/).click();
    await member.getByRole("link", { name: /Tiedoksi/ }).click();
    await expect(heading(member, "Tiedoksi")).toBeVisible();
    await expect(member.getByText("Katsot muuta asiaa.")).toBeVisible();
    await member.getByRole("link", { name: "Seuraa puheenjohtajaa" }).click();
    await expect(heading(member, ITEM)).toBeVisible();
  });

  await test.step("two write the handling, one with a standard sentence", async () => {
    await handling(secretary).click();
    await handling(secretary).pressSequentially("Jaottelu esiteltiin.");
    await expect(handling(chair)).toContainText("Jaottelu esiteltiin.");
    await secretary.getByText("Vakiolauseet").click();
    await secretary.getByRole("button", { name: "Asiasta käytiin keskustelu." }).click();
    await expect(handling(chair)).toContainText("Jaottelu esiteltiin. Asiasta käytiin keskustelu.");
  });

  await test.step("a change on the board comes as a sentence, with on whose wish", async () => {
    const board = await seat("hyvinvointialue");
    await openBoard(board, draft);
    await expect(board.getByText(/käsittelee tätä nyt/)).toBeVisible();
    await choose(board, "events", "Lisää avoin kysymys");
    const changes = secretary.locator(".board-changes");
    await expect(changes.getByText("Nostettiin")).toBeVisible({ timeout: 15_000 });
    await changes.getByText("Kirjaa, kenen toiveesta").click();
    await changes.getByLabel("Kenen toiveesta").fill("kuntajohtajat");
    await changes.getByRole("button", { name: "Kirjaa toive" }).click();
    await expect(changes).toContainText("kuntajohtajat");
    await expect(member.locator(".board-changes")).toContainText("kuntajohtajat", { timeout: 15_000 });
  });

  await test.step("the outcome is recorded; what lacks is asked for and what was typed stays", async () => {
    const item = secretary.locator("#meeting-item");
    await item.locator("summary", { hasText: "Kirjaa tulos" }).click();
    await item.getByLabel("Tarkennus").fill("Viedään lautakuntaan.");
    await item.getByRole("button", { name: "Kirjaa tulos" }).click();
    await expect(item.locator('[aria-invalid="true"]').first()).toBeFocused();
    forgive(secretary); // what was refused is an answer 400
    await expect(item.getByLabel("Tarkennus")).toHaveValue("Viedään lautakuntaan.");
    await item.getByRole("radio", { name: /^Viedään eteenpäin/ }).check();
    await item.getByLabel("Toimielin tai taho").fill("Hyte-lautakunta");
    await item.getByRole("button", { name: "Kirjaa tulos" }).click();
    await expect(member.locator(".meeting-outcomes")).toContainText("Hyte-lautakunta");
    await expectAccessible(secretary);
    await expectAccessible(member);
    await expectNoSidewaysScroll(member);
  });

  await test.step("the wall shows the item, the text and the result, in large type", async () => {
    const wall = await seat("sihteeri", { width: 1920, height: 1080, theme: "dark" });
    await wall.goto(`${meeting}/projector`);
    await expect(wall.getByRole("heading", { level: 1, name: ITEM })).toBeVisible();
    await expect(wall.getByText("Hyte-lautakunta")).toBeVisible();
    const sizes = await wall
      .locator(".projector h1, .projector p, .projector li, .projector h2")
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40);
    await expectContrast(wall);
    await moveTo(chair, "Tulevat kokoukset");
    await expect(wall.getByRole("heading", { level: 1, name: "Tulevat kokoukset" })).toBeVisible();
  });

  await test.step("the chair closes it, and nothing can be asked for any more", async () => {
    await button(chair, "Päätä kokous").click();
    await expect(member.getByText("Kokous on päättynyt.")).toBeVisible();
    await expect(member.getByRole("button", { name: "Pyydä puheenvuoro" })).toHaveCount(0);
    await expect(button(chair, "Avaa kokous uudelleen")).toBeVisible();
    await expectAccessible(chair);
  });
});

test("on a line that is away a deed waits, goes once when it is back, and the page says so", async ({
  seat,
  draft,
  server,
}) => {
  const meeting = await called(server.origin, draft);
  const [chair, member] = (await Promise.all([
    seat("puheenjohtaja"),
    seat("liperi", { width: 390, height: 844 }),
  ])) as [Page, Page];
  for (const page of [chair, member]) await page.goto(meeting);
  await button(chair, "Avaa kokous").click();
  await button(member, "Olen paikalla").click();
  await expect(button(member, "Pyydä puheenvuoro")).toBeVisible();
  await member.context().setOffline(true);
  await button(member, "Pyydä puheenvuoro").click();
  await expect(member.getByText("Yhteys ei toimi. Tämä on tallessa")).toBeVisible();
  await expect(member.locator(".meeting-line--waiting")).toBeVisible();
  // A lost line is no leaving: the chair sees it apart.
  await expect(people(chair).locator('[data-mark="present"]', { hasText: "Liperi" })).toContainText(
    "yhteys poikki",
    { timeout: 60_000 },
  );
  await member.context().setOffline(false);
  await expect(member.getByText("Odotat puheenvuoroa: 1. jonossa")).toBeVisible({ timeout: 20_000 });
  await expect(chair.locator(".meeting-turn")).toHaveCount(1);
  // Where the page itself cannot be asked for, it stays as it was and comes after by itself.
  let isCut = true;
  await member.route(/[?&]_data=/, (route) => (isCut ? route.abort() : route.continue()));
  await button(chair, /^Seuraava asia/).click();
  await expect(member.locator(".meeting-line--offline")).toBeVisible();
  await expect(heading(member, "Kokouksen avaus")).toBeVisible();
  isCut = false;
  await expect(member.locator(".meeting-line--live")).toBeVisible({ timeout: 15_000 });
  await expect(heading(member, "Kokouksen avaus")).toHaveCount(0);
  forgive(member); // the browser tells of every request that failed
});

test("who writes is not moved away, by keys alone and without JavaScript it works too", async ({
  seat,
  draft,
  server,
}) => {
  const meeting = await called(server.origin, draft);
  const [chair, secretary] = (await Promise.all([seat("puheenjohtaja"), seat("sihteeri")])) as [Page, Page];
  await chair.goto(meeting);
  await secretary.goto(meeting);
  await chair.getByRole("button", { name: "Avaa kokous" }).focus();
  await chair.keyboard.press("Enter");
  await expect(button(chair, /^Seuraava asia/)).toBeFocused();
  await handling(secretary).click();
  await handling(secretary).pressSequentially("Kesken");
  await chair.keyboard.press("Enter");
  await expect(secretary.getByText("Katsot muuta asiaa.")).toBeVisible();
  await expect(handling(secretary)).toBeFocused();
  await handling(secretary).pressSequentially(" jäi.");
  await expect(handling(secretary)).toContainText("Kesken jäi.");

  const plain = await seat("joensuu", { width: 390, height: 844, javaScript: false });
  await plain.goto(meeting);
  await plain.getByRole("button", { name: "Olen paikalla" }).click();
  await expect(plain.getByRole("button", { name: "Pyydä puheenvuoro" })).toBeVisible();
  await plain.getByRole("button", { name: "Pyydä puheenvuoro" }).click();
  await expect(plain.getByText("Odotat puheenvuoroa")).toBeVisible();
  await expect(chair.locator(".meeting-turn", { hasText: "Joensuu" })).toBeVisible();
  await expectNoSidewaysScroll(plain);
});

for (const language of ["sv", "en"] as const)
  test(`the meeting speaks ${language}`, async ({ seat, draft, server }) => {
    const meeting = await called(server.origin, draft);
    const page = await seat("liperi", { language });
    for (const address of [meeting, `${meeting}/attendance`, `${meeting}/projector`]) {
      await page.goto(address);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect(await page.locator("body").innerText()).not.toMatch(/\b(meetings|decisions|board)\.[a-z]+\w*/i);
    }
  });
