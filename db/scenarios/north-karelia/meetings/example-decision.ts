/** The example's decision: put forward, answered by every party, stated and sealed, with real hashes. */
import { randomBytes, randomUUID } from "node:crypto";
import {
  canonicalSealContent,
  type DecisionContent,
  nameHash,
  SEAL_VERSION,
  sealOf,
} from "../../../../app/domain/decisions/seal";
import { sha256Hex } from "../../../../app/domain/split/canonical";
import type { ScenarioContext } from "../../scenario-context";
import { PARTIES, REGION } from "../parties";
import { SEATS } from "../seats";
import { TABLES } from "../table-background";
import {
  at,
  DECIDED_ITEM,
  DECISION_TEXT,
  EXAMPLE_DRAFT,
  EXAMPLE_SLUG,
  EXAMPLE_TITLE,
  ITEMS,
  POSITIONS,
  PRESENT,
  STATEMENT,
} from "./example-facts";
import type { Place } from "./ids";
import type { WrittenVersion } from "./write-split";

const TABLE = "kumppanuuspoyta";
const OPENED = at("9.26");
const STATED = at("9.35");
/** More than half of fifteen. */
const QUORUM = 8;
const SALT_BYTES = 16;

export interface Deciding {
  meetingId: string;
  itemId: string;
  draftId: string;
  version: WrittenVersion;
}

/** The seat that gives a party's word. */
const speakerOf = (party: string) =>
  SEATS.find((seat) => seat.party === party && seat.speaks)?.seat ?? "hyvinvointialue";
const nameOf = (seat: string) => SEATS.find((one) => one.seat === seat)?.name ?? "";

/** One after the other, in the order of the parties. */
const ANSWERS = PARTIES.map(({ slug }, index) => {
  const { value, reason = "", how = "seat" } = POSITIONS[slug] ?? { value: "support" as const };
  return { party: slug, value, reason, how, givenAt: new Date(at("9.28").getTime() + index * 10_000) };
});

export async function seedDecision(context: ScenarioContext, place: Place, given: Deciding): Promise<void> {
  const { db } = context;
  const { meetingId, itemId, draftId, version } = given;
  const tableId = place.table(TABLE);
  const { id: subjectId } = await db
    .insertInto("proposed_decisions")
    .values({
      ...{ table_id: tableId, meeting_id: meetingId, item_id: itemId, draft_id: draftId },
      ...{ version_id: version.id, version_sha256: version.sha256, text: DECISION_TEXT, quorum: QUORUM },
      entitled: JSON.stringify(PARTIES.map(({ slug }) => place.party(slug))),
      ...{ reveal: "afterOwn", silence: "waits", due_at: null, replaces: null, corrects: null },
      ...{ opened_by: place.person("puheenjohtaja"), opened_at: OPENED, is_example: true },
      key: "seed-example-decision",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("decision_positions")
    .values(
      ANSWERS.map(({ party, value, reason, how, givenAt }) => ({
        ...{ proposed_decision_id: subjectId, party_id: place.party(party), value, reason, how },
        told_by: how === "told" ? nameOf(speakerOf(party)) : null,
        given_by: place.person(how === "told" ? "sihteeri" : speakerOf(party)),
        ...{ given_at: givenAt, is_example: true, key: `seed-position-${party}` },
      })),
    )
    .execute();
  await db
    .insertInto("decision_statements")
    .values({
      ...{ proposed_decision_id: subjectId, party_id: place.party(STATEMENT.party), kind: "supplementary" },
      ...{ text: STATEMENT.text, given_by: place.person(STATEMENT.party), given_at: at("9.32") },
      ...{ is_example: true, key: "seed-example-statement" },
    })
    .execute();
  const decisionId = randomUUID();
  const [chair, secretary] = [
    await sealedName(context, place, "puheenjohtaja"),
    await sealedName(context, place, "sihteeri"),
  ];
  const content = contentOf(decisionId, given, {
    statedBy: { role: "chair", party: "joensuu", nameHash: chair },
    recordedBy: { role: "secretary", party: "region", nameHash: secretary },
  });
  await db
    .insertInto("decisions")
    .values({
      ...{ id: decisionId, table_id: tableId, number: 1, year: 2022, proposed_decision_id: subjectId },
      ...{ seal_id: await seal(context, tableId, content), outcome: content.outcome, corrects_id: null },
      ...{ stated_by: place.person("puheenjohtaja"), stated_at: STATED, key: "seed-example-stated" },
    })
    .execute();
}

/** A name and its salt beside the seal, where they can be erased. Answers the hash that the seal holds. */
async function sealedName({ db }: ScenarioContext, place: Place, seat: string): Promise<string> {
  const [name, salt] = [nameOf(seat), randomBytes(SALT_BYTES).toString("hex")];
  const hash = nameHash(name, salt);
  await db
    .insertInto("sealed_names")
    .values({
      ...{ name_hash: hash, table_id: place.table(TABLE), person_id: place.person(seat), name, salt },
      created_at: STATED,
    })
    .execute();
  return hash;
}

/** The first seal of the table's chain. */
async function seal({ db }: ScenarioContext, tableId: string, content: DecisionContent): Promise<string> {
  const text = canonicalSealContent(content);
  const made = sealOf({
    ...{ version: SEAL_VERSION, table: TABLE, place: 1, kind: "decision" },
    ...{ contentSha256: sha256Hex(text), previousSha256: null, sealedAt: STATED.toISOString() },
  });
  const { id } = await db
    .insertInto("seals")
    .values({
      ...{ table_id: tableId, place: made.place, kind: made.kind, content: text },
      ...{ content_sha256: made.contentSha256, previous_sha256: null, sealed_at: STATED },
      sha256: made.sha256,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

function contentOf(
  decisionId: string,
  { version }: Deciding,
  sealed: Pick<DecisionContent, "statedBy" | "recordedBy">,
): DecisionContent {
  const present = new Set(PRESENT.map(({ seat }) => SEATS.find((one) => one.seat === seat)?.party));
  return {
    ...{ kind: "decision", decisionId, number: "1/2022", region: REGION.slug, text: DECISION_TEXT },
    table: { slug: TABLE, name: TABLES[TABLE].name.fi },
    meeting: {
      ...{ slug: EXAMPLE_SLUG, number: "9/2022" },
      item: { number: DECIDED_ITEM, title: ITEMS[DECIDED_ITEM - 1]?.title.fi ?? "" },
    },
    draft: { slug: EXAMPLE_DRAFT, title: EXAMPLE_TITLE.fi },
    frozenVersion: { number: version.number, sha256: version.sha256, logPosition: version.seq },
    ...{ openedAt: OPENED.toISOString(), quorum: QUORUM, silence: "waits" },
    entitled: PARTIES.map(({ slug }) => slug),
    positions: ANSWERS.map(({ givenAt, ...one }) => ({
      ...{ ...one, givenAt: givenAt.toISOString(), isExample: true },
    })),
    statements: [{ ...STATEMENT, kind: "supplementary", givenAt: at("9.32").toISOString(), isExample: true }],
    presentParties: PARTIES.map(({ slug }) => slug).filter((slug) => present.has(slug)),
    ...{ outcome: "consensusWithReservations", statedAt: STATED.toISOString() },
    ...sealed,
    ...{ corrects: null, isExample: true },
  };
}
