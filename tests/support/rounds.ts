/** A statement round for tests of rights. */
import { randomUUID } from "node:crypto";
import { freezeStatement } from "../../app/domain/statements/content";
import type { Services } from "../../server/services";
import { CATEGORY } from "./rights-world";

interface Around {
  draft: { slug: string };
  table: { id: string; party: string; otherParty: string };
  personId: string;
}

/**
 * Open for a week, on the draft's first version: asked of the table's party, which has not answered, and of the one
 * beside it, which proposes a change and has a file that was sent.
 */
export async function addRound({ db }: Services, { draft, table, personId }: Around) {
  const slug = `kierros-${randomUUID()}`;
  const version = await db
    .selectFrom("versions")
    .innerJoin("drafts", "drafts.id", "versions.draft_id")
    .select(["versions.id", "versions.sha256", "drafts.id as draftId"])
    .where("drafts.slug", "=", draft.slug)
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto("statement_rounds")
    .values({
      ...{ table_id: table.id, draft_id: version.draftId, version_id: version.id, slug, title: "Kierros" },
      ...{ background: "", due_on: dayIn(7), opened_by: personId },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const parties = [table.party, table.otherParty];
  await db
    .insertInto("round_recipients")
    .values(parties.map((party_id, position) => ({ round_id: id, party_id, position })))
    .execute();
  const file = async (party_id: string) =>
    db
      .insertInto("attachments")
      .values({
        ...{ round_id: id, party_id, name: "liite.pdf", bytes: new Uint8Array([1]), size: 1 },
        ...{ sha256: "0".repeat(64), uploaded_by: personId },
      })
      .returning(["id", "name", "size", "sha256"])
      .executeTakeFirstOrThrow();
  const [drafted, sent] = [await file(table.party), await file(table.otherParty)];
  const frozen = freezeStatement({
    ...{ round: slug, version: { number: 1, sha256: version.sha256 }, party: "kitee", organ: "Hallitus" },
    ...{ section: null, organDate: null, parts: { [`change:${CATEGORY}`]: "Muutos" }, attachments: [sent] },
  });
  const statement = await db
    .insertInto("statements")
    .values({
      ...{ round_id: id, party_id: table.otherParty, ...frozen, organ: "Hallitus", is_late: false },
      ...{ sent_by: personId },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const change = await db
    .insertInto("proposed_changes")
    .values({ statement_id: statement.id, category_id: CATEGORY, text: "Muutos" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, slug, changeId: change.id, drafted: drafted.id, sent: sent.id };
}

/** YYYY-MM-DD, so many days from now. */
export const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
