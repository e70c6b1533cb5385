/** Who may be mailed: address, language, seats, levels, by person. */
import { LANGUAGES, type Language, type Localized } from "../../app/domain/languages";
import type { NotificationLevel } from "../../app/domain/notifications";
import type { MailDeps } from "./mail-deps";

export interface SeatedTable {
  id: string;
  slug: string;
  name: Localized;
  level: NotificationLevel;
  /** Parties whose word the person gives here (rule P3). */
  speaksFor: string[];
}
export interface MailReader {
  personId: string;
  name: string;
  email: string | null;
  /** Has an address from which nothing has come back. */
  reachable: boolean;
  language: Language;
  /** By table id. */
  tables: Map<string, SeatedTable>;
}

/** These persons, or everyone with an address and a seat. */
export async function mailReaders(
  { db, clock }: Pick<MailDeps, "db" | "clock">,
  personIds: string[] | "everyone",
): Promise<Map<string, MailReader>> {
  if (personIds.length === 0) return new Map();
  const now = clock();
  let asked = db
    .selectFrom("persons as p")
    .leftJoin("memberships as m", (on) =>
      on
        .onRef("m.person_id", "=", "p.id")
        .on("m.starts_at", "<=", now)
        .on((w) => w.or([w("m.ends_at", "is", null), w("m.ends_at", ">", now)])),
    )
    .leftJoin("tables as t", "t.id", "m.table_id")
    .leftJoin("notification_levels as l", (on) =>
      on.onRef("l.person_id", "=", "p.id").onRef("l.table_id", "=", "m.table_id"),
    )
    .select([
      "p.id",
      "p.name as person_name",
      "p.email",
      "p.language",
      "m.party_id",
      "m.speaks",
      "t.id as table_id",
      "t.slug",
      "t.name",
    ])
    .select("l.level")
    .select((s) =>
      s
        .exists(
          s
            .selectFrom("bounces as b")
            .select("b.id")
            .where((w) => w(w.fn("lower", ["b.address"]), "=", w.fn("lower", ["p.email"])))
            .where("b.cleared_at", "is", null),
        )
        .as("bounced"),
    )
    .orderBy("t.created_at");
  asked =
    personIds === "everyone"
      ? asked.where("p.email", "is not", null).where("m.id", "is not", null)
      : asked.where("p.id", "in", [...new Set(personIds)]);
  const readers = new Map<string, MailReader>();
  for (const row of await asked.execute()) {
    const reader = readers.get(row.id) ?? {
      personId: row.id,
      name: row.person_name,
      email: row.email,
      reachable: row.email !== null && !row.bounced,
      language: LANGUAGES.find((l) => l === row.language) ?? "fi",
      tables: new Map(),
    };
    readers.set(row.id, reader);
    if (!row.table_id || !row.name || !row.slug) continue;
    const table = reader.tables.get(row.table_id) ?? {
      ...{ id: row.table_id, slug: row.slug, name: row.name, level: row.level ?? "immediately" },
      speaksFor: [],
    };
    reader.tables.set(row.table_id, table);
    if (row.party_id && row.speaks) table.speaksFor.push(row.party_id);
  }
  return readers;
}
