/** Goal: every page is accessible in both themes, complete in three languages, fits narrow screens, and reads without JavaScript. */
import type { Page } from "@playwright/test";
import { comingDay } from "../../db/scenarios/north-karelia/meetings/coming";
import {
  card,
  DEMO_SLUG,
  expect,
  expectAccessible,
  expectContrast,
  expectNoSidewaysScroll,
  forgive,
  live,
  openBoard,
  type SeatOptions,
  test,
} from "./fixtures";

/** The demo's meeting to come: the first of its year. */
const COMING = `/meetings/kuntayhteistyoryhma-1-${comingDay(new Date()).slice(0, 4)}`;
const PAGES: [name: string, address: string, seat: string][] = [
  ["home", "/", "liperi"],
  ["seats", "/demo", "liperi"],
  ["sign-in", "/sign-in", "liperi"],
  ["sessions", "/sessions", "liperi"],
  ["board", `/drafts/${DEMO_SLUG}`, "liperi"],
  ["panel", `/drafts/${DEMO_SLUG}?category=work-activity`, "hyvinvointialue"],
  ["board of an observer", `/drafts/${DEMO_SLUG}?category=events`, "tarkkailija"],
  ["versions", `/drafts/${DEMO_SLUG}/versions`, "hyvinvointialue"],
  ["version", `/drafts/${DEMO_SLUG}/versions/2`, "liperi"],
  ["restore", `/drafts/${DEMO_SLUG}/versions/1/restore`, "hyvinvointialue"],
  ["compare", `/drafts/${DEMO_SLUG}/compare?from=1&to=2`, "liperi"],
  ["background", `/drafts/${DEMO_SLUG}/background`, "liperi"],
  ["draft settings", `/drafts/${DEMO_SLUG}/settings`, "hyvinvointialue"],
  ["positions", `/drafts/${DEMO_SLUG}/positions`, "sihteeri"],
  ["give positions", `/drafts/${DEMO_SLUG}/positions/give`, "liperi"],
  ["discussion", `/drafts/${DEMO_SLUG}/discussion`, "liperi"],
  ["suggestions", `/drafts/${DEMO_SLUG}/suggestions`, "hyvinvointialue"],
  ["since", `/drafts/${DEMO_SLUG}/since?seq=0`, "liperi"],
  ["rounds", `/drafts/${DEMO_SLUG}/rounds`, "liperi"],
  ["new round", `/drafts/${DEMO_SLUG}/rounds/new`, "sihteeri"],
  ["round", "/rounds/esimerkkikierros", "sihteeri"],
  ["sent statement", "/rounds/esimerkkikierros/statements/liperi", "hyvinvointialue"],
  ["notifications", "/notifications", "liperi"],
  ["outbox", "/outbox", "liperi"],
  ["account", "/account", "liperi"],
  ["search", "/search?q=liikunnan", "liperi"],
  ["table", "/tables/kumppanuuspoyta", "liperi"],
  ["co-operation group", "/tables/kuntayhteistyoryhma", "liperi"],
  ["table settings", "/tables/kumppanuuspoyta/settings", "sihteeri"],
  ["new draft", "/tables/kumppanuuspoyta/drafts/new", "sihteeri"],
  ["new table", "/tables/new", "sihteeri"],
  ["initiatives", "/tables/kumppanuuspoyta/initiatives", "liperi"],
  ["new initiative", "/tables/kumppanuuspoyta/initiatives/new", "sihteeri"],
  ["meetings", "/tables/kuntayhteistyoryhma/meetings", "liperi"],
  ["new meeting", "/tables/kuntayhteistyoryhma/meetings/new", "sihteeri"],
  ["preparing a meeting", `${COMING}/settings`, "sihteeri"],
  ["agenda", "/meetings/kuntayhteistyoryhma-8-2022/agenda", "liperi"],
  ["meeting that is over", "/meetings/kuntayhteistyoryhma-8-2022", "liperi"],
  ["meeting to come", COMING, "sihteeri"],
  ["minutes", "/meetings/kuntayhteistyoryhma-8-2022/minutes", "sihteeri"],
  ["minutes beside the board", "/meetings/kuntayhteistyoryhma-8-2022/minutes/check", "sihteeri"],
  ["decisions", "/decisions", "liperi"],
  ["verify", "/verify", "liperi"],
  ["calendars", "/calendars", "liperi"],
  ["road", `/drafts/${DEMO_SLUG}/road`, "sihteeri"],
];
const isBoard = (address: string) => /^\/drafts\/[^/]+(\?.*)?$/.test(address);

// The looks at all pages are the longest tests there are: the workers share them.
test.describe.configure({ mode: "parallel" });

/** Goes through some pages; one seat's pages are read one after another in the same browser, as a person would. */
async function throughPages(
  pages: typeof PAGES,
  seat: (seat: string, options?: SeatOptions) => Promise<Page>,
  look: (page: Page, address: string) => Promise<void>,
): Promise<void> {
  const seats = new Map<string, Page>();
  for (const [name, address, who] of pages)
    await test.step(name, async () => {
      const page = seats.get(who) ?? (await seat(who));
      seats.set(who, page);
      expect((await page.goto(address))?.status(), address).toBe(200);
      await look(page, address);
    });
}

/** As many tests: when one worker is over with its other files, it takes the next share. */
const SHARES = 4;
for (let share = 0; share < SHARES; share++)
  test(`every page passes axe, light and dark, and fits 390 and 320 px (${share + 1}/${SHARES})`, async ({
    seat,
  }) => {
    test.setTimeout(300_000);
    const mine = PAGES.filter((_, n) => n % SHARES === share);
    await throughPages(mine, seat, async (page, address) => {
      if (isBoard(address)) await live(page);
      expect(await page.title()).not.toBe("");
      await test.step("light", () => expectAccessible(page));
      await test.step("dark", async () => {
        await page.emulateMedia({ colorScheme: "dark" });
        await expectContrast(page);
        await page.emulateMedia({ colorScheme: "light" });
      });
      for (const width of [390, 320])
        await test.step(`${width} px`, async () => {
          await page.setViewportSize({ width, height: 800 });
          if (isBoard(address)) await expect(page.locator(".save-state")).toBeVisible();
          await expectNoSidewaysScroll(page);
        });
      await page.setViewportSize({ width: 1440, height: 900 });
    });
  });

const HEADINGS = { fi: "Hyvinvointialue", sv: "Välfärdsområde", en: "Wellbeing services county" };
for (const language of ["fi", "sv", "en"] as const)
  test(`the board speaks ${language}`, async ({ seat }) => {
    const page = await seat("liperi", { language });
    await openBoard(page, `/drafts/${DEMO_SLUG}`);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByRole("heading", { name: new RegExp(HEADINGS[language]) }).first()).toBeVisible();
    // No key shows through where words should stand.
    expect(await page.locator("body").innerText()).not.toMatch(
      /\b(board|collab|discussion|drafts|positions|session|split|statements|suggestions|tables)\.[a-z]+\w*/i,
    );
  });

test("the language is changed on any page and stays", async ({ seat }) => {
  const page = await seat("liperi");
  await page.goto(`/drafts/${DEMO_SLUG}/versions`);
  await page.locator("summary", { hasText: "Liperi" }).click();
  await page.getByRole("button", { name: "Svenska" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page).toHaveURL(/\/versions$/);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
});

test("with JavaScript off the board and a category can be read", async ({ seat }) => {
  const page = await seat("liperi", { javaScript: false });
  await page.goto(`/drafts/${DEMO_SLUG}`);
  await expect(page.locator(".lane--municipality .board-card")).toHaveCount(12);
  await expect(card(page, "work-activity").locator(".question-mark")).toBeVisible();
  await card(page, "work-activity").getByRole("link").click();
  await expect(page.getByText("kuntajohtajat")).toBeVisible();
});

test("at 390 px one side is shown at a time, and a category is added and moved", async ({ seat, draft }) => {
  const page = await seat("liperi", { width: 390, height: 844 });
  await openBoard(page, draft);
  await expect(page.locator(".lane--municipality")).toBeVisible();
  await expect(page.locator(".lane--region")).toBeHidden();
  await page.getByRole("button", { name: "+ Lisää" }).last().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Luokan nimi" }).fill("Digituki");
  await dialog.getByRole("button", { name: "Lisää", exact: true }).click();
  const added = page.locator(".lane--municipality .board-card", { hasText: "Digituki" });
  await expect(added).toBeVisible();
  await added.getByRole("button", { name: /^Toiminnot/ }).click();
  await page.getByRole("menuitem", { name: "Siirrä…" }).click();
  await page.getByRole("menuitem", { name: /Hyvinvointialue/ }).click();
  await expect(added).toHaveCount(0);
  await page.getByText(/^Alue/).first().click();
  await expect(page.locator(".lane--region .board-card", { hasText: "Digituki" })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("pages for not found and not allowed speak the product's words", async ({ seat }) => {
  const page = await seat("liperi");
  for (const [address, status] of [
    ["/drafts/ei-ole", 404],
    ["/jotain/muuta", 404],
    [`/drafts/${DEMO_SLUG}/settings`, 403],
  ] as const) {
    expect((await page.goto(address))?.status(), address).toBe(status);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: "Omat pöydät" }).first()).toBeVisible();
    forgive(page); // the browser itself puts the status on its console
  }
});
