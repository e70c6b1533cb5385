/** Writes the demo: North Karelia's region, parties, tables and seats, and the draft with its two real versions. */
import { randomUUID } from "node:crypto";
import { SPLIT_SCHEMA_VERSION } from "../../../app/collab/documents/split-document";
import { canonicalSplit, sha256Hex } from "../../../app/domain/split/canonical";
import type { ScenarioContext } from "../scenario-context";
import { seedInitiative } from "../seed-initiative";
import { seedText } from "../seed-text";
import { criteriaText } from "./criteria";
import { seedDiscussion } from "./discussion";
import { DRAFT_BACKGROUND } from "./draft-background";
import { seedMeetings } from "./meetings/seed-meetings";
import { PARTIES, REGION } from "./parties";
import { seedPositions } from "./positions";
import { RECOMMENDATIONS } from "./recommendations";
import { seedRound } from "./round";
import { SEATS, type SeededTable } from "./seats";
import { logOf } from "./seed-log";
import { SIDE_NOTES, VERSION_ONE, VERSION_TWO, WISHES } from "./split";
import { TABLES } from "./table-background";

/** The demo draft's slug. */
export const DEMO_DRAFT = "jarjestoavustusten-jaottelu";
/** Who put the two versions on the table. */
const PREPARER = "hyvinvointialue";

const VERSIONS = [
  { split: VERSION_ONE, label: "Jaottelu ilman kokouksen muutoksia", meetingDate: null },
  { split: VERSION_TWO, label: "Kokouksessa 20.5.2022 esille nousseet muutokset", meetingDate: "2022-05-20" },
];

/** Ids by slug (or by seat) of what was written. */
type Ids = Map<string, string>;

/** The demo scenario. Expects an empty database and a transaction. */
export async function seedNorthKarelia(context: ScenarioContext): Promise<void> {
  const regionId = await seedRegion(context);
  const parties = await seedParties(context, regionId);
  const tables = await seedTables(context, regionId, parties);
  const persons = await seedPersons(context, parties, tables);
  const draftId = await seedDraft(context, tables, persons);
  const of = (ids: Ids) => (name: string) => need(ids, name);
  await seedPositions(context, { draftId, party: of(parties), person: of(persons) });
  const tableId = need(tables, "kumppanuuspoyta");
  const place = { tableId, personId: need(persons, PREPARER) };
  await seedText(context, criteriaText(DEMO_DRAFT), place);
  await seedInitiative(context, RECOMMENDATIONS, { ...place, draftId: null });
  await seedDiscussion(context, { draftId, tableId, party: of(parties), person: of(persons) });
  await seedRound(context, { draft: DEMO_DRAFT, parties, persons });
  await seedMeetings(context, { draftId, table: of(tables), party: of(parties), person: of(persons) });
}

async function seedRegion({ db, now }: ScenarioContext): Promise<string> {
  const { id } = await db
    .insertInto("regions")
    .values({ slug: REGION.slug, name: JSON.stringify(REGION.name), created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function seedParties({ db, now }: ScenarioContext, regionId: string): Promise<Ids> {
  const rows = await db
    .insertInto("parties")
    .values(
      PARTIES.map((party) => ({
        region_id: regionId,
        slug: party.slug,
        kind: party.kind,
        name: JSON.stringify(party.name),
        genitive: party.genitive,
        short_name: party.shortName,
        color: party.color,
        created_at: now,
      })),
    )
    .returning(["id", "slug"])
    .execute();
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/** All fifteen parties at the partnership table, the municipalities alone in the co-operation group. */
async function seedTables({ db, now }: ScenarioContext, regionId: string, parties: Ids): Promise<Ids> {
  const ids: Ids = new Map();
  for (const slug of ["kumppanuuspoyta", "kuntayhteistyoryhma"] satisfies SeededTable[]) {
    const { kind, name, purpose, background } = TABLES[slug];
    const { id } = await db
      .insertInto("tables")
      .values({
        region_id: regionId,
        slug,
        kind,
        name: JSON.stringify(name),
        purpose: JSON.stringify(purpose),
        background: JSON.stringify(background),
        created_at: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    ids.set(slug, id);
    const seated = PARTIES.filter((party) => slug === "kumppanuuspoyta" || party.kind === "municipality");
    await db
      .insertInto("table_parties")
      .values(
        seated.map((party, position) => ({ table_id: id, party_id: need(parties, party.slug), position })),
      )
      .execute();
  }
  return ids;
}

async function seedPersons({ db, now }: ScenarioContext, parties: Ids, tables: Ids): Promise<Ids> {
  const rows = await db
    .insertInto("persons")
    .values(
      SEATS.map(({ seat, name }) => ({
        name,
        // Reaches nobody: so that the outbox shows what would be sent.
        email: `${seat}@esimerkki.invalid`,
        password_hash: null,
        language: "fi",
        demo_seat: seat,
        created_at: now,
      })),
    )
    .returning(["id", "demo_seat"])
    .execute();
  const persons: Ids = new Map(rows.map(({ id, demo_seat }) => [demo_seat ?? "", id]));
  await db
    .insertInto("memberships")
    .values(
      SEATS.flatMap(({ seat, party, role, speaks, tables: at }) =>
        at.map((table) => ({
          person_id: need(persons, seat),
          table_id: need(tables, table),
          party_id: party && need(parties, party),
          role,
          speaks,
          starts_at: now,
          created_at: now,
        })),
      ),
    )
    .execute();
  return persons;
}

/** Answers the draft's id. */
async function seedDraft({ db, now }: ScenarioContext, tables: Ids, persons: Ids): Promise<string> {
  const personId = need(persons, PREPARER);
  const { id: documentId } = await db
    .insertInto("documents")
    .values({
      kind: "split",
      schema_version: SPLIT_SCHEMA_VERSION,
      last_seq: VERSIONS.length,
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: draftId } = await db
    .insertInto("drafts")
    .values({
      table_id: need(tables, "kumppanuuspoyta"),
      slug: DEMO_DRAFT,
      kind: "split",
      title: JSON.stringify({
        fi: "Järjestöavustusten jaottelu toimintaperustaisesti",
        sv: "Verksamhetsbaserad fördelning av organisationsunderstöden",
        en: "Activity-based split of association grants",
      }),
      document_id: documentId,
      side_notes: JSON.stringify(SIDE_NOTES),
      background: JSON.stringify(DRAFT_BACKGROUND),
      created_by: personId,
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  for (const [n, { bytes, split }] of logOf(VERSIONS.map((version) => version.split)).entries()) {
    const seq = n + 1;
    const content = canonicalSplit(split);
    await db
      .insertInto("document_updates")
      .values({
        document_id: documentId,
        seq,
        update_id: randomUUID(),
        person_id: personId,
        session_id: null,
        origin: "seed",
        bytes,
        sha256: sha256Hex(bytes),
        created_at: now,
      })
      .execute();
    await db
      .insertInto("versions")
      .values({
        draft_id: draftId,
        number: seq,
        label: VERSIONS[n]?.label ?? "",
        meeting_date: VERSIONS[n]?.meetingDate ?? null,
        seq,
        content,
        sha256: sha256Hex(content),
        frozen_by: personId,
        frozen_at: now,
      })
      .execute();
  }
  await db
    .insertInto("change_remarks")
    .values(
      WISHES.map(({ categoryId, wish }) => ({
        document_id: documentId,
        category_id: categoryId,
        seq: VERSIONS.length,
        wish,
        author_id: personId,
        created_at: now,
      })),
    )
    .execute();
  return draftId;
}

/** The id behind a name that this scenario wrote itself. */
function need(ids: Ids, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The scenario names ${name}, which it has not written.`);
  return id;
}
