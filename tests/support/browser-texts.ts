/** Text drafts for browser tests: one of a test's own, and choosing words as a person does. */
import type { Locator, Page } from "@playwright/test";
import { cookieOf, expect } from "../e2e/fixtures";

export const editorOf = (page: Page): Locator => page.locator(".text-editor");

/** The address of a new, empty text of the partnership table. */
export async function newText(origin: string, title: string): Promise<string> {
  const answer = await fetch(`${origin}/tables/kumppanuuspoyta/drafts/new`, {
    method: "POST",
    body: new URLSearchParams({ title, source: "emptyText" }),
    headers: { Origin: origin, Cookie: await cookieOf(origin, "puheenjohtaja") },
    redirect: "manual",
  });
  const address = answer.headers.get("location");
  if (!address) throw new Error(`no text was made: ${answer.status} ${await answer.text()}`);
  return address;
}

/** Opens the text, ready to be written or followed. */
export async function openText(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(editorOf(page)).toBeVisible();
}

/** What is written there without others' carets, which may stand in the middle of a word. */
export const written = (at: Locator): Promise<{ innerHTML: string; textContent: string }> =>
  at.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll(".caret")) caret.remove();
    return { innerHTML: copy.innerHTML, textContent: copy.textContent ?? "" };
  });

/** Selects these words, which stand in one piece. Empty words set the caret before `at`. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await editorOf(page).evaluate((editor, wanted) => {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent!.indexOf(wanted);
      if (from < 0) continue;
      (editor as HTMLElement).focus();
      document.getSelection()!.setBaseAndExtent(node, from, node, from + wanted.length);
      return;
    }
    throw new Error(`"${wanted}" does not stand in one piece`);
  }, words);
}
