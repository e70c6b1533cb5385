import { afterAll, beforeAll, expect, test } from "vitest";
import { nameHash, SEAL_VERSION, type Seal } from "../../app/domain/decisions/seal";
import { parseDecisionContent } from "../../app/domain/decisions/seal-schema";
import { brokenLink } from "../../app/domain/decisions/verify-chain";
import { isPresentAt, presenceOf, presentParties } from "../../app/domain/meetings/attendance";
import { needsReason } from "../../app/domain/positions/position";
import { canonicalJson, sha256Hex } from "../../app/domain/split/canonical";
import { changesInRanges, itemRanges } from "../../server/queries/item-changes.server";
import { meetingEvents } from "../../server/queries/meeting-events.server";
import type { Services } from "../../server/services";
import { freshDatabase, type TestDatabase } from "../support/database";
import { openServices } from "../support/services";

let database: TestDatabase;
let services: Services & { close(): Promise<void> };
let meetingId: string;
beforeAll(async () => {
  database = await freshDatabase({ scenario: "north-karelia" });
  services = await openServices(database);
  ({ id: meetingId } = await database.db
    .selectFrom("meetings")
    .select("id")
    .where("slug", "=", "kumppanuuspoyta-9-2022")
    .where("is_example", "=", true)
    .executeTakeFirstOrThrow());
});
afterAll(async () => {
  await services.close();
  await database.close();
});

const proposed = () =>
  database.db
    .selectFrom("proposed_decisions")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .executeTakeFirstOrThrow();
const sealed = async () => {
  const row = await database.db
    .selectFrom("decisions")
    .innerJoin("seals", "seals.id", "decisions.seal_id")
    .innerJoin("tables", "tables.id", "decisions.table_id")
    .selectAll("seals")
    .select(["decisions.id as decisionId", "decisions.outcome", "tables.slug as table"])
    .executeTakeFirstOrThrow();
  return { row, content: parseDecisionContent(row.content) };
};

test("the example decision is sealed with hashes that hold (D5)", async () => {
  const { row, content } = await sealed();
  expect(canonicalJson(content)).toBe(row.content);
  expect(sha256Hex(row.content)).toBe(row.content_sha256);
  const seal: Seal = {
    ...{ version: SEAL_VERSION, table: row.table, place: row.place, kind: row.kind, sha256: row.sha256 },
    ...{ contentSha256: row.content_sha256, previousSha256: row.previous_sha256 },
    sealedAt: row.sealed_at.toISOString(),
  };
  expect(brokenLink([seal])).toBeNull();
  expect(content.decisionId).toBe(row.decisionId);
  expect(content.outcome).toBe(row.outcome);
});

test("its names are hashes, and the names themselves are those of seats", async () => {
  const { content } = await sealed();
  const names = await database.db.selectFrom("sealed_names").selectAll().execute();
  for (const { nameHash: hash } of [content.statedBy, content.recordedBy]) {
    const row = names.find((one) => one.name_hash === hash);
    expect(nameHash(row?.name ?? "", row?.salt ?? "")).toBe(hash);
  }
  expect(names.map(({ name }) => name).sort()).toEqual(["Puheenjohtaja", "Sihteeri"]);
});

test("the seal says what the rows say: fifteen positions on the frozen version, the statement, who was there", async () => {
  const { content } = await sealed();
  const subject = await proposed();
  const { db } = database;
  const version = await db
    .selectFrom("versions")
    .selectAll()
    .where("id", "=", subject.version_id)
    .executeTakeFirstOrThrow();
  expect(sha256Hex(version.content)).toBe(version.sha256);
  expect(content.frozenVersion).toEqual({
    ...{ number: version.number, sha256: version.sha256, logPosition: version.seq },
  });
  const rows = await db
    .selectFrom("decision_positions as p")
    .innerJoin("parties", "parties.id", "p.party_id")
    .selectAll("p")
    .select(["parties.slug", "parties.id as partyId"])
    .where("proposed_decision_id", "=", subject.id)
    .orderBy("p.n")
    .execute();
  expect(rows).toHaveLength(15);
  expect(rows.filter((row) => row.value && needsReason(row.value) && !row.reason)).toEqual([]);
  expect(content.positions).toEqual(
    rows.map(({ slug: party, value, reason, how, given_at, is_example: isExample }) => ({
      ...{ party, value, reason, how, givenAt: given_at.toISOString(), isExample },
    })),
  );
  const participants = await db
    .selectFrom("participants")
    .select(["id", "party_id as partyId", "list"])
    .where("meeting_id", "=", meetingId)
    .execute();
  const here = presentParties(participants, await meetingEvents(db, meetingId), {
    ...{ at: content.statedAt, itemId: subject.item_id },
  });
  expect(new Set(content.presentParties)).toEqual(
    new Set(rows.filter(({ partyId }) => here.has(partyId)).map(({ slug }) => slug)),
  );
  expect(here.size).toBe(13);
});

test("who came late and who left early did so during an item", async () => {
  const events = await meetingEvents(database.db, meetingId);
  const presence = presenceOf(events);
  const late = events.filter(({ kind, at }) => kind === "left" || (kind === "arrived" && at > events[0]!.at));
  expect(late).toHaveLength(2);
  expect(late.every((event) => "itemId" in event && event.itemId !== null)).toBe(true);
  const [came] = late;
  if (came?.kind !== "arrived") throw new Error("the first is no arrival");
  expect(isPresentAt(presence.get(came.participantId), "2022-09-14T06:11:00.000Z")).toBe(false);
  expect(isPresentAt(presence.get(came.participantId), "2022-09-14T06:12:00.000Z")).toBe(true);
});

test("its item has the two changes of its own draft", async () => {
  const { item_id: itemId, draft_id: draftId } = await proposed();
  const draft = await database.db
    .selectFrom("drafts")
    .select("document_id")
    .where("id", "=", draftId)
    .executeTakeFirstOrThrow();
  const ranges = itemRanges(await meetingEvents(database.db, meetingId));
  const changes = await changesInRanges(services, draft.document_id, ranges.get(itemId ?? "") ?? []);
  expect(changes.map(({ change, wish }) => [change.categoryId, change.kind, wish])).toEqual([
    ["briefing", "moved", "Liperi (esimerkki)"],
    ["online-support", "added", null],
  ]);
});

test("every word of it says that it is an example (T1)", async () => {
  const { db } = database;
  const subject = await proposed();
  expect(subject.is_example).toBe(true);
  expect(subject.text).toMatch(/^Esimerkki/);
  const said = await db
    .selectFrom("decision_positions")
    .select(["reason as text", "is_example"])
    .unionAll(db.selectFrom("decision_statements").select(["text", "is_example"]))
    .execute();
  expect(said.filter(({ is_example }) => !is_example)).toEqual([]);
  expect(said.filter(({ text }) => text && !text.startsWith("Esimerkki"))).toEqual([]);
});
