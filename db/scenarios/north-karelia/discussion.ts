/** Talk of the demo, every word an example: the sources tell of none. About the way things are handled, not of what anyone thinks. */
import { categoryContentHash } from "../../../app/domain/split/canonical";
import { textOfCategory } from "../../../app/domain/suggestions";
import type { ScenarioContext } from "../scenario-context";
import { VERSION_TWO } from "./split";

interface Seeded {
  draftId: string;
  tableId: string;
  /** Ids by slug and by seat. */
  party: (slug: string) => string;
  person: (seat: string) => string;
}

/** Seats by the party they sit for. */
const SPEAKERS = { liperi: "liperi", jane: "jane", outokumpu: "outokumpu" } as const;
type Speaker = keyof typeof SPEAKERS;

const THREAD: { category: string; said: { by: Speaker; kind: "question" | "reply"; body: string }[] } = {
  category: "village-resident-associations",
  said: [
    {
      ...{ by: "liperi", kind: "question" },
      body: "@JANE: missä vaiheessa luokan nimestä voi vielä ehdottaa muutosta?",
    },
    {
      ...{ by: "jane", kind: "reply" },
      body: "Muutosta voi ehdottaa, kunnes käsittelyehdotus on tehty. Luokan tiedoissa on **Ehdota muutosta**.",
    },
  ],
};
const SUGGESTION = {
  by: "outokumpu" as Speaker,
  category: "community-spirit",
  label: "Yhteisöllisyyden vahvistaminen",
  reason: "Nimi kertoisi, mitä toiminnalla tavoitellaan.",
};

/** A question with its answer, and a suggestion that waits. */
export async function seedDiscussion({ db, now }: ScenarioContext, seeded: Seeded): Promise<void> {
  const { draftId, tableId, party, person } = seeded;
  const { id: threadId } = await db
    .insertInto("threads")
    .values({
      ...{ table_id: tableId, subject_kind: "category", subject_id: draftId, draft_id: draftId },
      ...{ category_id: THREAD.category, opened_by: person(SPEAKERS.liperi), created_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  for (const { by, kind, body } of THREAD.said)
    await db
      .insertInto("comments")
      .values({
        ...{ thread_id: threadId, kind, body, author_id: person(SPEAKERS[by]), party_id: party(by) },
        ...{ created_at: now, is_example: true },
      })
      .execute();
  const category = VERSION_TWO.categories.find(({ id }) => id === SUGGESTION.category);
  if (!category) throw new Error(`The second version has no ${SUGGESTION.category}.`);
  await db
    .insertInto("suggestions")
    .values({
      ...{ draft_id: draftId, kind: "rename", category_id: category.id, reason: SUGGESTION.reason },
      change: JSON.stringify({ label: SUGGESTION.label, base: textOfCategory(category) }),
      content_hash: categoryContentHash(category),
      ...{ author_id: person(SPEAKERS[SUGGESTION.by]), party_id: party(SUGGESTION.by) },
      ...{ created_at: now, is_example: true },
    })
    .execute();
}
