/** Builders of people, tables and services for tests of sessions and tables. They invent what is left out. */
import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import type { Kysely } from "kysely";
import pino from "pino";
import type { Role } from "../../app/domain/policy";
import type { Database } from "../../db/schema/tables";
import type { DocumentHub } from "../../server/collab/hub";
import type { Config } from "../../server/config";
import { createPasswords } from "../../server/passwords.server";
import type { Services } from "../../server/services";
import { createSessions, type Viewer } from "../../server/session.server";
import { testConfig } from "./services";

/** What was asked of the live documents. */
export interface HubCalls {
  ended: string[];
  rechecked: string[];
}

/** A clock that stands until it is moved. */
export function fixedClock(start = "2026-03-02T10:00:00Z") {
  let now = new Date(start);
  const clock = () => now;
  const DAY_MS = 86_400_000;
  return Object.assign(clock, {
    addDays: (days: number) => {
      now = new Date(now.getTime() + days * DAY_MS);
    },
  });
}

/** Services on a database, with a hub that only remembers what it was asked. */
export function testServices(
  db: Kysely<Database>,
  given: { clock?: () => Date; config?: Partial<Config>; setupCode?: string | null } = {},
): Services & { calls: HubCalls } {
  const clock = given.clock ?? fixedClock();
  const config = testConfig(given.config);
  const calls: HubCalls = { ended: [], rechecked: [] };
  const documents: DocumentHub = {
    read: () => Promise.reject(new Error("no live documents in this test")),
    transact: () => Promise.reject(new Error("no live documents in this test")),
    publish: () => undefined,
    recheckAccess: async () => undefined,
    recheckPerson: async (personId) => void calls.rechecked.push(personId),
    endSession: (hash) => void calls.ended.push(hash),
  };
  return {
    db,
    config,
    log: pino({ level: "silent" }),
    clock,
    sessions: createSessions({ db, config, clock }),
    passwords: createPasswords(),
    documents,
    importer: {
      read: () => Promise.reject(new Error("no importer in this test")),
      close: async () => undefined,
    },
    setupCode: given.setupCode ?? null,
    calls,
  };
}

/** A person's row; with a password when one is given. */
export async function addPerson(
  services: Services,
  person: { name?: string; email?: string; password?: string; isAdministrator?: boolean } = {},
): Promise<string> {
  const { id } = await services.db
    .insertInto("persons")
    .values({
      name: person.name ?? "Liperin edustaja",
      email: person.email ?? null,
      password_hash: person.password ? await services.passwords.hash(person.password) : null,
      language: "fi",
      is_administrator: person.isAdministrator ?? false,
      demo_seat: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A region with one table, one party at it and one party beside it. */
export async function addTable(services: Services, slug = "poyta") {
  const { db } = services;
  const region = await db
    .insertInto("regions")
    .values({ slug: `alue-${randomUUID()}`, name: JSON.stringify({ fi: "Alue" }) })
    .returning("id")
    .executeTakeFirstOrThrow();
  const party = async (name: string) =>
    (
      await db
        .insertInto("parties")
        .values({
          region_id: region.id,
          slug: name.toLowerCase(),
          kind: "municipality",
          name: JSON.stringify({ fi: name }),
          genitive: `${name}n`,
          short_name: name,
          color: 0,
        })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  const [seated, beside] = [await party("Liperi"), await party("Kitee")];
  const table = await db
    .insertInto("tables")
    .values({
      region_id: region.id,
      slug,
      kind: "partnershipTable",
      name: JSON.stringify({ fi: "Pöytä" }),
      purpose: JSON.stringify({ fi: "" }),
      background: "[]",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("table_parties")
    .values({ table_id: table.id, party_id: seated, position: 1 })
    .execute();
  return { id: table.id, slug, regionId: region.id, party: seated, otherParty: beside };
}

/** Sits a person down; the answer is the membership's id. */
export async function sit(
  services: Services,
  seat: { personId: string; tableId: string; role: Role; partyId?: string | null; speaks?: boolean },
): Promise<string> {
  const { id } = await services.db
    .insertInto("memberships")
    .values({
      person_id: seat.personId,
      table_id: seat.tableId,
      party_id: seat.partyId ?? null,
      role: seat.role,
      speaks: seat.speaks ?? false,
      starts_at: new Date(0),
      ends_at: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A viewer with a real session. */
export async function signedIn(services: Services, personId: string): Promise<Viewer> {
  const setCookie = await services.sessions.create(personId, "Firefox, Linux");
  const { viewer } = await services.sessions.read(cookieOf(setCookie));
  if (!viewer) throw new Error("the session did not open");
  return viewer;
}

/** The Cookie header a browser sends after this Set-Cookie. */
export function cookieOf(setCookie: string): string {
  return setCookie.split(";")[0] ?? "";
}

/** What Remix hands a loader or an action. */
export function routeArgs(
  services: Services,
  viewer: Viewer | null,
  {
    path = "/",
    form,
    params = {},
  }: { path?: string; form?: Record<string, string>; params?: Record<string, string> },
) {
  const context: AppLoadContext = { services, viewer, nonce: "test" };
  const request = new Request(
    `http://127.0.0.1:3000${path}`,
    form ? { method: "POST", body: new URLSearchParams(form) } : undefined,
  );
  return { request, params, context };
}

/** The Response of a loader or an action, whether it was returned or thrown. */
export async function responseOf(run: () => unknown): Promise<Response> {
  try {
    const answer = await run();
    if (answer instanceof Response) return answer;
    throw new Error("the route answered no Response");
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
