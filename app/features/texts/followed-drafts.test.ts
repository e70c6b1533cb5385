/** Goal: a text follows the live drafts that it shows, within the seats of a connection. Method: the pure choice. */
import { expect, it } from "vitest";
import { ROOMS_PER_SOCKET_MAX } from "../../protocol/limits";
import type { EmbeddedDraft } from "../../protocol/text-data";
import { FOLLOWED_DRAFTS_MAX, followedDocuments } from "./followed-drafts";

const shown = (documentId: string, version: number | null = null): EmbeddedDraft => ({
  ...{ ok: true, kind: "split", title: { fi: documentId }, version, documentId, split: { categories: [] } },
});

it("follows live drafts once each, never the text itself, a frozen version, or what cannot be read", () => {
  const blocks = {
    ...{ a: shown("a"), own: shown("own"), "b@2": shown("b", 2), gone: { ok: false } as const },
    ...{ again: shown("a"), c: shown("c") },
  };
  expect(followedDocuments(blocks, "own")).toEqual(["a", "c"]);
});

it("leaves seats for the text itself, for the page that was left, and for the next one", () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`d${n}`, shown(`d${n}`)]));
  expect(followedDocuments(many, "own")).toHaveLength(FOLLOWED_DRAFTS_MAX);
  expect(FOLLOWED_DRAFTS_MAX + 3).toBeLessThanOrEqual(ROOMS_PER_SOCKET_MAX);
});
