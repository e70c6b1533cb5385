/** Goal: versions hold, their differences are told truly, and restoring goes forward. */
import { canonicalSplit, sha256Hex } from "../../app/domain/split/canonical";
import { card, choose, cookieOf, DEMO_SLUG, expect, lane, openBoard, saved, test } from "./fixtures";

test("the two real versions differ in exactly six facts", async ({ seat }) => {
  const page = await seat("liperi");
  await page.goto(`/drafts/${DEMO_SLUG}/compare?from=1&to=2`);
  const told = page.locator(".change-list li");
  await expect(told).toHaveCount(6);
  const text = (await page.locator(".change-list").innerText()).replace(/\s+/g, " ");
  expect(text).toContain("Ikäihmisten toiminta (mm. eläkeläisjärjestöt)");
  expect(text).toContain("Osallisuus ja virkistystoiminta (mm. eläkeläisjärjestöt)");
  expect(text).toContain("Ikäihmisten ja muiden kotona asumisen tukemiseen liittyvä toiminta");
  expect(text).toContain("Sotepalveluihin kiinnittyvä toimintakyvyn tukemiseen");
  expect(text).toContain("Sotepalveluihin kiinnittyvä työtoiminnan tukeminen");
  await page.goto(`/drafts/${DEMO_SLUG}/compare?from=2&to=2`);
  await expect(page.locator(".change-list li")).toHaveCount(0);
});

test("a version is frozen, the draft goes on, and restoring brings the version's text forward", async ({
  seat,
  draft,
}) => {
  const page = await seat("hyvinvointialue");
  await openBoard(page, draft);
  await choose(page, "food-aid", "Siirrä…", /Hyvinvointialue/);
  await expect(saved(page)).toBeVisible();
  await page.goto(`${draft}/versions`);
  await page.getByLabel("Version nimi").fill("Kokouksen jälkeen");
  await page.getByRole("button", { name: /^Jäädytä/ }).click();
  await expect(page.getByText("Kokouksen jälkeen").first()).toBeVisible();

  await openBoard(page, draft);
  await choose(page, "food-aid", "Siirrä…", /Molemmat/);
  await expect(saved(page)).toBeVisible();
  const number = 1;
  await page.goto(`${draft}/compare?from=${number}&to=live`);
  await expect(page.locator(".change-list li")).toHaveCount(1);
  await expect(page.locator(".change-list")).toContainText("Ruoka-apu");

  await page.goto(`${draft}/versions/${number}/restore`);
  await page.getByRole("button", { name: /^Palauta/ }).click();
  await openBoard(page, draft);
  await expect(lane(page, "region").locator('[data-category="food-aid"]')).toBeVisible();
});

test("a restore reaches those who have the board open", async ({ seat, draft }) => {
  const region = await seat("hyvinvointialue");
  const liperi = await seat("liperi");
  await region.goto(`${draft}/versions`);
  await region.getByLabel("Version nimi").fill("Lähtökohta");
  await region.getByRole("button", { name: /^Jäädytä/ }).click();
  await openBoard(liperi, draft);
  await choose(liperi, "culture", "Siirrä…", /Molemmat/);
  await expect(saved(liperi)).toBeVisible();
  await region.goto(`${draft}/versions/1/restore`);
  await region.getByRole("button", { name: /^Palauta/ }).click();
  await expect(lane(liperi, "municipality").locator('[data-category="culture"]')).toBeVisible();
});

test("the API gives the live split as canonical JSON to whoever may read it", async ({ server }) => {
  const address = `${server.origin}/api/drafts/${DEMO_SLUG}`;
  expect((await fetch(address)).status).toBe(401);
  const answer = await fetch(address, { headers: { Cookie: await cookieOf(server.origin, "tarkkailija") } });
  expect(answer.status).toBe(200);
  const draft = (await answer.json()) as Record<string, never> & { categories: Record<string, unknown>[] };
  expect(Object.keys(draft).sort()).toEqual(["categories", "documentId", "kind", "slug", "title", "version"]);
  expect(draft.version).toBe(2);
  expect(draft.categories.filter((c) => c.status !== "removed")).toHaveLength(22);
  expect(Object.keys(draft.categories[0]!).sort()).toEqual(
    ["id", "label", "legalBasis", "order", "question", "rationale", "sides", "status", "wish"].sort(),
  );
  expect(draft.categories.find((c) => c.id === "work-activity")).toMatchObject({
    question: { text: "" },
    wish: "kuntajohtajat",
  });
});

test("a frozen version's fingerprint is of the text it shows", async ({ seat, server }) => {
  const page = await seat("liperi");
  await page.goto(`/drafts/${DEMO_SLUG}/versions/2`);
  const shown = ((await page.locator("main").textContent()) ?? "").match(/[0-9a-f]{64}/)?.[0];
  const answer = await fetch(`${server.origin}/api/drafts/${DEMO_SLUG}`, {
    headers: { Cookie: await cookieOf(server.origin, "liperi") },
  });
  const { categories } = (await answer.json()) as { categories: never[] };
  expect(shown).toBe(
    sha256Hex(
      canonicalSplit({
        categories: categories.map(({ wish, ...category }: { wish: unknown }) => category) as never,
      }),
    ),
  );
});

test("the history says who changed what, by the server's word", async ({ seat, draft }) => {
  const page = await seat("liperi");
  await openBoard(page, draft);
  await choose(page, "food-aid", "Siirrä…", /Hyvinvointialue/);
  await expect(saved(page)).toBeVisible();
  await card(page, "food-aid").locator(".board-card__label").click();
  const history = page.locator(".history");
  await expect(history).toContainText("Liperin edustaja", { timeout: 10_000 });
});
