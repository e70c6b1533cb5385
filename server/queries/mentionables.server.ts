/** Whom a mention at a table can name, and whom it reaches. */
import type { Kysely } from "kysely";
import type { Mentionable } from "../../app/domain/discussion/mentions";
import type { MentionChoice } from "../../app/protocol/discussion-data";
import type { Database } from "../../db/schema/tables";
import { partiesAt, seatedAt } from "./party-people.server";

export interface Mentionables {
  known: Mentionable[];
  /** Persons with a seat at the table that a mention of this person or party reaches; an observer sits for nobody. */
  reachedBy: (one: Mentionable) => string[];
  /** Everyone with a seat in force. */
  seated: Set<string>;
  /** For the picker: parties in the table's order, then persons. */
  choices: MentionChoice[];
}

/** The table's parties by every name they have, and the persons who sit there. */
export async function mentionablesAt(
  db: Kysely<Database>,
  tableId: string,
  now: Date,
): Promise<Mentionables> {
  const [parties, seats] = await Promise.all([partiesAt(db, tableId), seatedAt(db, tableId, now)]);
  const persons = new Map(seats.map(({ personId, name }) => [personId, name]));
  return {
    known: [
      ...parties.map(({ id, shortName, name, genitive }) => ({
        ...{ kind: "party" as const, id, names: [shortName, name, genitive] },
      })),
      ...[...persons].map(([id, name]) => ({ kind: "person" as const, id, names: [name] })),
    ],
    reachedBy: ({ kind, id }) =>
      kind === "person"
        ? [id]
        : seats.flatMap((seat) => (seat.partyId === id && seat.role !== "observer" ? [seat.personId] : [])),
    seated: new Set(persons.keys()),
    choices: [
      ...parties.map(({ shortName }) => ({ kind: "party" as const, name: shortName })),
      ...[...new Set(persons.values())].map((name) => ({ kind: "person" as const, name })),
    ],
  };
}
