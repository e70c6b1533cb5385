/**
 * Goal: a comment is written on words by keys alone, stays with them while another seat edits around and inside, moves
 * and deletes them, and then says that its place is gone.
 * Method: two real browsers in one text; the same page at 390 px, without JavaScript, and its accessibility.
 */
import type { Page } from "@playwright/test";
import { editorOf, newText, openText, selectWords } from "../support/browser-texts";
import { expect, expectAccessible, expectNoSidewaysScroll, saved, test } from "./fixtures";

const FIRST = "Kunta vastaa liikunnan ja kulttuurin avustuksista.";
const SECOND = "Hyvinvointialue vastaa sosiaalisen tuen avustuksista.";

/** Another one's caret may stand between the words. */
const expectPassage = (page: Page, words: string) =>
  expect.poll(async () => (await page.locator(".passage").allTextContents()).join("")).toBe(words);

test("a comment stays with its words, and says when they are gone", async ({ seat, server }) => {
  const address = await newText(server.origin, "Avustusten periaatteet");
  const [chair, liperi] = [await seat("puheenjohtaja"), await seat("liperi")];
  await openText(chair, address);
  await editorOf(chair).focus();
  await chair.keyboard.type(`# Periaatteet\n${FIRST}\n${SECOND}`);
  await openText(liperi, address);
  await expect(editorOf(liperi)).toContainText(SECOND);

  await test.step("written by keys, from the text and back", async () => {
    await selectWords(liperi, "liikunnan ja kulttuurin");
    await liperi.keyboard.press("Control+Alt+m");
    await expect(liperi.getByLabel("Kommentti tai kysymys")).toBeFocused();
    await liperi.keyboard.type("Kuuluuko @JANE tähän?");
    await liperi.keyboard.press("Tab");
    await liperi.keyboard.press("Enter");
    const card = liperi.locator(".margin-card__open");
    await expect(card).toBeFocused();
    await expect(card).toHaveAttribute("aria-expanded", "true");
    await expect(liperi.locator(".passage--active")).toHaveText("liikunnan ja kulttuurin");
    await liperi.keyboard.press("Escape");
    await expect(editorOf(liperi)).toBeFocused();
    await liperi.keyboard.press("Control+Alt+m");
    await expect(card).toBeFocused();
  });

  const marked = chair.locator(".passage");
  const card = chair.locator(".margin-card");
  await test.step("the other one sees it beside the words, and edits around and inside", async () => {
    await expect(marked).toHaveText("liikunnan ja kulttuurin");
    await expect(card).toContainText("Liperi: Kuuluuko @JANE tähän?");
    const [words, beside] = [await marked.boundingBox(), await card.boundingBox()];
    expect(Math.abs(words!.y - beside!.y), "the card stands beside its words").toBeLessThan(60);
    const paper = await chair.locator(".text-paper").boundingBox();
    expect(beside!.x, "and not on them").toBeGreaterThanOrEqual(paper!.x + paper!.width);
    await expectAccessible(chair);
    await selectWords(chair, "ja kulttuurin");
    await chair.keyboard.press("ArrowLeft");
    await chair.keyboard.type("nuorison ");
    await selectWords(chair, "Kunta");
    await chair.keyboard.type("Jokainen kunta");
    for (const page of [chair, liperi]) await expectPassage(page, "liikunnan nuorison ja kulttuurin");
    await selectWords(chair, "nuorison ");
    await chair.keyboard.press("Delete");
    await expect(marked).toHaveText("liikunnan ja kulttuurin");
  });

  await test.step("a moved paragraph takes the comment along", async () => {
    await chair
      .locator(".text-editor p", { hasText: "Jokainen kunta" })
      .evaluate((paragraph) => document.getSelection()!.selectAllChildren(paragraph));
    await chair.keyboard.press("Control+x");
    await expect(chair.getByRole("heading", { name: "Kommentit, joiden kohta on poistettu" })).toBeVisible();
    await chair.keyboard.press("Delete");
    await chair.keyboard.press("Control+End");
    await chair.keyboard.press("Enter");
    await chair.keyboard.press("Control+v");
    for (const page of [chair, liperi])
      await expect(page.locator("p", { hasText: "Jokainen kunta" }).locator(".passage")).toHaveText(
        "liikunnan ja kulttuurin",
      );
  });

  await test.step("deleted words leave their quote", async () => {
    await chair.keyboard.press("Shift+Home");
    await chair.keyboard.press("Delete");
    await expect(chair.locator(".margin__gone .margin-card")).toContainText("Kohta poistettu");
    await expect(chair.locator(".margin__gone .margin-card")).toContainText("liikunnan ja kulttuurin");
    await expect(saved(chair)).toBeVisible();
  });

  await test.step("a telephone, and a page without JavaScript", async () => {
    const phone = await seat("jane", { width: 390, height: 844 });
    await openText(phone, address);
    await expect(phone.locator(".margin__gone .margin-card")).toContainText("Kohta poistettu");
    await selectWords(phone, "sosiaalisen tuen");
    await phone.locator(".margin-add").click();
    await phone.keyboard.type("Mitä tämä on?");
    await phone
      .getByRole("region", { name: "Uusi kommentti" })
      .getByRole("button", { name: "Lähetä" })
      .click();
    await expect(phone.locator(".passage--active")).toHaveText("sosiaalisen tuen");
    await expectNoSidewaysScroll(phone);
    await expectAccessible(phone);
    const plain = await seat("joensuu", { javaScript: false });
    await plain.goto(address);
    await expect(plain.locator(".passage-list .margin-quote")).toHaveText([
      "”liikunnan ja kulttuurin”",
      "”sosiaalisen tuen”",
    ]);
  });
});
