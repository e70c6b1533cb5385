/**
 * An example of a statement round on the second real version. The words are invented and say so: every statement is
 * marked as an example, and nobody's real position is told.
 */
import { freezeStatement } from "../../../app/domain/statements/content";
import type { ScenarioContext } from "../scenario-context";
import { PARTIES } from "./parties";

export const DEMO_ROUND = "esimerkkikierros";
const TITLE = "Esimerkki: lausuntokierros jaottelusta";
const BACKGROUND =
  "Tämä kierros on esimerkki siitä, miten lausunnot pyydetään ja annetaan. Lausuntojen tekstit ovat keksittyjä.";
const QUESTION = "Esimerkkikysymys: onko luokkien nimissä jotakin, mikä pitäisi sanoa selvemmin?";
/** The round is open so long after the demo was set up. */
const DAYS_OPEN = 21;
const DAY_MS = 86_400_000;
/** A category that both versions have. */
const CATEGORY = "participation-recreation";

const STATEMENTS: { party: string; organ: string; parts: Record<string, string> }[] = [
  {
    party: "liperi",
    organ: "Esimerkkitoimielin",
    parts: {
      whole: "Esimerkkiteksti: jaottelu on selkeä, ja siitä voi jatkaa.",
      [`category:${CATEGORY}`]: "Esimerkkiteksti: luokka sopii kunnalle.",
      [`change:${CATEGORY}`]: "Esimerkkiehdotus: luokan nimeen lisätään sana liikunta.",
    },
  },
  {
    party: "jane",
    organ: "Esimerkkitoimielin",
    parts: { whole: "Esimerkkiteksti: järjestöt tarvitsevat tiedon päätöksistä hyvissä ajoin." },
  },
];

interface Written {
  /** The draft's address: the round is on its newest version. */
  draft: string;
  /** Ids by the party's address, and by seat. */
  parties: Map<string, string>;
  persons: Map<string, string>;
}

/** Adds the round in the scenario's transaction. */
export async function seedRound({ db, now }: ScenarioContext, written: Written): Promise<void> {
  const { parties, persons } = written;
  const { draftId, tableId, ...version } = await db
    .selectFrom("drafts")
    .innerJoin("versions", "versions.draft_id", "drafts.id")
    .select(["drafts.id as draftId", "drafts.table_id as tableId"])
    .select(["versions.id", "versions.number", "versions.sha256"])
    .where("drafts.slug", "=", written.draft)
    .orderBy("versions.number", "desc")
    .executeTakeFirstOrThrow();
  const need = (ids: Map<string, string>, name: string) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`The scenario names ${name}, which it has not written.`);
    return id;
  };
  const { id: roundId } = await db
    .insertInto("statement_rounds")
    .values({
      ...{ table_id: tableId, draft_id: draftId, version_id: version.id, slug: DEMO_ROUND, title: TITLE },
      ...{ background: BACKGROUND, opened_by: need(persons, "sihteeri"), created_at: now },
      due_on: new Date(now.getTime() + DAYS_OPEN * DAY_MS).toISOString().slice(0, 10),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("round_recipients")
    .values(
      PARTIES.map(({ slug }, position) => ({ round_id: roundId, party_id: need(parties, slug), position })),
    )
    .execute();
  await db
    .insertInto("round_questions")
    .values({ round_id: roundId, position: 0, text: QUESTION, category_id: null, party_id: null })
    .execute();
  for (const { party, organ, parts } of STATEMENTS) {
    const frozen = freezeStatement({
      ...{ round: DEMO_ROUND, party, organ, section: null, organDate: null, parts, attachments: [] },
      version: { number: version.number, sha256: version.sha256 },
    });
    const { id } = await db
      .insertInto("statements")
      .values({
        ...{ round_id: roundId, party_id: need(parties, party), ...frozen, organ, is_late: false },
        ...{ sent_by: need(persons, party), sent_at: now, is_example: true },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    for (const [name, text] of Object.entries(parts))
      if (name.startsWith("change:"))
        await db
          .insertInto("proposed_changes")
          .values({ statement_id: id, category_id: name.slice("change:".length), text })
          .execute();
  }
}
