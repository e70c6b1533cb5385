/** Opens a statement round on a frozen version (rule R1) and asks its recipients. */
import { type Kysely, sql } from "kysely";
import { isPlainDate } from "../../../app/domain/drafts";
import { freeSlug } from "../../../app/domain/slug";
import {
  daysBetween,
  ROUND_BACKGROUND_CHARACTERS_MAX,
  ROUND_DAYS_MAX,
  ROUND_QUESTION_CHARACTERS_MAX,
  ROUND_QUESTIONS_MAX,
  ROUND_TITLE_CHARACTERS_MAX,
} from "../../../app/domain/statements/round";
import type { Outcome, Refused } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { tell } from "../../events/tell.server";
import { dayOf } from "../../finnish-day.server";
import { partiesAt, seatedAt } from "../../queries/party-people.server";
import { categoriesOf } from "../../queries/round-frame.server";
import { frozenVersion } from "../../queries/version-content.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "../drafts/permitted-draft.server";

export interface NewRound {
  /** The number of a frozen version of the draft. */
  version: number;
  title: string;
  background: string;
  /** YYYY-MM-DD: the last day, in Finland. */
  dueOn: string;
  /** Ids of parties at the table. */
  recipients: string[];
  /** `categoryId` null: about the whole; `partyId` null: asked of everyone. */
  questions: { text: string; categoryId: string | null; partyId: string | null }[];
}

/** Any number: takes turns of those who open rounds, so that two never choose the same slug. */
const SLUG_LOCK = 7_213_005;

const refused = (error: Refused["error"], field: string, values?: Refused["values"]): Refused => ({
  ...{ ok: false, error, field },
  ...(values && { values }),
});

/**
 * Answers the round's slug. 404 for a version that is not this draft's, and for a party that is not at the table;
 * people's mistakes come back as values with their field. The form lists the newest version's categories: an older
 * version may lack one.
 */
export async function openRound(
  services: Services,
  viewer: Viewer,
  draftSlug: string,
  given: NewRound,
): Promise<Outcome<{ slug: string }>> {
  const { draft } = await permittedDraft(services, viewer, draftSlug, "round.manage");
  const now = services.clock();
  const problem = problemOf(given, dayOf(now));
  if (problem) return problem;
  const version = await frozenVersion(services, draft.id, given.version);
  const asked = (await partiesAt(services.db, draft.tableId)).filter(({ id }) =>
    given.recipients.includes(id),
  );
  if (asked.length !== new Set(given.recipients).size) throw notFound();
  const standing = new Set(categoriesOf(version.split).map(({ id }) => id));
  for (const { categoryId, partyId } of given.questions) {
    if (categoryId && !standing.has(categoryId))
      return refused("statements.error.questionCategory", "questions", { number: version.number });
    if (partyId && !asked.some(({ id }) => id === partyId))
      return refused("statements.error.questionParty", "questions");
  }
  const slug = await services.db.transaction().execute(async (trx) => {
    const { id, slug: chosen } = await insertRound(trx, { draft, given, personId: viewer.personId, now });
    await trx
      .insertInto("round_recipients")
      .values(asked.map((party, position) => ({ round_id: id, party_id: party.id, position })))
      .execute();
    if (given.questions.length > 0)
      await trx
        .insertInto("round_questions")
        .values(
          given.questions.map(({ text, categoryId, partyId }, position) => ({
            ...{ round_id: id, position, text, category_id: categoryId, party_id: partyId },
          })),
        )
        .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "round.opened", subjectKind: "round", subjectId: id },
      detail: { slug: chosen, version: version.number, recipients: asked.map((party) => party.id) },
    });
    const seated = await seatedAt(trx, draft.tableId, now);
    for (const party of asked)
      await tell(trx, now, {
        ...{ kind: "statementAsked", tableId: draft.tableId, actorId: viewer.personId, draftId: draft.id },
        ...{ subjectId: id, partyId: party.id, detail: { dueOn: given.dueOn } },
        to: seated
          .filter((person) => person.partyId === party.id && person.role !== "observer")
          .map(({ personId }) => personId),
        key: `statementAsked:${id}:${party.id}`,
      });
    return chosen;
  });
  services.documents.publish(draft.documentId, "statements");
  return { ok: true, slug };
}

function problemOf(given: NewRound, today: string): Refused | null {
  if (given.version < 1) return refused("statements.error.version", "version");
  if (!given.title) return refused("statements.error.titleEmpty", "title");
  if (given.title.length > ROUND_TITLE_CHARACTERS_MAX)
    return refused("statements.error.titleLong", "title", { max: ROUND_TITLE_CHARACTERS_MAX });
  if (given.background.length > ROUND_BACKGROUND_CHARACTERS_MAX)
    return refused("statements.error.backgroundLong", "background", { max: ROUND_BACKGROUND_CHARACTERS_MAX });
  if (!isPlainDate(given.dueOn)) return refused("statements.error.dueOn", "dueOn");
  if (given.dueOn < today) return refused("statements.error.duePast", "dueOn");
  if (daysBetween(today, given.dueOn) > ROUND_DAYS_MAX)
    return refused("statements.error.dueFar", "dueOn", { max: ROUND_DAYS_MAX });
  if (given.recipients.length === 0) return refused("statements.error.noRecipients", "recipients");
  if (given.questions.length > ROUND_QUESTIONS_MAX)
    return refused("statements.error.manyQuestions", "questions", { max: ROUND_QUESTIONS_MAX });
  if (given.questions.some(({ text }) => text.length > ROUND_QUESTION_CHARACTERS_MAX))
    return refused("statements.error.questionLong", "questions", { max: ROUND_QUESTION_CHARACTERS_MAX });
  return null;
}

interface Inserted {
  draft: { id: string; tableId: string };
  given: NewRound;
  personId: string;
  now: Date;
}

async function insertRound(trx: Kysely<Database>, { draft, given, personId, now }: Inserted) {
  await sql`select pg_advisory_xact_lock(${SLUG_LOCK})`.execute(trx);
  const slugs = new Set(
    (await trx.selectFrom("statement_rounds").select("slug").execute()).map(({ slug }) => slug),
  );
  const { id: versionId } = await trx
    .selectFrom("versions")
    .select("id")
    .where("draft_id", "=", draft.id)
    .where("number", "=", given.version)
    .executeTakeFirstOrThrow();
  return trx
    .insertInto("statement_rounds")
    .values({
      ...{ table_id: draft.tableId, draft_id: draft.id, version_id: versionId },
      ...{ slug: freeSlug(given.title, (slug) => slugs.has(slug)), title: given.title },
      ...{ background: given.background, due_on: given.dueOn, opened_by: personId, created_at: now },
    })
    .returning(["id", "slug"])
    .executeTakeFirstOrThrow();
}
