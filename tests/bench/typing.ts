/**
 * Typing in a long text, in a real browser: from the key to the next frame that is painted, alone and while somebody
 * else writes in the same text.
 */
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { TEXT_SCHEMA_VERSION, textFragment, writeText } from "../../app/collab/documents/text-document";
import type { BlockNode } from "../../app/domain/text/text";
import { paths } from "../../app/paths";
import { resolveBrowser } from "../support/browser";
import { type HeadlessDocument, openDocument } from "../support/headless";
import { type RunningServer, startServer } from "../support/server";
import { percentile } from "./latency";
import type { Row } from "./table";

const TABLE = "kumppanuuspoyta";
/** Some hundred pages. */
const CHARACTERS = 300_000;
/** One update carries about so many. */
const CHARACTERS_A_WRITE = 60_000;
const SENTENCE =
  "Järjestöjen toiminta täydentää julkisia palveluja, ja avustusten perusteet sovitaan yhdessä kuntien kanssa. ";
/** Between keys, as a quick writer types. Milliseconds. */
const KEY_EVERY = 90;
const GOAL = 50;

async function signIn(origin: string, seat: string): Promise<string> {
  const answer = await fetch(new URL(paths.demoSignIn(), origin), {
    method: "POST",
    headers: { origin },
    body: new URLSearchParams({ seat }),
    redirect: "manual",
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** A text of a hundred pages: headings, paragraphs, lists and a few tables. */
function longText(characters: number): BlockNode[] {
  const words = (n: number): BlockNode => ({
    type: "paragraph",
    content: [{ type: "text", text: `${n}. ${SENTENCE.repeat(1 + (n % 4))}` }],
  });
  const blocks: BlockNode[] = [];
  for (let n = 0, length = 0; length < characters; n++) {
    length += SENTENCE.length * (1 + (n % 4));
    if (n % 12 === 0)
      blocks.push({
        type: "heading",
        attrs: { level: 1 + (n % 3) },
        content: [{ type: "text", text: `Luku ${n}` }],
      });
    if (n % 15 === 7) blocks.push({ type: "bulletList", content: [words(n), words(n + 1)].map(item) });
    else if (n % 60 === 31)
      blocks.push({
        type: "table",
        content: [0, 1, 2].map((row) => ({
          type: "tableRow",
          content: [0, 1, 2].map((cell) => ({ type: "tableCell", content: [words(row + cell)] })),
        })),
      });
    else blocks.push(words(n));
  }
  return blocks;
}
const item = (block: BlockNode): BlockNode => ({ type: "listItem", content: [block] });

async function makeText({ origin }: RunningServer): Promise<{ address: string; writer: HeadlessDocument }> {
  const cookie = await signIn(origin, "puheenjohtaja");
  const made = await fetch(new URL(paths.newDraft(TABLE), origin), {
    method: "POST",
    headers: { origin, cookie },
    body: new URLSearchParams({ title: "Pitkä teksti", source: "emptyText" }),
    redirect: "manual",
  });
  const address = made.headers.get("location");
  if (!address) throw new Error(`no text was made: ${made.status}`);
  const html = await (await fetch(new URL(address, origin), { headers: { cookie } })).text();
  const documentId = /"documentId":"([0-9a-f-]{36})"/.exec(html)?.[1];
  if (!documentId) throw new Error("the page names no document");
  const writer = await openDocument({ origin, cookie, documentId, options: { schema: TEXT_SCHEMA_VERSION } });
  const blocks = longText(CHARACTERS);
  const writes = Math.ceil(CHARACTERS / CHARACTERS_A_WRITE);
  for (let n = 1; n <= writes; n++) {
    const content = blocks.slice(0, Math.ceil((blocks.length * n) / writes));
    writeText(writer.doc, { type: "doc", content });
    await writer.whenSaved();
  }
  return { address, writer };
}

/**
 * Notes in window.taken how long each key took; the message comes when the frame has been painted. As words: tsx
 * would put names of its own into a function.
 */
const NOTE_KEYS = `
  if (!window.taken) {
    window.taken = [];
    document.addEventListener("keydown", (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.taken.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      });
    }, { capture: true });
  }
  window.taken.length = 0;
`;

/** Milliseconds from each key to the frame that shows it. */
async function typed(page: Page, keys: number): Promise<number[]> {
  await page.evaluate(NOTE_KEYS);
  const letters = "avustus ";
  for (let n = 0; n < keys; n++) {
    await page.keyboard.press(letters[n % letters.length] === " " ? "Space" : letters[n % letters.length]!);
    await sleep(KEY_EVERY);
  }
  await sleep(500);
  return page.evaluate("window.taken.splice(0)");
}

/** Somebody else writes a letter a third of a second, far from here. */
function writeBeside({ doc }: HeadlessDocument): () => void {
  const timer = setInterval(() => {
    const paragraph = textFragment(doc).get(5);
    const text = "get" in paragraph ? paragraph.get(0) : null;
    if (text && "insert" in text)
      (text as unknown as { insert(at: number, words: string): void }).insert(3, "x");
  }, 333);
  return () => clearInterval(timer);
}

/** Measures typing on a server of its own. */
export async function measureTyping(quick: boolean): Promise<Row[]> {
  const server = await startServer();
  const { launchOptions, channel } = await resolveBrowser();
  const browser = await chromium.launch({ ...launchOptions, ...(channel ? { channel } : {}) });
  try {
    const { address, writer } = await makeText(server);
    const context = await browser.newContext({
      baseURL: server.origin,
      viewport: { width: 1440, height: 900 },
    });
    await context.request.post(paths.demoSignIn(), {
      form: { seat: "liperi" },
      headers: { Origin: server.origin },
    });
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(address);
    await page.locator(".text-editor").waitFor({ timeout: 60_000 });
    const opened = performance.now() - began;
    const paragraphs = page.locator(".text-editor > p");
    const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
    await middle.scrollIntoViewIfNeeded();
    await middle.click();
    const keys = quick ? 60 : 300;
    await typed(page, 20);
    const alone = await typed(page, keys);
    const stop = writeBeside(writer);
    await typed(page, 10);
    const together = await typed(page, keys);
    stop();
    await writer.close();
    const row = (what: string, result: number, goal: number | null): Row => ({
      what,
      result,
      goal,
      unit: "ms",
    });
    const pages = `${CHARACTERS / 1000}k characters`;
    return [
      row(`opening a text of ${pages} until it can be written`, opened, null),
      row(`${pages}: key to painted frame: p50`, percentile(alone, 0.5), null),
      row(`${pages}: key to painted frame: p95`, percentile(alone, 0.95), GOAL),
      row(`${pages}, another writes too: p50`, percentile(together, 0.5), null),
      row(`${pages}, another writes too: p95`, percentile(together, 0.95), GOAL),
    ];
  } finally {
    await browser.close();
    await server.close();
    rmSync(server.dataDir, { recursive: true, force: true });
  }
}
