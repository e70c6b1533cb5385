/** Writes the demo's second region: the committee, its one seat, the response, and the initiative itself. */
import type { ScenarioContext } from "../scenario-context";
import { seedInitiative } from "../seed-initiative";
import { seedText } from "../seed-text";
import { INITIATIVE_OF_2022 } from "./initiative";
import { PARTIES, REGION, SEAT, TABLE } from "./place";
import { RESPONSE_TEXT } from "./response";

/** Expects a transaction, after the first region is written. */
export async function seedKeskiPohjanmaa(context: ScenarioContext): Promise<void> {
  const { tableId, personId } = await seedPlace(context);
  const draftId = await seedText(context, RESPONSE_TEXT, { tableId, personId });
  await seedInitiative(context, INITIATIVE_OF_2022, { tableId, personId, draftId });
}

async function seedPlace({ db, now }: ScenarioContext): Promise<{ tableId: string; personId: string }> {
  const { id: regionId } = await db
    .insertInto("regions")
    .values({ slug: REGION.slug, name: JSON.stringify(REGION.name), created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  const parties = await db
    .insertInto("parties")
    .values(
      PARTIES.map(({ name, shortName, ...party }) => ({
        ...{ ...party, region_id: regionId, name: JSON.stringify(name), short_name: shortName },
        created_at: now,
      })),
    )
    .returning(["id", "slug"])
    .execute();
  const { id: tableId } = await db
    .insertInto("tables")
    .values({
      ...{ region_id: regionId, slug: TABLE.slug, kind: TABLE.kind, name: JSON.stringify(TABLE.name) },
      purpose: JSON.stringify(TABLE.purpose),
      background: JSON.stringify(TABLE.background),
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("table_parties")
    .values(parties.map(({ id }, position) => ({ table_id: tableId, party_id: id, position })))
    .execute();
  const { id: personId } = await db
    .insertInto("persons")
    .values({
      ...{ name: SEAT.name, email: `${SEAT.seat}@esimerkki.invalid`, password_hash: null, language: "fi" },
      ...{ demo_seat: SEAT.seat, created_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("memberships")
    .values({
      ...{ person_id: personId, table_id: tableId, role: "secretary", speaks: false },
      party_id: parties.find(({ slug }) => slug === SEAT.party)?.id ?? null,
      ...{ starts_at: now, created_at: now },
    })
    .execute();
  return { tableId, personId };
}
