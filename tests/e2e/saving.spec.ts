/**
 * Goal: the page says the truth about saving, at every width, and what was typed outlives the tab, the server and
 * the session (I10, I12). Method: two real browsers at most, a real server that is killed and started again.
 */
import {
  choose,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  forgive,
  live,
  openBoard,
  saved,
  test,
} from "./fixtures";
import { BACK, inLane, notice, state, toRegion } from "./save-states";

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
  await liperi.close();
  forgive(liperi);

  await server.restart();
  const next = await context.newPage();
  await openBoard(next, draft);
  await expect(inLane(next, "region", "culture")).toBeVisible(BACK);
  await expect(saved(next)).toBeVisible(BACK);
  const region = await seat("hyvinvointialue");
  await openBoard(region, draft);
  await expect(inLane(region, "region", "culture")).toBeVisible();
});

test("what is spoiled on the device stops nothing: the rest goes, and the board opens", async ({
  seat,
  draft,
  server,
}) => {
  const liperi = await seat("liperi");
  await openBoard(liperi, draft);
  await server.kill9();
  await toRegion(liperi, "culture");
  await expect(state(liperi, "offline")).toBeVisible();
  await liperi.evaluate(spoil);
  const context = liperi.context();
  await liperi.close();
  forgive(liperi);
  await server.restart();
  const next = await context.newPage();
  await openBoard(next, draft);
  await expect(inLane(next, "region", "culture")).toBeVisible(BACK);
  await expect(saved(next)).toBeVisible(BACK);
  await toRegion(next, "sports");
  await expect(saved(next)).toBeVisible(BACK);
});

/** Puts changes on the device that no page would: of the wrong shape, cut off, and garbage. Runs in the browser. */
async function spoil(): Promise<void> {
  const open = indexedDB.open("kumppanuuspoyta");
  await new Promise((resolve) => {
    open.onsuccess = resolve;
  });
  const store = open.result.transaction("changes", "readwrite").objectStore("changes");
  const all = store.getAll();
  await new Promise((resolve) => {
    all.onsuccess = resolve;
  });
  const [good] = all.result as { n: number; bytes: Uint8Array }[];
  store.put({ ...good, n: 1001, updateId: crypto.randomUUID(), bytes: "text" });
  store.put({ ...good, n: 1002, updateId: crypto.randomUUID(), bytes: good!.bytes.slice(0, 9) });
  store.put({ ...good, n: 1003, updateId: crypto.randomUUID(), bytes: new Uint8Array([255, 255, 255]) });
  store.put({ ...good, n: 1004, updateId: crypto.randomUUID(), lease: null });
  await new Promise((resolve) => {
    store.transaction.oncomplete = resolve;
  });
  open.result.close();
}

test("two tabs of one person keep each their own, whichever is closed", async ({ seat, draft, server }) => {
  const one = await seat("liperi");
  const two = await one.context().newPage();
  await openBoard(one, draft);
  await openBoard(two, draft);
  await server.kill9();
  await toRegion(one, "culture");
  await toRegion(two, "sports");
  await expect(state(two, "offline")).toContainText("1 muutos");
  await one.close();
  forgive(one);
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
  await expect(saved(liperi)).toBeVisible(BACK);
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
