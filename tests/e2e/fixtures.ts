/**
 * A server and a database of its own for each worker, seats as browsers, and a fresh copy of the demo draft
 * for each test, so that tests do not meet. Everything is the real thing, built as `npm start` builds it.
 */
import AxeBuilder from "@axe-core/playwright";
import { type Browser, test as base, expect, type Locator, type Page } from "@playwright/test";
import { type RunningServer, startServer } from "../support/server";

export const DEMO_SLUG = "jarjestoavustusten-jaottelu";

export interface SeatOptions {
  language?: "fi" | "sv" | "en";
  width?: number;
  height?: number;
  theme?: "light" | "dark";
  javaScript?: boolean;
}

interface Fixtures {
  /** Opens a browser of its own, signed in at the seat. */
  seat: (seat: string, options?: SeatOptions) => Promise<Page>;
  /** The address of a fresh copy of the demo draft's live state. */
  draft: string;
}
interface WorkerFixtures {
  server: RunningServer;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      const server = await startServer({ scenario: "north-karelia" });
      await use(server);
      await server.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  seat: async ({ browser, server }, use) => {
    const opened: Page[] = [];
    await use(async (seat, options = {}) => {
      const page = await openSeat(browser, server.origin, seat, options);
      opened.push(page);
      return page;
    });
    for (const page of opened) {
      const problems = problemsOf.get(page) ?? [];
      await page.context().close();
      expect(problems, "nothing is wrong on the console").toEqual([]);
    }
  },
  draft: async ({ server }, use, info) => {
    await use(await copyOfDemo(server.origin, info.title));
  },
});
export { expect };

/** Console errors and uncaught exceptions of each page; expected ones are taken out with `forgive`. */
const problemsOf = new WeakMap<Page, string[]>();

/** Says that what the console held until now was part of the test (a server that was killed, say). */
export function forgive(page: Page): void {
  problemsOf.get(page)?.splice(0);
}

async function openSeat(browser: Browser, origin: string, seat: string, options: SeatOptions): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.theme ?? "light",
    javaScriptEnabled: options.javaScript ?? true,
  });
  if (options.language)
    await context.addCookies([{ name: "language", value: options.language, url: origin }]);
  const answer = await context.request.post("/demo/sign-in", { form: { seat }, headers: { Origin: origin } });
  expect(answer.ok(), `a seat for ${seat}`).toBe(true);
  const page = await context.newPage();
  const problems: string[] = [];
  problemsOf.set(page, problems);
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  return page;
}

/** Signs in as a seat without a browser; the answer is the Cookie header. */
export async function cookieOf(origin: string, seat: string): Promise<string> {
  const answer = await fetch(`${origin}/demo/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ seat }),
    headers: { Origin: origin },
    redirect: "manual",
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function copyOfDemo(origin: string, title: string): Promise<string> {
  const answer = await fetch(`${origin}/drafts/${DEMO_SLUG}/settings`, {
    method: "POST",
    body: new URLSearchParams({ intent: "copy", copy: title.slice(0, 100) }),
    headers: { Origin: origin, Cookie: await cookieOf(origin, "hyvinvointialue") },
    redirect: "manual",
  });
  const address = answer.headers.get("location");
  if (!address) throw new Error(`the demo draft was not copied: ${answer.status} ${await answer.text()}`);
  return address;
}

/** The board, once it can be edited (or followed live). */
export async function openBoard(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await live(page);
}

/** Live editing has taken the read-only board's place. */
export async function live(page: Page): Promise<void> {
  await expect(page.getByRole("grid").first()).toBeVisible();
}

/** A lane's list by its heading: "Kunta", "Molemmat", "Hyvinvointialue". */
export const lane = (page: Page, side: "municipality" | "both" | "region"): Locator =>
  page.locator(`.lane--${side}`);
export const card = (page: Page, id: string): Locator => page.locator(`.board-card[data-category="${id}"]`);

/** The page says that everything is on disk. */
export const saved = (page: Page): Locator => page.locator('.save-state[data-state="saved"]');

/** Chooses from a card's menu. */
export async function choose(page: Page, id: string, ...items: (string | RegExp)[]): Promise<void> {
  await card(page, id)
    .getByRole("button", { name: /^Toiminnot/ })
    .click();
  for (const name of items) await page.getByRole("menuitem", { name }).click();
}

/** The first field of a form that was not taken: it has the focus, so that its words are read. */
export const refused = (page: Page): Locator => page.locator('main [aria-invalid="true"]').first();

/** No serious or critical violation of WCAG 2.1 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolations((await axeOn(page)).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]));
}

/** The same page in another theme: only its colours can differ. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolations((await axeOn(page)).withRules(["color-contrast"]));
}

/**
 * What passed needs no words: on a large page writing them takes longer than looking. Without frames nothing has to be
 * put together in a page of its own.
 */
async function axeOn(page: Page): Promise<AxeBuilder> {
  const hasFrames = (await page.locator("iframe, frame").count()) > 0;
  return new AxeBuilder({ page }).setLegacyMode(!hasFrames).options({ resultTypes: ["violations"] });
}

async function expectNoViolations(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(" ")).join(" | ")}`);
  expect(serious).toEqual([]);
}

/** Nothing sticks out sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(over).toBeLessThanOrEqual(0);
}
