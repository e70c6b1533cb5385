/**
 * Goal: parties are asked about a text as a whole, on its last frozen version, with positions, proposals and rounds as for splits.
 * Method: real Postgres and the real live documents in this process; commands and the queries of their pages.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { textChanges } from "../../app/domain/text/diff-changes";
import type { BlockNode } from "../../app/domain/text/text";
import { ApiPositions } from "../../app/protocol/api-answers";
import { givePosition } from "../../server/commands/positions/give-position.server";
import { keepPosition } from "../../server/commands/positions/keep-position.server";
import { makeProposal } from "../../server/commands/positions/make-proposal.server";
import { openRound } from "../../server/commands/statements/open-round.server";
import { apiPositions } from "../../server/queries/api-positions.server";
import { givePositions } from "../../server/queries/give-positions.server";
import { positionsPage } from "../../server/queries/positions-page.server";
import { roundPage } from "../../server/queries/round-page.server";
import { openPositionWorld, type PositionWorld, type Seat } from "../support/position-world";
import { A, B, newText, p, type TextDraft, textOf } from "../support/text-draft";

let world: PositionWorld;
let slug: string;
let draft: TextDraft;
const seat = (name: Seat) => world.seats[name];
const { write, freeze, rowOf } = {
  write: (...content: BlockNode[]) => draft.write(...content),
  freeze: (...args: Parameters<TextDraft["freeze"]>) => draft.freeze(...args),
  rowOf: (number: number) => draft.version(number),
};

beforeAll(async () => {
  world = await openPositionWorld();
});
afterAll(async () => {
  await world?.close();
});
beforeEach(async () => {
  draft = await newText(world);
  slug = draft.slug;
});

describe("P8: positions on a text", () => {
  const giveOn = (who: Seat, shownHash: string, value = "support") =>
    givePosition(world.services, seat(who), { slug, categoryId: null, value, reason: "", shownHash });

  test("are given on the last frozen version; before it there is none to give on", async () => {
    expect(await giveOn("liperi", "")).toMatchObject({ ok: false, error: "positions.errors.notFrozen" });
    expect(await givePositions(world.services, seat("liperi"), slug)).toMatchObject({
      frozen: null,
      asked: 1,
    });
    await freeze();
    const { sha256 } = await rowOf(1);
    expect(await giveOn("liperi", "0".repeat(64))).toMatchObject({ error: "positions.errors.textChanged" });
    expect(await giveOn("liperi", sha256)).toMatchObject({ ok: true });
    // The live text goes on; the position stands on the version.
    await write(A, B, p("Uusi kappale."));
    const page = await positionsPage(world.services, seat("observer"), slug);
    expect(page).toMatchObject({ rows: [], wholeGroup: "missing", whole: { liperi: { stale: false } } });
  });

  test("P4: a newer version with another text makes one stale with the difference; keeping it makes it current", async () => {
    await freeze();
    await giveOn("liperi", (await rowOf(1)).sha256);
    await freeze("Sama teksti");
    expect((await givePositions(world.services, seat("liperi"), slug)).given).toBe(1);
    await write(A, p("Hakemukseen liitetään talousarvio."));
    await freeze("Toinen teksti");
    const { whole, given } = await givePositions(world.services, seat("liperi"), slug);
    expect(given).toBe(0);
    expect(whole.current).toMatchObject({ stale: true });
    expect(textChanges(whole.difference!).map(({ kind }) => kind)).toEqual(["reworded"]);
    expect(
      await keepPosition(world.services, seat("liperi"), {
        slug,
        categoryId: null,
        shownHash: whole.contentHash,
        positionId: whole.current!.id,
      }),
    ).toMatchObject({ ok: true });
    const api = ApiPositions.parse(await apiPositions(world.services, seat("observer"), slug));
    expect(api.positions).toMatchObject([{ party: "liperi", category: null, stale: false }]);
  });

  test("P6: a proposal is of the whole text, in the version that all stand on", async () => {
    await freeze();
    const { sha256, id } = await rowOf(1);
    await giveOn("liperi", sha256);
    await giveOn("kitee", sha256, "abstain");
    const propose = () =>
      makeProposal(world.services, seat("chair"), { slug, text: "Hyväksytään.", categoryIds: [] });
    expect(await propose()).toMatchObject({ ok: false, error: "positions.errors.notReadyWhole" });
    await giveOn("jane", sha256, "accept");
    expect(await propose()).toMatchObject({ ok: true, version: 1 });
    const rows = await world.db
      .selectFrom("proposals")
      .selectAll()
      .where("draft_id", "=", draft.id)
      .execute();
    expect(rows).toMatchObject([{ version_id: id, category_ids: [] }]);
  });
});

test("R1: a statement round on a text shows the frozen text and asks about the whole", async () => {
  await freeze();
  const opened = await openRound(world.services, seat("preparer"), slug, {
    ...{ version: 1, title: "Lausunto kriteereistä", background: "", dueOn: "2026-03-20" },
    recipients: [world.party.liperi],
    questions: [{ text: "Onko jotakin jäänyt pois?", categoryId: null, partyId: null }],
  });
  if (!opened.ok) throw new Error(opened.error);
  await write(p("Jo aivan toinen teksti."));
  const page = await roundPage(world.services, seat("liperi"), opened.slug);
  expect(page).toMatchObject({ text: textOf(A, B), categories: [], questions: [{ categoryId: null }] });
});
