/** A text that two write at once: formatting by keys, carets with names, paste, and the same text without JavaScript. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { editorOf, newText, openText, written } from "../support/browser-texts";
import { ROOT } from "../support/server";
import {
  DEMO_SLUG,
  expect,
  expectAccessible,
  expectContrast,
  expectNoSidewaysScroll,
  forgive,
  saved,
  test,
} from "./fixtures";
import { OWN_ATTRIBUTES, OWN_TAGS, PASTES } from "./pastes";

test("two write one text together, and it can be read by anyone", async ({ seat, server }) => {
  const address = await newText(server.origin, "Avustusten perusteet");
  const [chair, liperi] = [await seat("puheenjohtaja"), await seat("liperi")];
  await openText(chair, address);
  await openText(liperi, address);

  await test.step("headings, bold and a list by keys alone", async () => {
    await editorOf(chair).focus();
    await chair.keyboard.type("# Perusteet\nAvustusten ");
    await chair.keyboard.press("Control+b");
    await chair.keyboard.type("perusteet");
    await chair.keyboard.press("Control+b");
    await chair.keyboard.type(" sovitaan.\n- avoimuus\n");
    await chair.keyboard.press("Tab");
    await chair.keyboard.type("tasapuolisuus\n\n\n");
    await expect(editorOf(liperi)).toContainText("tasapuolisuus");
    await expect
      .poll(async () => (await written(editorOf(liperi))).innerHTML)
      .toContain(
        "<h2>Perusteet</h2><p>Avustusten <strong>perusteet</strong> sovitaan.</p><ul><li><p>avoimuus</p><ul><li><p>tasapuolisuus",
      );
  });

  await test.step("both write at once, and see whose caret stands where", async () => {
    await editorOf(liperi).locator("p").first().click();
    await liperi.keyboard.press("End");
    await Promise.all([
      liperi.keyboard.type(" Liperi kirjoittaa tähän."),
      chair.keyboard.type("Puheenjohtaja kirjoittaa loppuun."),
    ]);
    for (const page of [chair, liperi]) {
      await expect(editorOf(page)).toContainText("sovitaan. Liperi kirjoittaa tähän.");
      await expect(editorOf(page)).toContainText("Puheenjohtaja kirjoittaa loppuun.");
    }
    const caret = chair.locator(".caret__name");
    await expect(caret).toHaveText("Liperin edustaja · Liperi");
    await expect(liperi.locator(".caret__name")).toHaveText(/^Puheenjohtaja/);
    await liperi.keyboard.press("Shift+Home");
    await expect(chair.locator(".caret-selection").first()).toBeVisible();
  });

  await test.step("a table and its tools; undo takes back one's own alone", async () => {
    await chair.keyboard.press("Alt+F10");
    await expect(chair.getByRole("combobox", { name: "Kappaleen taso" })).toBeFocused();
    for (let n = 0; n < 7; n++) await chair.keyboard.press("ArrowRight");
    await expect(chair.getByRole("button", { name: "Lisää taulukko" })).toBeFocused();
    await chair.keyboard.press("Enter");
    await chair.keyboard.type("Peruste");
    await chair.keyboard.press("Tab");
    await chair.keyboard.type("Paino");
    await chair.getByRole("button", { name: "Lisää sarake" }).click();
    await chair.getByRole("button", { name: "Poista rivi" }).click();
    await expect(editorOf(liperi).locator("tr")).toHaveCount(2);
    await expect(editorOf(liperi).locator("tr").first().locator("th,td")).toHaveCount(4);
    await editorOf(liperi).locator("p").first().click();
    await liperi.keyboard.press("End");
    await liperi.keyboard.type(" Turha");
    await expect(editorOf(chair)).toContainText("Turha");
    await liperi.keyboard.press("Control+z");
    await expect(editorOf(chair)).not.toContainText("Turha");
    await expect(editorOf(chair).locator("table")).toBeVisible();
  });

  await test.step("a source, a legal reference and a link by their dialogs", async () => {
    await editorOf(chair).locator("p").first().click();
    await chair.keyboard.press("End");
    await chair.getByRole("button", { name: "Lähdeviite" }).click();
    const dialog = chair.getByRole("dialog");
    await dialog.getByLabel("Lähde", { exact: true }).fill("Muistio 8/2022");
    await dialog.getByLabel(/^Osoite/).fill("javascript:alert(1)");
    await dialog.getByRole("button", { name: "Tallenna lähdeviite" }).click();
    await expect(dialog.getByText(/^Kirjoita osoite/)).toBeVisible();
    await dialog.getByLabel(/^Osoite/).fill("https://siunsote.example/muistio");
    await dialog.getByRole("button", { name: "Tallenna lähdeviite" }).click();
    await expect(editorOf(chair).locator(".source-note")).toHaveText("1");
    await chair.getByRole("button", { name: "Lakiviittaus" }).click();
    await dialog.getByLabel("Lain numero").fill("612/2021");
    await dialog.getByLabel(/^Pykälä/).fill("7 §");
    await dialog.getByRole("button", { name: "Tallenna lakiviittaus" }).click();
    await chair.keyboard.press("Control+k");
    await dialog.getByLabel("Osoite").fill("www.liperi.example");
    await dialog.getByRole("button", { name: "Lisää linkki" }).click();
    await expect(editorOf(liperi).locator(".legal-reference")).toHaveText("612/2021 7 §");
    await expect(editorOf(liperi).locator('a[href="https://www.liperi.example"]')).toBeVisible();
    await expect(liperi.getByRole("region", { name: "Lähteet" })).toContainText("Muistio 8/2022");
  });

  await test.step("a live split inside the text, and the outline", async () => {
    await editorOf(chair).locator("p").first().click();
    await chair.getByRole("button", { name: "Näytä toinen luonnos tekstissä" }).click();
    const dialog = chair.getByRole("dialog");
    await dialog.getByLabel("Luonnos", { exact: true }).selectOption(DEMO_SLUG);
    await dialog.getByRole("button", { name: "Lisää tekstiin" }).click();
    await expect(editorOf(liperi).locator(".embedded-draft .board-card").first()).toBeVisible();
    const outline = liperi.getByRole("region", { name: "Sisällys" });
    await expect(outline).toContainText(/\d+ sanaa/);
    await outline.getByRole("button", { name: "Perusteet" }).click();
    await expect(editorOf(liperi)).toBeFocused();
    await expect(saved(chair)).toBeVisible();
    await expectAccessible(chair);
  });

  await test.step("without JavaScript, by an observer, on a telephone", async () => {
    const plain = await seat("tarkkailija", { javaScript: false, width: 390, height: 844 });
    await plain.goto(address);
    await expect(plain.getByRole("heading", { level: 2, name: "Perusteet" })).toBeVisible();
    await expect(plain.locator(".text-body table")).toBeVisible();
    await expect(plain.getByRole("link", { name: "Lähde 1" })).toBeVisible();
    await expect(plain.locator(".text-sources")).toContainText("Muistio 8/2022");
    await expect(plain.locator(".embedded-draft .board-card").first()).toBeVisible();
    const phone = await seat("liperi", { width: 390, height: 844, theme: "dark" });
    await openText(phone, address);
    for (const width of [390, 320]) {
      await phone.setViewportSize({ width, height: 844 });
      await expectNoSidewaysScroll(phone);
    }
    await expectContrast(phone);
  });
});

test("what is pasted becomes a text and nothing else", async ({ seat, server }) => {
  const page = await seat("puheenjohtaja");
  await openText(page, await newText(server.origin, "Liitteet"));
  const notice = page.locator(".notice--warning");

  await test.step("Word, Google Docs and hostile markup", async () => {
    const wrong: string[] = [];
    for (const { name, html, has = [], not = [] } of PASTES) {
      await emptyEditor(page);
      const { markup, strange, hacked } = await paste(page, { "text/html": html, "text/plain": "x" });
      wrong.push(
        ...has.filter((part) => !markup.includes(part)).map((part) => `${name}: no ${part} in ${markup}`),
      );
      const never = ["javascript:", "data-suggestion", "data-insertion", "data-deletion", "onerror", ...not];
      wrong.push(
        ...never.filter((part) => markup.includes(part)).map((part) => `${name}: ${part} in ${markup}`),
      );
      wrong.push(...strange.map((one) => `${name}: ${one}`), ...(hacked ? [`${name}: it ran`] : []));
    }
    expect(wrong).toEqual([]);
    forgive(page); // what the browser says of programs and styles in markup that it only reads
  });

  await test.step("what is left out is told", async () => {
    await paste(page, { "text/html": '<p>A<img src="x"><a href="javascript:x">B</a></p>' });
    await expect(notice).toContainText("1 kuva jäi pois");
    await expect(notice).toContainText("1 linkki jäi pois");
  });

  await test.step("ten megabytes are refused before they are looked at", async () => {
    await emptyEditor(page);
    const { markup, milliseconds } = await paste(
      page,
      { "text/plain": "x", "text/html": "<p>Sanat</p>" },
      10_000_000,
    );
    expect(markup).not.toContain("Sanat");
    expect(milliseconds).toBeLessThan(1500);
    await expect(notice).toContainText("enintään 200000 merkkiä");
    await expect(saved(page)).toBeVisible();
  });
});

async function emptyEditor(page: Page): Promise<void> {
  await editorOf(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
}

/** Pastes into the editor and answers what it holds then. `repeated` makes the data so many characters long. */
async function paste(page: Page, data: Record<string, string>, repeated = 0) {
  return editorOf(page).evaluate(
    (element, { data, repeated, tags, attributes }) => {
      const clipboard = new DataTransfer();
      for (const [type, words] of Object.entries(data))
        clipboard.setData(type, words.repeat(Math.max(1, Math.ceil(repeated / words.length))));
      const began = performance.now();
      element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }),
      );
      const milliseconds = performance.now() - began;
      const strange: string[] = [];
      for (const one of element.querySelectorAll("*")) {
        if (!tags.includes(one.tagName)) strange.push(`<${one.tagName}>`);
        for (const { name } of one.attributes)
          if (!attributes.includes(name)) strange.push(`${one.tagName} ${name}`);
      }
      return { markup: element.innerHTML, milliseconds, strange, hacked: "hacked" in window };
    },
    { data, repeated, tags: OWN_TAGS, attributes: OWN_ATTRIBUTES },
  );
}

test("the board's page loads nothing of the text editor", () => {
  const assets = path.join(ROOT, "build/client/assets");
  const scripts = readdirSync(assets).filter((file) => file.endsWith(".js"));
  /** The scripts so named, and all that they import at once. */
  const reached = (...names: string[]): string => {
    const start = names.flatMap((name) => scripts.filter((file) => file.startsWith(`${name}-`)));
    const code = new Map<string, string>();
    for (let file = start.pop(); file; file = start.pop()) {
      if (code.has(file)) continue;
      const words = readFileSync(path.join(assets, file), "utf8");
      code.set(file, words);
      start.push(...[...words.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map((match) => match[1]!));
    }
    return [...code.values()].join("\n");
  };
  expect(reached("live-text")).toContain("ProseMirror");
  expect(reached("drafts._slug._index", "live-board", "entry.client")).not.toContain("ProseMirror");
});
