import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readSplit } from "../../app/collab/documents/split-document";
import { needsReason } from "../../app/domain/positions/position";
import { canonicalSplit, parseCanonicalSplit, sha256Hex } from "../../app/domain/split/canonical";
import { diffSplits, isTold } from "../../app/domain/split/diff";
import { categoriesOn } from "../../app/domain/split/split";
import { isScenario, seedScenario } from "../../db/scenarios";
import { DEMO_DRAFT } from "../../db/scenarios/north-karelia/seed";
import { logOf } from "../../db/scenarios/north-karelia/seed-log";
import { VERSION_ONE, VERSION_TWO } from "../../db/scenarios/north-karelia/split";
import { subjectsOfSplit } from "../../server/queries/draft-subjects.server";
import { standing } from "../../server/queries/position-standing.server";
import { freshDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase({ scenario: "north-karelia" });
});
afterAll(() => database.close());

const live = async () => {
  const rows = await database.db
    .selectFrom("document_updates")
    .innerJoin("drafts", "drafts.document_id", "document_updates.document_id")
    .selectAll("document_updates")
    .where("drafts.slug", "=", DEMO_DRAFT)
    .orderBy("seq")
    .execute();
  const doc = new Y.Doc();
  for (const row of rows) Y.applyUpdate(doc, new Uint8Array(row.bytes));
  return { rows, split: readSplit(doc) };
};

describe("the demo of North Karelia", () => {
  test("opens on 12 + 2 + 8 categories with one open question", async () => {
    const { split } = await live();
    expect(categoriesOn(split, "municipality")).toHaveLength(12);
    expect(categoriesOn(split, "both").map((c) => c.id)).toEqual(["events", "spaces"]);
    expect(categoriesOn(split, "region")).toHaveLength(8);
    const onBoard = split.categories.filter((c) => c.status !== "removed");
    expect(onBoard.filter((c) => c.question).map((c) => c.id)).toEqual(["work-activity"]);
  });

  test("keeps the slides' words and places", async () => {
    const { split } = await live();
    const labels = (side: "municipality" | "region") => categoriesOn(split, side).map((c) => c.label.fi);
    expect(labels("municipality").slice(4, 8)).toEqual([
      "Kotoutumisen tukeminen",
      "Ikäihmisten toiminta (mm. eläkeläisjärjestöt)",
      "Osallisuus ja virkistystoiminta (mm. eläkeläisjärjestöt)",
      "Ruoka-apu",
    ]);
    expect(labels("region").slice(3, 6)).toEqual([
      "Mielenterveys- ja päihdepalveluihin kiinnittyvä toiminta ja kriisityö",
      "Sotepalveluihin kiinnittyvä toimintakyvyn tukemiseen",
      "Sotepalveluihin kiinnittyvä työtoiminnan tukeminen",
    ]);
  });

  test("S5: the two real versions differ by exactly the six facts", () => {
    const facts = diffSplits(VERSION_ONE, VERSION_TWO)
      .filter(isTold)
      .map((change) => `${change.categoryId} ${change.kind}`);
    expect(facts.sort()).toEqual([
      "functional-capacity added",
      "home-living-support removed",
      "older-people proposedForRemoval",
      "older-people questionSettled",
      "participation-recreation renamed",
      "work-activity questionRaised",
    ]);
  });

  test("the versions are bound to the log by position, content and hash", async () => {
    const { rows } = await live();
    expect(rows.map((row) => [row.seq, row.origin])).toEqual([
      [1, "seed"],
      [2, "seed"],
    ]);
    const versions = await database.db
      .selectFrom("versions")
      .innerJoin("drafts", "drafts.id", "versions.draft_id")
      .selectAll("versions")
      .where("drafts.slug", "=", DEMO_DRAFT)
      .orderBy("number")
      .execute();
    expect(versions.map((v) => [v.number, v.seq, v.meeting_date])).toEqual([
      [1, 1, null],
      [2, 2, "2022-05-20"],
    ]);
    const doc = new Y.Doc();
    for (const version of versions) {
      Y.applyUpdate(doc, new Uint8Array(rows[version.seq - 1]?.bytes ?? []));
      expect(version.content).toBe(canonicalSplit(readSplit(doc)));
      expect(version.sha256).toBe(sha256Hex(version.content));
      expect(canonicalSplit(parseCanonicalSplit(version.content))).toBe(version.content);
    }
  });

  test("has its seats: fifteen parties, each municipality with one voice, chair and secretary without", async () => {
    const seats = await database.db
      .selectFrom("memberships")
      .innerJoin("persons", "persons.id", "memberships.person_id")
      .innerJoin("tables", "tables.id", "memberships.table_id")
      .leftJoin("parties", "parties.id", "memberships.party_id")
      .select(["persons.demo_seat", "tables.slug as table", "parties.slug as party", "role", "speaks"])
      .execute();
    const home = seats.filter((s) => s.table === "kumppanuuspoyta");
    expect(home).toHaveLength(18);
    const speaking = home.filter((s) => s.speaks).map((s) => s.party);
    expect(new Set(speaking).size).toBe(15);
    expect(speaking).toHaveLength(15);
    const seat = (name: string) => home.find((s) => s.demo_seat === name);
    expect(seat("hyvinvointialue")).toMatchObject({ party: "region", role: "preparer", speaks: true });
    expect(seat("sihteeri")).toMatchObject({ party: "region", role: "secretary", speaks: false });
    expect(seat("puheenjohtaja")).toMatchObject({ party: "joensuu", role: "chair", speaks: false });
    expect(seat("tarkkailija")).toMatchObject({ party: null, role: "observer", speaks: false });
    expect(seats.filter((s) => s.table === "kuntayhteistyoryhma" && s.speaks)).toHaveLength(11);
  });

  test("remembers on whose wish the work activity was added", async () => {
    const remarks = await database.db
      .selectFrom("change_remarks as r")
      .innerJoin("drafts", "drafts.document_id", "r.document_id")
      .select(["category_id", "wish"])
      .where("drafts.slug", "=", DEMO_DRAFT)
      .execute();
    expect(remarks).toEqual([{ category_id: "work-activity", wish: "kuntajohtajat" }]);
  });

  test("shows every group of the finder, and every position is marked as an example", async () => {
    const { db } = database;
    const rows = await db.selectFrom("positions").selectAll().execute();
    expect(rows.filter((row) => !row.is_example)).toEqual([]);
    expect(rows.filter(({ value, reason }) => value && needsReason(value) && reason === "")).toEqual([]);
    const drafts = db.selectFrom("drafts").selectAll().where("slug", "=", DEMO_DRAFT);
    const draft = await drafts.executeTakeFirstOrThrow();
    const place = { id: draft.id, tableId: draft.table_id };
    const { finder, cells, answered } = await standing(db, place, subjectsOfSplit((await live()).split));
    expect(finder.contested).toEqual(["functional-capacity", "work-activity"]);
    expect(finder.oneReservation).toEqual(["spaces"]);
    expect(finder.ready).toHaveLength(5);
    expect(finder.missing).toHaveLength(14);
    expect(answered).toBe(8);
    expect(cells("participation-recreation").kontiolahti?.stale).toBe(true);
    expect(cells("integration-support").raakkyla?.told?.by).toBe("Rääkkylän edustaja");
  });

  test("is the same bytes every time", () => {
    const log = () => logOf([VERSION_ONE, VERSION_TWO]).map(({ bytes }) => sha256Hex(bytes));
    expect(log()).toEqual(log());
  });
});

describe("scenarios", () => {
  test("have names", () => {
    expect(isScenario("north-karelia")).toBe(true);
    expect(isScenario("toString")).toBe(false);
  });

  test("are all or nothing: a failure in the middle leaves an empty database", async () => {
    const fresh = await freshDatabase();
    await fresh.ownerDb.schema.dropTable("change_remarks").execute();
    await expect(seedScenario(fresh.db, "north-karelia")).rejects.toThrow();
    expect(await fresh.db.selectFrom("persons").selectAll().execute()).toEqual([]);
    await fresh.close();
  });

  test("the empty one is empty", async () => {
    const fresh = await freshDatabase({ scenario: "empty" });
    expect(await fresh.db.selectFrom("regions").selectAll().execute()).toEqual([]);
    await fresh.close();
  });
});
