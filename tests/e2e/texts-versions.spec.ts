/** Goal: a text is frozen, its changes are read word by word and by keyboard, and a version is restored forward. */
import { readText, TEXT_SCHEMA_VERSION, writeText } from "../../app/collab/documents/text-document";
import { LOCAL } from "../../app/collab/origins";
import type { BlockNode } from "../../app/domain/text/text";
import { openDocument } from "../support/headless";
import { cookieOf, expect, expectAccessible, test } from "./fixtures";

const p = (text: string): BlockNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const FILL = Array.from({ length: 9 }, (_, n) => p(`Kohta ${n + 1}, joka pysyy ennallaan koko ajan.`));
const A = p("Avustus voidaan myöntää rekisteröidylle yhdistykselle.");
const B = p("Hakemukseen liitetään toimintasuunnitelma ja talousarvio.");

test("a text is frozen, compared by keyboard and in two columns, and restored", async ({ seat, server }) => {
  const page = await seat("hyvinvointialue");
  const cookie = await cookieOf(server.origin, "hyvinvointialue");
  const made = await fetch(`${server.origin}/tables/kumppanuuspoyta/drafts/new`, {
    method: "POST",
    body: new URLSearchParams({ title: "Avustusten kriteerit kokeessa", source: "emptyText" }),
    headers: { Origin: server.origin, Cookie: cookie },
    redirect: "manual",
  });
  const address = made.headers.get("location")!;
  const { documentId } = await (
    await fetch(`${server.origin}/api${address}`, { headers: { Cookie: cookie } })
  ).json();
  const writer = await openDocument({
    ...{ origin: server.origin, cookie, documentId },
    options: { schema: TEXT_SCHEMA_VERSION },
  });
  const write = async (...content: BlockNode[]) => {
    writeText(writer.doc, { type: "doc", content }, LOCAL);
    await writer.whenSaved();
  };
  await write(A, B, ...FILL);

  await page.goto(`${address}/versions`);
  await page.getByLabel("Version nimi").fill("Lausunnolle");
  await page.getByRole("button", { name: /^Jäädytä/ }).click();
  await expect(page.getByText("Versio 1 jäädytettiin.")).toBeVisible();
  await write(p("Avustus voidaan myöntää rekisteröidylle järjestölle."), ...FILL, B, p("Uusi kappale."));

  await page.goto(`${address}/compare?from=1&to=live`);
  await expect(
    page.getByText("1 kappale lisätty, 1 kappale siirretty ja 1 kappale muutettu").first(),
  ).toBeVisible();
  await expect(page.locator("del.word-removed").first()).toContainText("yhdistykselle");
  await expect(page.locator("ins.word-added").first()).toContainText("järjestölle");
  await expect(page.getByText("7 osaa ennallaan")).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.locator("#change-1")).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.locator("#change-2")).toBeFocused();
  await expect(page.locator("#change-2")).toContainText("Siirretty tähän");
  await page.keyboard.press("p");
  await expect(page.locator("#change-1")).toBeFocused();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Rinnakkain" }).click();
  await expect(page.locator(".text-difference__before del").first()).toContainText("yhdistykselle");
  await expect(page.locator(".text-difference__after ins").first()).toContainText("järjestölle");
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto(`${address}/versions/1/restore`);
  await expect(page.getByText("Kappale poistettu: ”Uusi kappale.”")).toBeVisible();
  await page.getByRole("button", { name: /^Palauta/ }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect.poll(() => JSON.stringify(readText(writer.doc))).toContain("yhdistykselle");
  expect(JSON.stringify(readText(writer.doc))).not.toContain("Uusi kappale");
  await writer.close();
});
