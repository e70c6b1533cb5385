/**
 * Goal: what the server does not take is never thrown away: it stays until the person has decided (I12).
 * Method: a real browser, and a real server whose database is changed while it is down.
 */
import type { Page } from "@playwright/test";
import { openDriver } from "../../db/client";
import { startEmbedded } from "../../db/embedded";
import { editorOf, newText, openText } from "../support/browser-texts";
import {
  card,
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

test.slow(); // the server starts again in every one

test("after a restore from a backup the newer text is offered, in sentences, and nothing is merged by itself", async ({
  seat,
  draft,
  server,
}) => {
  const liperi = await seat("liperi", { width: 390, height: 844 });
  await openBoard(liperi, draft);
  const chair = await seat("puheenjohtaja");
  await openText(chair, await newText(server.origin, "Palautettu teksti"));
  await editorOf(chair).focus();
  await chair.keyboard.type("Tallessa.");
  await expect(saved(chair)).toBeVisible();
  await server.kill9();
  await chair.keyboard.type("\nKesken.");
  await expect(state(chair, "offline")).toBeVisible();
  await toRegion(liperi, "culture");
  await expect(state(liperi, "offline")).toBeVisible();
  await inDatabase(server.dataDir, (sql) => sql`update documents set epoch = epoch + 1`);
  await server.restart();
  const review = notice(liperi, "Palvelin palautettiin varmuuskopiosta");
  await expect(review).toBeVisible(BACK);
  await expect(review).toContainText("Kulttuurityö");
  await textIsReviewed(chair);
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

async function textIsReviewed(page: Page) {
  const review = notice(page, "Palvelin palautettiin varmuuskopiosta");
  await expect(review.getByRole("region", { name: "Puuttuvat kappaleet" })).toHaveText("Kesken.", BACK);
  await expect(editorOf(page)).toHaveText("Tallessa.");
  await expectAccessible(page);
  await review.getByRole("button", { name: "Kopioi" }).click();
  await expect(review.getByRole("textbox", { name: "Oma tekstisi" })).toHaveValue("Kesken.");
  await review.getByRole("button", { name: "Olen katsonut ne läpi" }).click();
  await review.getByRole("button", { name: "Hylkää" }).click();
  await expect(review).toHaveCount(0);
  await expect(editorOf(page)).toBeFocused();
  forgive(page);
}

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
