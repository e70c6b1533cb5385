import { expect, expectAccessible, expectNoSidewaysScroll, forgive, test } from "./fixtures";

const INITIATIVE = "/initiatives/valtuustoaloite-jarjestoyhteistyo";

test("a demand is answered with evidence, the summary is published, and anybody reads it", async ({
  seat,
  browser,
  server,
}) => {
  const secretary = await seat("kp-sihteeri");
  await secretary.goto(INITIATIVE);
  await expect(secretary.getByText("Tilat ovat oma tulkinta")).toBeVisible();
  await expect(secretary.locator(".road__step--now")).toHaveCount(2);

  // Without evidence it is not done; what was typed stays.
  await secretary.getByRole("link", { name: /^Muuta vastausta: 1\./ }).click();
  await secretary.getByRole("radio", { name: /^tehty/ }).check();
  await secretary.getByLabel("Vastaus", { exact: true }).fill("Aluehallitus hyväksyi periaatteet.");
  await secretary.getByLabel("Luonnos näyttönä").selectOption("");
  await secretary.getByRole("button", { name: "Tallenna vastaus" }).click();
  await expect(secretary.getByText("Tehty tarvitsee näytön")).toBeVisible();
  forgive(secretary); // the browser puts the refusal's status on its console
  await expect(secretary.getByLabel("Vastaus", { exact: true })).toHaveValue(
    "Aluehallitus hyväksyi periaatteet.",
  );
  await expectAccessible(secretary);
  await secretary.getByLabel("Osoite näyttönä").fill("https://example.org/periaatteet");
  await secretary.getByRole("button", { name: "Tallenna vastaus" }).click();
  const card = secretary.locator("#demand-shared-principles");
  await expect(card.getByText("Aluehallitus hyväksyi periaatteet.")).toBeVisible();
  await expect(card.getByText("Aiemmat vastaukset (1)")).toBeVisible();

  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  });
  const anybody = await context.newPage();
  const closed = await anybody.goto(`/public${INITIATIVE}`);
  expect(closed?.status()).toBe(404);
  await secretary.getByRole("button", { name: "Julkaise tiivistelmä" }).click();
  await expect(secretary.getByText("Tiivistelmä on nyt julkinen.")).toBeVisible();
  const opened = await anybody.goto(`/public${INITIATIVE}`);
  expect(opened?.status()).toBe(200);
  await expect(anybody.getByText("Aluehallitus hyväksyi periaatteet.")).toBeVisible();
  await expect(anybody.getByText("Esitys hyväksyttiin yksimielisesti.")).toBeVisible();
  await expect(anybody.getByText("Keski-Pohjanmaan sihteeri")).toHaveCount(0);
  await expectNoSidewaysScroll(anybody);
  await context.close();
});

test("the 29 recommendations are filtered, and fit a telephone", async ({ seat }) => {
  const page = await seat("liperi", { width: 390, height: 844, language: "sv" });
  await page.goto("/initiatives/jarjestojen-suositukset");
  await expect(page.locator(".demand-card")).toHaveCount(29);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Aktör").selectOption("municipality");
  await page.getByRole("button", { name: "Avgränsa" }).click();
  await expect(page.locator(".demand-card")).toHaveCount(1);
  await expectAccessible(page);
});
