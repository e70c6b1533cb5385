import { expect, expectAccessible, expectNoSidewaysScroll, forgive, refused, test } from "./fixtures";

const MEETINGS = "/tables/kumppanuuspoyta/meetings";
const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

test("a meeting is called, its agenda is put in order by keys, a file is attached, and the invitation goes", async ({
  seat,
}) => {
  const secretary = await seat("sihteeri");
  await secretary.goto(MEETINGS);
  await secretary.getByRole("link", { name: "Uusi kokous" }).click();

  // What is wrong is told at its field, and what was typed stays.
  await secretary.getByLabel("Paikka").fill("Ilosaarentalo");
  await secretary.getByRole("button", { name: "Luo kokous" }).click();
  await expect(secretary.getByText("Kirjoita päivä, joka on kalenterissa.")).toBeVisible();
  await expect(refused(secretary)).toBeFocused();
  forgive(secretary); // the browser puts the refusal's status on its console
  await expect(secretary.getByLabel("Paikka")).toHaveValue("Ilosaarentalo");
  const year = new Date().getFullYear() + 1;
  await secretary.getByLabel("Numero").fill("1");
  await secretary.getByLabel("Vuosi").fill(String(year));
  await secretary.getByLabel("Päivä").fill(`${year}-05-20`);
  await secretary.getByLabel("Alkaa klo").fill("13:00");
  await secretary.getByLabel("Päättyy klo").fill("15:00");
  await secretary.getByLabel("Läsnäkokous").check();
  await secretary.getByRole("button", { name: "Luo kokous" }).click();
  await expect(secretary.getByText("Kokous on luotu.")).toBeVisible();
  await expect(secretary.locator(".agenda-row")).toHaveCount(6);
  // The record of the last meeting came by itself.
  await expect(secretary.locator(".agenda-row").nth(1)).toContainText("Edellisen kokouksen 9/2022");

  await secretary.getByText("Lisää asia").first().click();
  await secretary.getByLabel("Otsikko", { exact: true }).last().fill("Avustusten jako");
  await secretary.getByRole("button", { name: "Lisää asia" }).click();
  const row = secretary.locator(".agenda-row", { hasText: "Avustusten jako" });
  await expect(row.getByRole("heading")).toHaveText("3. Avustusten jako");

  // The button keeps the focus, so that it can be pressed again; the keys do the same.
  const down = row.getByRole("button", { name: "Siirrä alas: Avustusten jako" });
  await down.press("Enter");
  await expect(secretary.getByRole("status")).toContainText("Avustusten jako on nyt kohdassa 4/7.");
  await expect(down).toBeFocused();
  await down.press("Alt+ArrowUp");
  await expect(row.getByRole("heading")).toHaveText("3. Avustusten jako");

  await row.getByText("Lisää liite").click();
  const name = "Tiedosto";
  await row
    .getByLabel(name)
    .setInputFiles({ name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from("x") });
  await row.getByRole("button", { name: "Liitä tiedosto" }).click();
  await expect(secretary.getByText("Tätä tiedostoa ei voi liittää.")).toBeVisible();
  forgive(secretary);
  // News of another's deed make the page ask anew: the refusal and the open form stay.
  let isAway = false;
  await secretary.route(/[?&]_data=/, (route) =>
    isAway ? route.fulfill({ status: 503, body: "starting" }) : route.continue(),
  );
  const item = ((await row.getAttribute("id")) ?? "").replace("item-", "");
  for (const [intent, heading] of [
    ["move-down", "4. Avustusten jako"],
    ["move-up", "3. Avustusten jako"],
  ] as const) {
    const { origin } = new URL(secretary.url());
    const sent = await secretary.request.post(`/meetings/kumppanuuspoyta-1-${year}/settings`, {
      form: { item, intent },
      headers: { origin },
    });
    expect(sent.status()).toBe(200);
    // The second time the server starts again just then: the page waits, says so, and comes by itself.
    if (intent === "move-up") await expect(secretary.getByText("Palvelin ei vastaa.")).toBeVisible();
    isAway = false;
    await expect(row.getByRole("heading")).toHaveText(heading);
    await expect(secretary.getByText("Palvelin ei vastaa.")).toHaveCount(0);
    await expect(secretary.getByText("Tätä tiedostoa ei voi liittää.")).toBeVisible();
    isAway = true;
  }
  await secretary.unroute(/[?&]_data=/);
  forgive(secretary);
  await row.getByLabel(name).setInputFiles({ name: "Esitys.pdf", mimeType: "application/pdf", buffer: PDF });
  await row.getByRole("button", { name: "Liitä tiedosto" }).click();
  await expect(row.getByRole("link", { name: "Liite 1: Esitys, PDF" })).toBeVisible();
  await expectAccessible(secretary);

  await secretary.getByRole("button", { name: "Lähetä kutsu" }).click();
  await expect(secretary.getByText(/^Kutsu on lähetetty \d/)).toBeVisible();
  await expect(async () => {
    await secretary.goto("/outbox");
    await expect(secretary.getByText("Liite: meeting.ics").first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });

  const reader = await seat("liperi", { width: 390, height: 844 });
  await reader.goto("/");
  await reader.getByRole("link", { name: `Järjestöjen kumppanuuspöytä, kokous 1/${year}` }).click();
  await reader.goto(MEETINGS);
  await reader.getByRole("link", { name: `Esityslista: Kokous 1/${year}` }).click();
  await expect(reader.getByRole("heading", { name: "3. Avustusten jako" })).toBeVisible();
  await expectNoSidewaysScroll(reader);
  await expectAccessible(reader);
  await reader.goto("/calendars");
  await reader.getByRole("button", { name: "Luo kalenterin osoite" }).click();
  const address = new URL(await reader.getByRole("textbox", { name: "Kalenterin osoite" }).inputValue())
    .pathname;
  const calendar = await reader.request.get(address);
  expect(calendar.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await calendar.text()).toContain(`DTSTART:${year}0520T100000Z`);
  await reader.getByRole("button", { name: "Poista käytöstä: Kaikki pöytäni" }).click();
  await expect(reader.getByText("Osoite ei ole enää käytössä.")).toBeVisible();
  expect((await reader.request.get(address)).status()).toBe(404);
});

test("a statement round goes to a coming meeting in one click, also without JavaScript, and once", async ({
  seat,
}) => {
  const secretary = await seat("sihteeri", { javaScript: false });
  for (const _ of ["once", "again"]) {
    await secretary.goto("/rounds/esimerkkikierros");
    await secretary.getByRole("button", { name: "Lisää esityslistalle" }).click();
    await expect(secretary.getByText("Asia on esityslistalla.")).toBeVisible();
  }
  const rows = secretary.locator(".agenda-row", { hasText: "Esimerkki: lausuntokierros" });
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole("link", { name: /^Liite \d+: / })).toBeVisible();
});
