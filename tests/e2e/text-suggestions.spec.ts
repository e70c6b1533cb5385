/**
 * Goal: two parties that may only suggest write on the same passage; the chair accepts one and declines the other with
 * a reason, and both see what became of it.
 * Method: three real browsers in one text; settling beside the text and on the page of suggestions without JavaScript.
 */
import type { Locator, Page } from "@playwright/test";
import { editorOf, newText, openText, written } from "../support/browser-texts";
import { cookieOf, expect, expectAccessible, expectNoSidewaysScroll, forgive, saved, test } from "./fixtures";

const panelOf = (page: Page): Locator => page.locator(".suggest-panel");

/** The text without the others' carets. */
async function expectText(page: Page, expected: string): Promise<void> {
  await expect.poll(async () => (await written(editorOf(page))).textContent).toBe(expected);
}

async function post(origin: string, path: string, form: Record<string, string>) {
  const answer = await fetch(`${origin}${path}`, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { Origin: origin, Cookie: await cookieOf(origin, "puheenjohtaja") },
    redirect: "manual",
  });
  expect(answer.status).toBeLessThan(400);
  return answer.headers.get("location") ?? "";
}

test("members only suggest, and the chair settles with a reason", async ({ seat, server }) => {
  const address = await newText(server.origin, "Myöntämisperusteet");
  const chair = await seat("puheenjohtaja");
  await openText(chair, address);
  await editorOf(chair).focus();
  await chair.keyboard.type("Avustus haetaan kerran vuodessa.");
  await expect(saved(chair)).toBeVisible();
  await post(server.origin, `${address}/settings`, { intent: "editing", who: "membersSuggest" });

  const [liperi, jane] = [await seat("liperi"), await seat("jane", { width: 390, height: 844 })];
  for (const page of [liperi, jane]) await openText(page, address);
  const [atLiperi, atJane] = [editorOf(liperi), editorOf(jane)];

  await test.step("a word is replaced by one, and added to by the other", async () => {
    await expect(liperi.getByText("Ehdotustila: kirjoittamasi on ehdotus")).toBeVisible();
    await atLiperi.focus();
    await liperi.keyboard.press("Control+End");
    await liperi.keyboard.press("ArrowLeft");
    await liperi.keyboard.press("Control+Shift+ArrowLeft");
    await liperi.keyboard.type("kaudessa");
    await expect(atLiperi.locator("del")).toHaveText("vuodessa");
    await expect(atLiperi.locator("ins")).toHaveText("kaudessa");
    await expect(saved(liperi)).toBeVisible();
    await expect.poll(async () => (await written(atJane.locator("ins"))).textContent).toBe("kaudessa");
    await atJane.focus();
    await jane.keyboard.press("Control+End");
    await jane.keyboard.press("ArrowLeft");
    await jane.keyboard.type(" keväällä");
    await expect(saved(jane)).toBeVisible();
    await expect(panelOf(chair).getByText("Samassa kohdassa 2 ehdotusta")).toBeVisible();
    await expect(panelOf(chair).getByText(/Esitti: Liperi/)).toBeVisible();
    await expect(panelOf(chair).getByText(/Esitti: JANE/)).toBeVisible();
    await expectNoSidewaysScroll(jane);
    await expectAccessible(jane);
  });

  await test.step("one's own goes when it is deleted; others' words stay", async () => {
    for (let n = 0; n < 3; n++) await jane.keyboard.press("Backspace");
    await expect.poll(async () => (await written(atJane.locator("ins").last())).textContent).toBe(" kevää");
    await jane.keyboard.type("llä");
    await expect(saved(jane)).toBeVisible();
  });

  await test.step("from the text to the card and back by keys", async () => {
    await editorOf(chair).focus();
    await chair.keyboard.press("Alt+F8");
    await chair.keyboard.press("Alt+F9");
    await expect(panelOf(chair).locator(".suggest-card:focus")).toHaveCount(1);
    await chair.keyboard.press("Escape");
    await expect(editorOf(chair)).toBeFocused();
  });

  await test.step("the chair accepts one and declines the other", async () => {
    const card = (party: string) => panelOf(chair).locator(".suggest-card", { hasText: `Esitti: ${party}` });
    await card("Liperi").getByRole("button", { name: "Hyväksy" }).click();
    await expectText(chair, "Avustus haetaan kerran kaudessa keväällä.");
    await expect(card("JANE")).toBeVisible();
    await card("JANE").getByText("Hylkää…").click();
    await card("JANE").getByRole("button", { name: "Hylkää ehdotus" }).click();
    await expectAccessible(chair); // with the words of a refusal
    await expect(card("JANE").getByText("Kirjoita, miksi ehdotus hylätään.")).toBeVisible();
    forgive(chair); // the refusal's status
    await card("JANE").getByLabel("Hylkäämisen perustelu").fill("Aika sovitaan erikseen.");
    await card("JANE").getByRole("button", { name: "Hylkää ehdotus" }).click();
    await expectText(chair, "Avustus haetaan kerran kaudessa.");
  });

  await test.step("both see it, also without JavaScript", async () => {
    await expectText(liperi, "Avustus haetaan kerran kaudessa.");
    await expect(atJane.locator("ins, del")).toHaveCount(0);
    const reader = await seat("jane", { javaScript: false });
    await reader.goto(`${address}/suggestions`);
    await expect(reader.getByText("Aika sovitaan erikseen.")).toBeVisible();
  });
});
