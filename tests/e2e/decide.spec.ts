/**
 * A decision made in a meeting by its parties, each from its own seat, one of them on a telephone by its code; two chairs state the
 * outcome in the same moment, and what comes of it is verified by the product's own command.
 */
import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { MUNICIPALITIES } from "../../db/scenarios/north-karelia/parties";
import { addItem, callMeeting, sendAs } from "../support/browser-meetings";
import { ROOT } from "../support/server";
import { cookieOf, expect, expectAccessible, expectNoSidewaysScroll, forgive, test } from "./fixtures";

const TEXT = "Jaottelu lähetetään lautakunnan käsiteltäväksi (esimerkki).";
let number = 300;

/** An open meeting with a frozen draft on its agenda, and a seat of every municipality but one in it. */
async function opened(origin: string, draft: string, absent: string): Promise<string> {
  await sendAs(origin, "sihteeri", `${draft}/versions`, { label: "Kokoukseen" });
  const meeting = await callMeeting(origin, number++);
  await addItem(origin, meeting, draft, { title: "Jaottelu" });
  await sendAs(origin, "sihteeri", meeting, { intent: "open" });
  for (const { slug } of MUNICIPALITIES)
    if (slug !== absent) await sendAs(origin, slug, meeting, { intent: "take-seat" });
  return meeting;
}

/** A position from a seat's own form, as a browser without a script sends it. */
async function answers(origin: string, seat: string, meeting: string, value: string): Promise<void> {
  const page = await fetch(`${origin}${meeting}`, { headers: { Cookie: await cookieOf(origin, seat) } });
  const found = /<form method="post" action="([^"]+)" class="decision-answer"(.*?)<\/form>/s.exec(
    await page.text(),
  );
  const [, action = "", form = ""] = found ?? [];
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? "";
  const about = { decision: field("decision"), party: field("party") };
  await sendAs(origin, seat, action, { intent: "answer", ...about, value, reason: "" });
}

const card = (page: Page) => page.locator(".decision-card", { hasText: TEXT });
const state = (page: Page) => card(page).getByRole("button", { name: /^Totea lopputulos/ });

test("a decision is proposed, answered from seats and a telephone, stated by two at once, and verified", async ({
  seat,
  draft,
  server,
  browser,
}, info) => {
  test.setTimeout(120_000);
  const { origin } = server;
  const meeting = await opened(origin, draft, "liperi");
  const secretary = await seat("sihteeri");
  await secretary.goto(meeting);
  await secretary
    .getByRole("link", { name: /Jaottelu/ })
    .first()
    .click();
  await secretary
    .getByRole("button", { name: /^Siirrä kokous tähän asiaan/ })
    .first()
    .click();
  await secretary.getByRole("link", { name: "Tee päätösehdotus" }).click();
  await secretary.getByRole("button", { name: "Lähetä ehdotus osapuolille" }).click();
  await expect(secretary.getByRole("textbox", { name: "Mitä päätetään" })).toBeFocused();
  await expectAccessible(secretary);
  forgive(secretary); // what was refused is an answer 400
  await secretary.getByRole("textbox", { name: "Mitä päätetään" }).fill(TEXT);
  await secretary.getByRole("button", { name: "Lähetä ehdotus osapuolille" }).click();
  await expect(card(secretary)).toContainText(`0/${MUNICIPALITIES.length} osapuolta antanut kannan`);

  const [own, chair, other] = (await Promise.all([
    seat("kontiolahti"),
    seat("puheenjohtaja"),
    seat("puheenjohtaja", { width: 390, height: 844 }),
  ])) as [Page, Page, Page];
  for (const page of [own, chair, other]) await page.goto(meeting);
  await expect(state(chair)).toBeDisabled();

  // By keys alone; the others' positions are seen after one's own.
  await answers(origin, "joensuu", meeting, "support");
  const joensuu = card(own).getByRole("listitem").filter({ hasText: "Joensuu" });
  await expect(joensuu).toContainText("vastannut");
  await card(own).getByRole("radio").first().focus();
  await own.keyboard.press("ArrowDown");
  await own.keyboard.press("ArrowUp");
  await own.keyboard.press("Enter");
  await expect(card(own)).toContainText("Osapuolesi kanta: kannattaa");
  await expect(joensuu).toContainText("kannattaa");

  const liperi = await seat("liperi");
  await liperi.goto(`${meeting}/seat`);
  await liperi.getByRole("button", { name: "Näytä koodi" }).click();
  const code = await liperi.getByRole("link", { name: /^Avaa sama paikka/ }).getAttribute("href");
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "fi-FI" });
  const telephone = await context.newPage();
  await telephone.goto(code!);
  await telephone.getByRole("button", { name: "Olen paikalla" }).click();
  const line = chair.locator(".meeting-person", { hasText: "Liperi" });
  await expect(line).toContainText("puhelimella");
  await expect(line).not.toContainText("yhteys poikki");
  // A reservation needs its reason: what was chosen stays.
  await telephone.getByRole("radio", { name: /^kysyttävää/ }).check();
  await telephone.getByRole("button", { name: "Lähetä kanta" }).click();
  await expect(telephone.getByRole("radio", { name: /^kysyttävää/ })).toBeChecked();
  await telephone.getByLabel(/Perustelu/).fill("Rahoitus ratkeaa myöhemmin (esimerkki).");
  await telephone.getByRole("button", { name: "Lähetä kanta" }).click();
  await expect(telephone.getByText("Osapuolesi kanta: ")).toBeVisible();
  await expectNoSidewaysScroll(telephone);
  await expectAccessible(telephone);

  for (const { slug } of MUNICIPALITIES)
    if (!["joensuu", "kontiolahti", "liperi"].includes(slug)) await answers(origin, slug, meeting, "support");
  for (const page of [chair, other])
    await expect(state(page)).toHaveAccessibleName("Totea lopputulos: yhteisymmärrys, varaumia kirjattiin");
  await Promise.all([chair, other].map((page) => state(page).click()));
  for (const page of [chair, other, secretary, own])
    await expect(card(page)).toContainText(/Päätös \d+\/\d+: yhteisymmärrys, varaumia kirjattiin/);
  await expectNoSidewaysScroll(other);
  await expectAccessible(other);

  await card(chair).getByRole("link", { name: "Avaa päätös" }).click();
  await expect(chair.getByText("kaikki täsmää")).toBeVisible();
  await expect(chair.getByText("Rahoitus ratkeaa myöhemmin (esimerkki).")).toBeVisible();
  const bundle = info.outputPath("todistepaketti.zip");
  const [download] = await Promise.all([
    chair.waitForEvent("download"),
    chair.getByRole("link", { name: "Todistepaketti (zip)" }).click(),
  ]);
  await download.saveAs(bundle);
  // Fails with the command's own words unless it ends with 0.
  execFileSync(process.execPath, ["server/verify.js", bundle], { cwd: ROOT });
  await chair.goto(`/decisions?q=${encodeURIComponent("lautakunnan")}`);
  await expect(chair.getByRole("link", { name: /^Päätös \d+\// })).toHaveCount(1);
  await context.close();
});
