import type { Localized } from "../../../app/domain/languages";
import { freeSlug } from "../../../app/domain/slug";
import {
  RESERVED_TABLE_SLUGS,
  TABLE_NAME_CHARACTERS_MAX,
  TABLE_PURPOSE_CHARACTERS_MAX,
} from "../../../app/domain/tables";
import type { Outcome, Refused } from "../../../app/messages/problem";
import { authorize, notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

export interface TableWords {
  name: Localized;
  purpose: Localized;
}

/** What is wrong with a table's name or purpose, or null. Also for changing them. */
export function tableWordsProblem({ name, purpose }: TableWords): Refused | null {
  const tooLong = (text: Localized, max: number) =>
    [text.fi, text.sv, text.en].some((words) => (words ?? "").length > max);
  if (!name.fi || tooLong(name, TABLE_NAME_CHARACTERS_MAX))
    return {
      ok: false,
      error: "tables.errors.nameNeeded",
      field: "name",
      values: { max: TABLE_NAME_CHARACTERS_MAX },
    };
  if (tooLong(purpose, TABLE_PURPOSE_CHARACTERS_MAX))
    return {
      ok: false,
      error: "tables.errors.purposeTooLong",
      field: "purpose",
      values: { max: TABLE_PURPOSE_CHARACTERS_MAX },
    };
  return null;
}

/** A new table in a region. Who makes it is its first secretary, so that a table always has one. */
export async function createTable(
  services: Services,
  viewer: Viewer,
  { regionId, ...words }: TableWords & { regionId: string },
): Promise<Outcome<{ slug: string }>> {
  await authorize(services, viewer, "table.create", { regionId });
  const region = await services.db
    .selectFrom("regions")
    .select("id")
    .where("id", "=", regionId)
    .executeTakeFirst();
  if (!region) throw notFound(); // an administrator may make a table in any region, but not in none
  const problem = tableWordsProblem(words);
  if (problem) return problem;
  const now = services.clock();
  return services.db.transaction().execute(async (trx) => {
    const taken = new Set(RESERVED_TABLE_SLUGS);
    for (const { slug } of await trx.selectFrom("tables").select("slug").execute()) taken.add(slug);
    const slug = freeSlug(words.name.fi, (s) => taken.has(s));
    const { id } = await trx
      .insertInto("tables")
      .values({
        region_id: regionId,
        slug,
        kind: "partnershipTable",
        name: JSON.stringify(words.name),
        purpose: JSON.stringify(words.purpose),
        background: "[]",
        created_at: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("memberships")
      .values({
        person_id: viewer.personId,
        table_id: id,
        party_id: null,
        role: "secretary",
        speaks: false,
        starts_at: now,
        ends_at: null,
      })
      .execute();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "table.created",
      subjectKind: "table",
      subjectId: id,
      detail: { slug, name: words.name },
    });
    return { ok: true as const, slug };
  });
}
