/** Sessions: the only file that imports Lucia. */
import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { type Adapter, Lucia, TimeSpan } from "lucia";
import { LANGUAGES, type Language } from "../app/domain/languages";
import { PREPARED } from "../db/prepared";
import type { Database } from "../db/schema/tables";
import { askTogether } from "./ask-together";
import type { Config } from "./config";

/** Who is signed in, as every request and every socket handshake sees it. */
export interface Viewer {
  personId: string;
  name: string;
  language: Language;
  isAdministrator: boolean;
  demoSeat: string | null;
  /** sha256 of the session id: names the session without opening it. */
  sessionHash: string;
  /** When a password (or a demo seat) last proved who it is. */
  provenAt: Date;
}

export interface Sessions {
  /** A new session for a person; the answer is the Set-Cookie value. */
  create(personId: string, device: string): Promise<string>;
  /** Reads the Cookie header. `setCookie` is there when the cookie must be set again (renewed) or cleared. */
  read(cookieHeader: string | undefined): Promise<{ viewer: Viewer | null; setCookie?: string }>;
  /** Those of these sessions (by hash) that still stand. One question, however many; nothing is renewed. */
  alive(sessionHashes: string[]): Promise<Set<string>>;
  /** Ends one session by its hash; the answer is the Set-Cookie value that clears the cookie. */
  end(sessionHash: string): Promise<string>;
}

interface PersonAttributes {
  name: string;
  language: string;
  isAdministrator: boolean;
  demoSeat: string | null;
}
interface SessionAttributes {
  device: string;
  provenAt: Date;
}
declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, PersonAttributes>;
    DatabaseUserAttributes: PersonAttributes;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

/** Characters of the words that name a browser and its system. */
export const DEVICE_CHARACTERS_MAX = 100;
/** A session id is forty characters; what is far longer was not made here and is not looked up. */
const SESSION_ID_CHARACTERS_MAX = 200;

interface SessionDeps {
  db: Kysely<Database>;
  config: Pick<Config, "publicOrigin" | "sessionIdleDays" | "sessionAbsoluteDays">;
  clock: () => Date;
}

const isHttps = (origin: string) => origin.startsWith("https:");

/** The cookie's name. The __Host- prefix demands Secure, which a browser refuses to keep over plain http. */
export function sessionCookieName(publicOrigin: string): string {
  return isHttps(publicOrigin) ? "__Host-session" : "session";
}

/**
 * Sessions in Postgres. Only sha256 of a session id is stored, so a dump of the database opens none.
 * Idle end moves on with use; absolute end never moves (config.sessionIdleDays, config.sessionAbsoluteDays).
 */
export function createSessions(deps: SessionDeps): Sessions {
  const https = isHttps(deps.config.publicOrigin);
  const lucia = new Lucia(createAdapter(deps), {
    sessionExpiresIn: new TimeSpan(deps.config.sessionIdleDays, "d"),
    sessionCookie: {
      name: sessionCookieName(deps.config.publicOrigin),
      attributes: { secure: https, sameSite: "lax", path: "/" },
    },
    getUserAttributes: (person: PersonAttributes) => person,
    getSessionAttributes: (session: SessionAttributes) => session,
  });
  const clearing = () => lucia.createBlankSessionCookie().serialize();

  return {
    async create(personId, device) {
      await lucia.deleteExpiredSessions();
      const session = await lucia.createSession(personId, {
        device: device.slice(0, DEVICE_CHARACTERS_MAX),
        provenAt: deps.clock(),
      });
      return lucia.createSessionCookie(session.id).serialize();
    },

    async read(cookieHeader) {
      const sessionId = cookieHeader ? cookieValue(cookieHeader, lucia.sessionCookieName) : null;
      if (!sessionId) return { viewer: null };
      if (sessionId.length > SESSION_ID_CHARACTERS_MAX) return { viewer: null, setCookie: clearing() };
      const { session, user } = await lucia.validateSession(sessionId);
      if (!session) return { viewer: null, setCookie: clearing() };
      const viewer: Viewer = {
        personId: user.id,
        name: user.name,
        language: LANGUAGES.find((l) => l === user.language) ?? "fi",
        isAdministrator: user.isAdministrator,
        demoSeat: user.demoSeat,
        sessionHash: session.id,
        provenAt: session.provenAt,
      };
      if (!session.fresh) return { viewer };
      return { viewer, setCookie: lucia.createSessionCookie(sessionId).serialize() };
    },

    async alive(sessionHashes) {
      if (sessionHashes.length === 0) return new Set();
      const rows = await deps.db
        .selectFrom("sessions")
        .select("id")
        .where("id", "=", (is) => is.fn.any(is.val(sessionHashes)))
        .where("expires_at", ">", deps.clock())
        .execute();
      return new Set(rows.map(({ id }) => id));
    },

    async end(sessionHash) {
      await lucia.invalidateSession(sessionHash);
      return clearing();
    },
  };
}

/** The sessions with their persons, in the order given; null for one that is not there. */
async function readSessions(db: SessionDeps["db"], hashes: readonly string[]) {
  const rows = await db
    .selectFrom("sessions")
    .modifyFront(sql.raw(PREPARED))
    .innerJoin("persons", "persons.id", "sessions.person_id")
    .select([
      "sessions.id",
      "sessions.person_id",
      "sessions.expires_at",
      "sessions.device",
      "sessions.proven_at",
      "persons.name",
      "persons.language",
      "persons.is_administrator",
      "persons.demo_seat",
    ])
    .where("sessions.id", "=", (is) => is.fn.any(is.val([...hashes])))
    .execute();
  const byHash = new Map(rows.map((row) => [row.id, row]));
  return hashes.map((hash) => byHash.get(hash) ?? null);
}

/** What the database knows a session by. */
function hashOf(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}

/** One cookie's value as it stands: session ids need no decoding, and decoding foreign bytes can throw. */
function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

/**
 * Lucia's storage. Ids that come in as a browser holds them are hashed (setSession, getSessionAndUser); what
 * goes out is the hash, so the ids Lucia hands back for renewal and deletion are hashes already.
 * Lucia reads the machine's clock: times are shifted here so that the product's clock decides.
 */
function createAdapter({ db, config, clock }: SessionDeps): Adapter {
  const ahead = () => Date.now() - clock().getTime();
  const toLucia = (time: Date) => new Date(time.getTime() + ahead());
  const fromLucia = (time: Date) => new Date(time.getTime() - ahead());
  const absoluteMs = config.sessionAbsoluteDays * 24 * 60 * 60 * 1000;
  const earlier = (a: Date, b: Date) => (a < b ? a : b);
  const sessionOf = askTogether((hashes: readonly string[]) => readSessions(db, hashes));

  return {
    async getSessionAndUser(sessionId) {
      const row = await sessionOf(hashOf(sessionId));
      if (!row) return [null, null];
      return [
        {
          id: row.id,
          userId: row.person_id,
          expiresAt: toLucia(row.expires_at), // never later than ends_at: both writers below see to it
          attributes: { device: row.device, provenAt: row.proven_at },
        },
        {
          id: row.person_id,
          attributes: {
            name: row.name,
            language: row.language,
            isAdministrator: row.is_administrator,
            demoSeat: row.demo_seat,
          },
        },
      ];
    },
    async getUserSessions(personId) {
      const rows = await db.selectFrom("sessions").selectAll().where("person_id", "=", personId).execute();
      return rows.map((row) => ({
        id: row.id,
        userId: row.person_id,
        expiresAt: toLucia(row.expires_at),
        attributes: { device: row.device, provenAt: row.proven_at },
      }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const now = clock();
      const endsAt = new Date(now.getTime() + absoluteMs);
      await db
        .insertInto("sessions")
        .values({
          id: hashOf(id),
          person_id: userId,
          created_at: now,
          expires_at: earlier(fromLucia(expiresAt), endsAt),
          ends_at: endsAt,
          device: attributes.device,
          proven_at: attributes.provenAt,
        })
        .execute();
    },
    async updateSessionExpiration(sessionHash, expiresAt) {
      await db
        .updateTable("sessions")
        .set((session) => ({
          expires_at: session.fn<Date>("least", [session.val(fromLucia(expiresAt)), session.ref("ends_at")]),
        }))
        .where("id", "=", sessionHash)
        .execute();
    },
    async deleteSession(sessionHash) {
      await db.deleteFrom("sessions").where("id", "=", sessionHash).execute();
    },
    async deleteUserSessions(personId) {
      await db.deleteFrom("sessions").where("person_id", "=", personId).execute();
    },
    async deleteExpiredSessions() {
      await db.deleteFrom("sessions").where("expires_at", "<=", clock()).execute();
    },
  };
}
