/**
 * Goal: the page says the truth about saving, at every width, and what was typed outlives the tab, the server and
 * the session (I10, I12). Method: two real browsers at most, a real server that is killed and started again.
 */
import type { Page } from "@playwright/test";
import { openDriver } from "../../db/client";
import { startEmbedded } from "../../db/embedded";
import {
  card,
  choose,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  forgive,
  lane,
  live,
  openBoard,
  saved,
  test,
} from "./fixtures";

test.setTimeout(90_000);
const BACK = { timeout: 30_000 };

const state = (page: Page, kind: string) => page.locator(`.save-state[data-state="${kind}"]`);
const notice = (page: Page, text: string) => page.locator(".notice", { hasText: text });
const inLane = (page: Page, side: "municipality" | "both" | "region", id: string) =>
  lane(page, side).locator(`[data-category="${id}"]`);
const toRegion = (page: Page, id: string) => choose(page, id, "Siirrä…", /Hyvinvointialue/);

test("what was changed without a connection outlives the tab, and goes by itself from the next one", async ({
  seat,
  draft,
  server,
}) => {
  const liperi = await seat("liperi");
  await openBoard(liperi, draft);
  await server.kill9();
  await toRegion(liperi, "culture");
  await expect(state(liperi, "offline")).toContainText("1 muutos tallentamatta");
  await expect(notice(liperi, "säilyvät tällä laitteella")).toBeVisible();
  const context = liperi.context();
  forgive(liperi);
  await liperi.close();

  await server.restart();
  const next = await context.newPage();
  await openBoard(next, draft);
  await expect(inLane(next, "region", "culture")).toBeVisible(BACK);
  await expect(saved(next)).toBeVisible(BACK);
  const region = await seat("hyvinvointialue");
  await openBoard(region, draft);
  await expect(inLane(region, "region", "culture")).toBeVisible();
});

test("two tabs of one person keep each their own, whichever is closed", async ({ seat, draft, server }) => {
  const one = await seat("liperi");
  const two = await one.context().newPage();
  await openBoard(one, draft);
  await openBoard(two, draft);
  await server.kill9();
  await toRegion(one, "culture");
  await toRegion(two, "sports");
  await expect(state(two, "offline")).toContainText("1 muutos");
  forgive(one);
  await one.close();
  await server.restart();
  await expect(saved(two)).toBeVisible(BACK);
  // The living tab takes over what the closed one left.
  await expect(inLane(two, "region", "culture")).toBeVisible(BACK);
  await expect(inLane(two, "region", "sports")).toBeVisible();
  await expect(saved(two)).toBeVisible(BACK);
  forgive(two);
});

test("a device that keeps nothing says so before the first change, and later", async ({
  seat,
  draft,
  server,
}) => {
  const liperi = await seat("liperi", { width: 390, height: 844 });
  await liperi.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not in private windows", "SecurityError");
    };
  });
  await openBoard(liperi, draft);
  await expect(notice(liperi, "ei säilytä tallentamattomia muutoksia")).toBeVisible();
  await expectNoSidewaysScroll(liperi);
  await expectAccessible(liperi);
  await liperi.getByRole("button", { name: "Selvä" }).click();
  await expect(notice(liperi, "ei säilytä")).toHaveCount(0);
  await server.kill9();
  await toRegion(liperi, "culture");
  await expect(notice(liperi, "vain tässä välilehdessä")).toBeVisible();
  await server.restart();
  await expect(saved(liperi)).toBeVisible(BACK);
  forgive(liperi);
});

test("late saving is seen at every width, and after a minute what was typed can be copied", async ({
  seat,
  draft,
  server,
}) => {
  const liperi = await seat("liperi", { width: 390, height: 844 });
  await liperi.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await liperi.clock.install();
  await openBoard(liperi, draft);
  await choose(liperi, "culture", "Nimeä uudelleen");
  const name = liperi.getByRole("textbox", { name: "Luokan nimi" });
  await server.kill9();
  await name.press("End");
  await name.pressSequentially(" ja taide");
  await name.press("Enter");
  await expect(liperi.locator(".save-state__short")).toContainText("!");
  await liperi.clock.fastForward(11_000);
  await expect(liperi.locator(".save-state--late .save-state__short")).toBeVisible();
  await expect(liperi.locator(".save-state__short")).toContainText(/1[1-9] s/);
  const pill = liperi.getByRole("button", { name: /tallentamatta, / });
  await liperi.evaluate(() => window.scrollTo({ top: 0 }));
  await expect(pill).toHaveCount(0);
  await liperi.evaluate(() => window.scrollTo({ top: 1_000 }));
  await expect(pill).toBeInViewport();
  await pill.click();
  await expect(pill).toHaveCount(0);
  await expect(liperi.getByRole("button", { name: "Kopioi muutokseni" })).toHaveCount(0);
  await liperi.clock.fastForward(50_000);
  await liperi.getByRole("button", { name: "Kopioi muutokseni" }).click();
  await expect(liperi.getByRole("textbox", { name: "Oma tekstisi" })).toHaveValue("Kulttuurityö ja taide");
  expect(await liperi.evaluate(() => navigator.clipboard.readText())).toBe("Kulttuurityö ja taide");
  await expectNoSidewaysScroll(liperi);
  await expectAccessible(liperi);
  await liperi.setViewportSize({ width: 1440, height: 900 });
  await expect(liperi.locator(".save-state--late .save-state__long")).toBeVisible();
  let asked = false;
  liperi.on("dialog", (dialog) => {
    asked = true;
    void dialog.dismiss();
  });
  await liperi.close({ runBeforeUnload: true });
  await expect.poll(() => asked, "leaving asks").toBe(true);
  await server.restart();
  forgive(liperi);
});

test("an ended session: signing in over the board, and what was typed is saved", async ({
  seat,
  draft,
  server,
}) => {
  const liperi = await seat("liperi");
  await openBoard(liperi, draft);
  await server.kill9();
  await toRegion(liperi, "culture");
  await expect(state(liperi, "offline")).toBeVisible();
  await liperi.context().clearCookies();
  await server.restart();
  await expect(state(liperi, "ended")).toBeVisible(BACK);
  await expectAccessible(liperi);
  await liperi.getByRole("button", { name: "Kirjaudu sisään" }).click();
  const dialog = liperi.getByRole("dialog", { name: "Kirjaudu uudelleen" });
  await expectAccessible(liperi);
  await dialog.getByRole("button", { name: /^Jatka: / }).press("Enter");
  await expect(saved(liperi)).toBeVisible(BACK);
  await expect(dialog).toHaveCount(0);
  await expect(inLane(liperi, "region", "culture")).toBeVisible();
  forgive(liperi);
});

test("a page that has become too old is loaded again without losing anything", async ({ seat, draft }) => {
  const liperi = await seat("liperi");
  let isOld = false;
  const sockets: (() => void)[] = [];
  await liperi.routeWebSocket(/socket\.io/, (page) => {
    const server = page.connectToServer();
    sockets.push(() => void page.close());
    page.onMessage((message) => server.send(isOld ? olderProtocol(message) : message));
  });
  await openBoard(liperi, draft);
  isOld = true;
  for (const drop of sockets.splice(0)) drop();
  await expect(state(liperi, "offline")).toBeVisible();
  await toRegion(liperi, "culture");
  await expect(notice(liperi, "uudempi versio")).toContainText("Mitään ei katoa", BACK);
  await expectAccessible(liperi);
  isOld = false;
  forgive(liperi);
  await liperi.getByRole("button", { name: "Lataa sivu uudelleen" }).click();
  await live(liperi);
  await expect(inLane(liperi, "region", "culture")).toBeVisible(BACK);
  await expect(saved(liperi)).toBeVisible(BACK);
});

/** The handshake of a page that was loaded before the protocol changed. */
function olderProtocol(message: string | Buffer): string | Buffer {
  if (typeof message === "string") return message;
  const name = message.indexOf("protocol");
  if (name < 0) return message;
  const older = Buffer.from(message);
  older[name + "protocol".length] = 1;
  return older;
}

test("after a restore from a backup the newer text is offered, in sentences, and nothing is merged by itself", async ({
  seat,
  draft,
  server,
}) => {
  const liperi = await seat("liperi", { width: 390, height: 844 });
  await openBoard(liperi, draft);
  await server.kill9();
  await toRegion(liperi, "culture");
  await expect(state(liperi, "offline")).toBeVisible();
  await inDatabase(server.dataDir, (sql) => sql`update documents set epoch = epoch + 1`);
  await server.restart();
  const review = notice(liperi, "Palvelin palautettiin varmuuskopiosta");
  await expect(review).toBeVisible(BACK);
  await expect(review).toContainText("Kulttuurityö");
  await expect(saved(liperi)).toBeVisible();
  await expectNoSidewaysScroll(liperi);
  await expectAccessible(liperi);
  // It stays through a reload, until it is settled.
  await liperi.reload();
  await live(liperi);
  await expect(review).toBeVisible();
  await review.getByRole("button", { name: "Hylkää erot" }).click();
  await expect(review.getByRole("button", { name: "Peruuta" })).toBeFocused();
  await review.getByRole("button", { name: "Peruuta" }).click();
  await review.getByRole("button", { name: "Ota erot käyttöön" }).click();
  await expect(review).toHaveCount(0);
  await expect(saved(liperi)).toBeVisible();
  const region = await seat("hyvinvointialue");
  await openBoard(region, draft);
  await expect(inLane(region, "region", "culture")).toBeVisible();
  await liperi.reload();
  await live(liperi);
  await expect(card(liperi, "sports")).toBeVisible();
  await expect(review).toHaveCount(0);
  forgive(liperi);
});

test("changes that are refused stay, can be copied, and go only when they are discarded", async ({
  seat,
  draft,
  server,
}) => {
  const liperi = await seat("liperi");
  await openBoard(liperi, draft);
  await server.kill9();
  await choose(liperi, "culture", "Nimeä uudelleen");
  await liperi.getByRole("textbox", { name: "Luokan nimi" }).fill("Kuoro");
  await liperi.keyboard.press("Enter");
  await expect(state(liperi, "offline")).toBeVisible();
  const slug = new URL(draft, server.origin).pathname.split("/").at(-1)!;
  await inDatabase(server.dataDir, (sql) => sql`update drafts set state = 'locked' where slug = ${slug}`);
  await server.restart();
  await expect(state(liperi, "refused")).toBeVisible(BACK);
  await expect(notice(liperi, "säilyvät tällä laitteella, kunnes hylkäät ne")).toBeVisible();
  await expectAccessible(liperi);
  await liperi.getByRole("button", { name: "Kopioi muutokseni" }).click();
  await expect(liperi.getByRole("textbox", { name: "Oma tekstisi" })).toHaveValue("Kuoro");
  await liperi.getByRole("button", { name: "Hylkää muutokseni ja jatka" }).click();
  await liperi.getByRole("button", { name: "Hylkää", exact: true }).click();
  await expect(state(liperi, "readOnly")).toBeVisible();
  await expect(card(liperi, "culture")).not.toContainText("Kuoro");
  await liperi.reload();
  await live(liperi);
  await expect(state(liperi, "readOnly")).toBeVisible();
  forgive(liperi);
});

/** Something done to the database of a server that was killed, and left its database behind. */
async function inDatabase(
  dataDir: string,
  work: (sql: ReturnType<typeof openDriver>) => Promise<unknown>,
): Promise<void> {
  const database = await startEmbedded({ dataDir });
  const sql = openDriver(database.ownerUrl, { max: 1, applicationName: "a test" });
  await work(sql);
  await sql.end();
  await database.stop();
}
