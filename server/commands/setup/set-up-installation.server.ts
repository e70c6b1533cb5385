import { type Kysely, sql } from "kysely";
import type { Language } from "../../../app/domain/languages";
import { slugify } from "../../../app/domain/slug";
import { REGION_NAME_CHARACTERS_MAX, TABLE_NAME_CHARACTERS_MAX } from "../../../app/domain/tables";
import type { Outcome, Refused } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { PasswordsBusy } from "../../passwords.server";
import type { Services } from "../../services";
import { accountProblem } from "../invitations/accept-invitation.server";
import { startSession } from "../sessions/sign-in.server";
import { insertParty } from "../tables/change-parties.server";
import { readPartyLines } from "./party-lines.server";
import { isSetupCode } from "./setup-code.server";

/** Any number will do, as long as nothing else takes this lock: two presses at once make one installation. */
const SETUP_LOCK = 7_266_001;

export interface Installation {
  code: string;
  name: string;
  email: string;
  password: string;
  language: Language;
  region: string;
  /** One party a line: name; kind; genitive. */
  parties: string;
  table: string;
}

/** Whether set-up is still ahead: nobody has an account and the server printed a code. */
export async function isSetupOpen(services: Services): Promise<boolean> {
  if (!services.setupCode) return false;
  return !(await services.db.selectFrom("persons").select("id").limit(1).executeTakeFirst());
}

/**
 * The first administrator, the region, its parties and the first table, in one transaction. The administrator
 * is the table's secretary and is signed in: the answer holds the Set-Cookie value. 404 once anybody has an account.
 */
export async function setUpInstallation(
  services: Services,
  typed: Installation,
  device: string,
): Promise<Outcome<{ setCookie: string; tableSlug: string }>> {
  if (!services.setupCode || !(await isSetupOpen(services))) throw notFound();
  if (!isSetupCode(services.setupCode, typed.code))
    return { ok: false, error: "setup.errors.wrongCode", field: "code" };
  const problem = accountProblem(typed) ?? placesProblem(typed);
  if (problem) return problem;
  const lines = readPartyLines(typed.parties);
  if (!lines.ok) return lines;

  let passwordHash: string;
  try {
    passwordHash = await services.passwords.hash(typed.password);
  } catch (error) {
    if (error instanceof PasswordsBusy) return { ok: false, error: "session.errors.busy" };
    throw error;
  }
  const now = services.clock();
  const made = await services.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${SETUP_LOCK})`.execute(trx);
    if (await trx.selectFrom("persons").select("id").limit(1).executeTakeFirst()) throw notFound();
    const person = await trx
      .insertInto("persons")
      .values({
        name: typed.name,
        email: typed.email,
        password_hash: passwordHash,
        language: typed.language,
        is_administrator: true,
        demo_seat: null,
        created_at: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { regionId, tableId, tableSlug } = await insertPlaces(trx, typed, now);
    for (const [index, party] of lines.parties.entries()) {
      const partyId = await insertParty(trx, regionId, party);
      await trx
        .insertInto("table_parties")
        .values({ table_id: tableId, party_id: partyId, position: index + 1 })
        .execute();
    }
    await trx
      .insertInto("memberships")
      .values({
        person_id: person.id,
        table_id: tableId,
        party_id: null,
        role: "secretary",
        speaks: false,
        starts_at: now,
        ends_at: null,
      })
      .execute();
    await recordAudit(trx, {
      personId: person.id,
      action: "installation.set-up",
      subjectKind: "region",
      subjectId: regionId,
      detail: { region: typed.region, parties: lines.parties.length, table: tableSlug },
    });
    return { personId: person.id, tableSlug };
  });
  const setCookie = await startSession(services, made.personId, device, null, "set-up");
  return { ok: true, setCookie, tableSlug: made.tableSlug };
}

async function insertPlaces(trx: Kysely<Database>, typed: Installation, now: Date) {
  const region = await trx
    .insertInto("regions")
    .values({ slug: slugify(typed.region), name: JSON.stringify({ fi: typed.region }), created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  const tableSlug = slugify(typed.table);
  const table = await trx
    .insertInto("tables")
    .values({
      region_id: region.id,
      slug: tableSlug,
      kind: "partnershipTable",
      name: JSON.stringify({ fi: typed.table }),
      purpose: JSON.stringify({ fi: "" }),
      background: "[]",
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { regionId: region.id, tableId: table.id, tableSlug };
}

function placesProblem({ region, table }: Installation): Refused | null {
  if (!region || region.length > REGION_NAME_CHARACTERS_MAX)
    return {
      ok: false,
      error: "setup.errors.regionNeeded",
      field: "region",
      values: { max: REGION_NAME_CHARACTERS_MAX },
    };
  if (!table || table.length > TABLE_NAME_CHARACTERS_MAX || slugify(table) === "new")
    return {
      ok: false,
      error: "tables.errors.nameNeeded",
      field: "table",
      values: { max: TABLE_NAME_CHARACTERS_MAX },
    };
  return null;
}
