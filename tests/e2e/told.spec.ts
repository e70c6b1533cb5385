/** Goal: somebody is asked, reads one calm mail, answers from it without signing in, and what follows links by itself changes nothing. */
import { cookieOf, DEMO_SLUG, expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

test("asked by the secretary, a party answers from the mailed link and takes it back", async ({
  seat,
  server,
  browser,
}) => {
  const { origin } = server;
  const ask = await fetch(`${origin}/drafts/${DEMO_SLUG}/positions?index`, {
    method: "POST",
    body: new URLSearchParams({ intent: "ask", dueOn: "2099-05-20", message: "Kokous on pian." }),
    headers: { Origin: origin, Cookie: await cookieOf(origin, "sihteeri") },
    redirect: "manual",
  });
  expect(ask.status).toBeLessThan(400);

  const liperi = await seat("liperi", { width: 390, height: 800 });
  // Other stories of this server send mail too.
  const mail = liperi.locator(".outbox__text", { hasText: "Kokous on pian." }).first();
  await expect(async () => {
    await liperi.goto("/outbox?mine");
    expect(await mail.count()).toBe(1);
  }).toPass({ timeout: 30_000 });
  await expectAccessible(liperi);
  await expectNoSidewaysScroll(liperi);
  const text = (await mail.textContent()) ?? "";
  const link = /\/links\/[\w-]+/.exec(text)![0];
  const stop = /\/unsubscribe\/[\w-]+/.exec(text)![0];

  await liperi.goto("/");
  await expect(liperi.getByRole("heading", { name: "Odottaa minua" })).toBeVisible();
  await expect(liperi.getByRole("link", { name: /Ilmoitukset: \d+ uu/ })).toBeVisible();
  await expectAccessible(liperi);
  await liperi.goto("/notifications");
  await expectAccessible(liperi);
  await expectNoSidewaysScroll(liperi);

  const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.goto(link);
  expect(await context.cookies()).toEqual([]);
  expect(await page.locator("input[type=radio]:checked").count()).toBe(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Lähetä kannat" }).click();
  await expect(page.getByText("Mitään ei lähetetty")).toBeVisible();
  await page
    .locator("[data-category]")
    .first()
    .getByRole("radio", { name: /^kannattaa/ })
    .check();
  await page.getByRole("button", { name: "Lähetä kannat" }).click();
  await expect(page.getByRole("heading", { name: "Kannat on annettu" })).toBeVisible();
  await page.getByRole("button", { name: "Kumoa" }).click();
  await expect(page.getByText("Vastaus on kumottu")).toBeVisible();

  await page.goto(stop);
  await page.getByRole("button", { name: "Tallenna valinta" }).click();
  await expect(page.getByText("Mitään ei muutettu")).toBeVisible();
  await expectAccessible(page);
  await context.close();
  // A mail program's one press says no origin.
  const press = { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) };
  expect((await fetch(origin + stop, press)).status).toBe(200);
  expect((await fetch(origin + link, press)).status).toBe(403);
  await liperi.goto("/notifications");
  await expect(liperi.getByRole("radio", { name: /^Ei sähköpostia/ }).first()).toBeChecked();
});
