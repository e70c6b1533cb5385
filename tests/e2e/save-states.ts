/** Where the page says how saving stands, and the one change that the tests of it make. */
import type { Locator, Page } from "@playwright/test";
import { choose, lane } from "./fixtures";

/** A server takes its time to come back, and so does a browser. */
export const BACK = { timeout: 30_000 };

export const state = (page: Page, kind: string): Locator => page.locator(`.save-state[data-state="${kind}"]`);
export const notice = (page: Page, text: string): Locator => page.locator(".notice", { hasText: text });
export const inLane = (page: Page, side: "municipality" | "both" | "region", id: string): Locator =>
  lane(page, side).locator(`[data-category="${id}"]`);
export const toRegion = (page: Page, id: string): Promise<void> =>
  choose(page, id, "Siirrä…", /Hyvinvointialue/);
